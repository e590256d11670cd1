import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { Projection } from '../history/projection.ts';
import type { EventStore } from '../store/port.ts';
import type { ProjectAllOptions, Replayed, ViewTaker } from './projectAllOptions.ts';
import { partitionProblem } from './partition.ts';
import { projectLogBytes } from './projectLogBytes.ts';
import { projectStore } from './projectStore.ts';
import type { ReplayError } from './replayError.ts';

/**
 * What a projection makes of each incident of a whole ledger, one after the other: the memory it takes does not
 * grow with the ledger.
 *
 * @param source - A store; or the bytes of an event log grouped by incident, as `writeLog` writes it, cut
 * anywhere: what `createReadStream` of Node or `fetch` gives. Of such a log the ids of the incidents are kept.
 * @param take - Takes each incident's view; the next ones are read when it has settled.
 * @remarks Errors: `UnreadableEvents` or `UnreadableLog` unless what cannot be read is quarantined;
 * `NotGrouped` for a log whose incidents do not stand together; `TakerFault` when `take` throws; a `StoreError`.
 * @example
 * ```ts
 * const longest = new Map<string, number>();
 * await orThrow(
 *   projectAll(createReadStream('log.jsonl'), durations, { at }, ({ incidentId, view }) => {
 *     if (isRight(view)) longest.set(incidentId, view.right[0]?.ms ?? 0);
 *   }),
 * );
 * ```
 * @public
 */
export const projectAll =
  <S, V>(
    source: EventStore | AsyncIterable<Uint8Array>,
    projection: Projection<S, V>,
    options: ProjectAllOptions,
    take: ViewTaker<V>,
  ): TaskEither<ReplayError, Replayed> =>
  async () => {
    const problem = options.partition ? partitionProblem(options.partition) : null;
    if (problem !== null) return E.left({ _tag: 'InvalidRequest', reason: problem });
    return 'incidents' in source
      ? projectStore(source, projection, options, take)
      : projectLogBytes(source, projection, options, take);
  };
