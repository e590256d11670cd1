import type { CoreEvents } from '../events/core.ts';
import type { RecordedEvent } from '../events/event.ts';
import type { StoredEvent } from '../events/stored.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { LogFault } from './logFault.ts';

/**
 * One incident of an event log.
 *
 * @public
 */
export interface LogIncident<D = CoreEvents> {
  /** The incident. */
  readonly incidentId: IncidentId;
  /** Its events by revision, decoded; those at fault are left out. */
  readonly events: readonly RecordedEvent<D>[];
  /** The same events as the log has them, to be restored into a store or written again. */
  readonly stored: readonly StoredEvent[];
  /** Whether some of it is missing: a line of it is at fault, or one whose incident cannot be told. */
  readonly incomplete: boolean;
}

/**
 * What an event log holds, and all that is wrong with it.
 *
 * @public
 */
export interface LogReading<D = CoreEvents> {
  /** The vocabulary that it was read with. */
  readonly vocabulary: Vocabulary<D>;
  /** The incidents, in the order in which they first come. */
  readonly incidents: readonly LogIncident<D>[];
  /** What is wrong, by line; none when the log is sound. */
  readonly faults: readonly LogFault[];
}
