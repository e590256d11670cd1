import type { Declared } from '../events/awareness.ts';
import type { EventId, IncidentId } from '../primitives/ids.ts';
import type { Localized } from '../primitives/text.ts';
import type { Link, Responder } from './incidentRecord.ts';
import type { IncidentStatus } from './lifecycle.ts';

/**
 * An incident in short.
 *
 * @public
 */
export interface IncidentView {
  /** The incident; null when nothing is known of it. */
  readonly incidentId: IncidentId | null;
  /** Its title by language, by the first declaration that has one, else by the first alert; null when neither has. */
  readonly title: Localized | null;
  /** Its reference where it is kept, by the first declaration that has one. */
  readonly reference: string | null;
  /** What was declared; null when nobody declared. */
  readonly kind: Declared['kind'] | null;
  /** Where it stands. */
  readonly status: IncidentStatus;
  /** Whether only a public update says that it is resolved. */
  readonly statusInferred: boolean;
  /** The events that the status rests on; empty while it is open. */
  readonly statusEvidence: readonly EventId[];
  /** How many episodes it has had: one, and one more for each reopening. */
  readonly episodes: number;
  /** The worst level on each scale. */
  readonly severity: Readonly<Record<string, string>>;
  /** The components hit, as far as they are named. */
  readonly components: readonly string[];
  /** The incident that it was merged into. */
  readonly mergedInto: IncidentId | null;
  /** The incidents linked. */
  readonly links: readonly Link[];
  /** Who took part. */
  readonly responders: readonly Responder[];
}
