import type { Vocabulary } from '../../events/vocabulary.ts';
import type { Policy } from '../../history/policy.ts';
import type { Actor } from '../../primitives/actor.ts';
import type { IncidentId } from '../../primitives/ids.ts';
import type { Instant } from '../../primitives/instant.ts';
import type { Source } from '../../primitives/source.ts';

/**
 * What the events and commands of a scenario say where they say nothing else.
 *
 * @public
 */
export interface ScenarioBy {
  /** The incident. */
  readonly incidentId: IncidentId;
  /** Who puts it into the ledger. */
  readonly actor: Actor;
  /** Who says so. */
  readonly source: Source;
}

/** What a scenario works with, defaults filled in. */
export interface ScenarioSetting<D> {
  readonly vocabulary: Vocabulary<D>;
  readonly policy: Policy;
  readonly day: string;
  readonly now: Instant;
  readonly toleranceMs: number;
  readonly by: ScenarioBy;
}
