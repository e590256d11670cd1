import type * as E from 'fp-ts/lib/Either.js';
import type { CoreEvents } from '../events/core.ts';
import type { IncidentEvent } from '../events/event.ts';
import type { History } from '../history/history.ts';
import type { Instant } from '../primitives/instant.ts';

/**
 * A rule of your own: what an incident's history gives rise to now, or why nothing may. It can be asked again when
 * another writer came between, so it changes nothing itself.
 *
 * @public
 */
export type Rule<R, D = CoreEvents> = (
  history: History<D>,
  now: Instant,
) => E.Either<R, readonly IncidentEvent<D>[]>;
