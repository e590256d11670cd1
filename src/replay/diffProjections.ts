import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { core } from '../events/core.ts';
import type { RecordedEvent } from '../events/event.ts';
import type { AnyRecorded } from '../history/effective.ts';
import { project } from '../history/fold.ts';
import { history } from '../history/history.ts';
import { defaultPolicy } from '../history/policy.ts';
import type { Projection } from '../history/projection.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { EventStore } from '../store/port.ts';
import { firstRecorded, firstTold, shownView } from './firstDifference.ts';
import { projectAll } from './projectAll.ts';
import type { ProjectAllOptions, Replayed } from './projectAllOptions.ts';
import type { ReplayError } from './replayError.ts';
import type { FieldDifference } from './viewDifferences.ts';
import { viewDifferences } from './viewDifferences.ts';

/**
 * How two projections are compared.
 *
 * @public
 */
export interface DiffOptions extends ProjectAllOptions {
  /**
   * In which order the event is looked for with which two views begin to differ: as the story is told, which is the
   * default; or as the events were `recorded`, which is what somebody saw who followed both, and the only order that raw
   * events have.
   */
  readonly order?: 'story' | 'recorded' | undefined;
}

/**
 * What differs between two projections of one incident.
 *
 * @public
 */
export interface IncidentDifference {
  /** The incident. */
  readonly incidentId: IncidentId;
  /** Each field that differs. A projection that failed has `fault` and `eventId` in the place of its view. */
  readonly fields: readonly FieldDifference[];
  /** The event with which they begin to differ; null when they differ before the first. */
  readonly first: AnyRecorded | null;
  /** Whether events of the incident could not be read. */
  readonly incomplete: boolean;
}

/**
 * How many incidents two projections say the same of.
 *
 * @public
 */
export interface ProjectionsDiffered extends Replayed {
  /** How many have the same view. */
  readonly equal: number;
  /** How many have not. */
  readonly different: number;
  /** In how many of all these at least one projection failed. */
  readonly faulty: number;
}

/** The events of an incident as a replay reads them; it sees each type, whatever the vocabulary knows. */
const recordedEvents: Projection<RecordedEvent<unknown>[], readonly RecordedEvent<unknown>[]> = {
  name: 'recorded-events',
  version: 1,
  scopes: ['ledger'],
  handles: [],
  initial: () => [],
  apply: (_, events, event) => {
    // An event seen by its envelope is an event of any vocabulary.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    events.push(event as unknown as RecordedEvent<unknown>);
  },
  view: (events) => events,
};

/**
 * What differs between two versions of a projection, or any two with views of one shape: incident by incident, field by
 * field, with the event that first made them part. The memory it takes does not grow with the ledger.
 *
 * @param source - A store, or the bytes of a log grouped by incident, as for `projectAll`.
 * @param take - Takes what differs in one incident; the next ones are compared when it has settled.
 * @returns How many incidents are equal, and how many are not.
 * @remarks Errors: as `projectAll`.
 * @example
 * ```ts
 * await orThrow(
 *   diffProjections(store, openActions1, openActions2, { at }, ({ incidentId, fields, first }) => {
 *     for (const { path, a, b } of fields) console.log(incidentId, path, a, b, first?.eventId);
 *   }),
 * );
 * ```
 * @public
 */
export const diffProjections =
  <V>(
    source: EventStore | AsyncIterable<Uint8Array>,
    a: Projection<unknown, V>,
    b: Projection<unknown, V>,
    options: DiffOptions,
    take: (difference: IncidentDifference) => Promise<void> | void,
  ): TaskEither<ReplayError, ProjectionsDiffered> =>
  async () => {
    const { at, vocabulary = core, policy = defaultPolicy, order = 'story' } = options;
    const { knownAt, recordedBefore, occurredBefore } = options;
    const how = {
      vocabulary,
      policy,
      ...(knownAt !== undefined && { knownAt }),
      ...(recordedBefore !== undefined && { recordedBefore }),
      ...(occurredBefore !== undefined && { occurredBefore }),
    };
    const pair = { a, b, at };
    const isTold = order === 'story' && ![...a.scopes, ...b.scopes].includes('ledger');
    const count = { equal: 0, different: 0, faulty: 0 };
    const replayed = await projectAll(
      source,
      recordedEvents,
      options,
      async ({ incidentId, view, incomplete }) => {
        const events = E.isRight(view) ? view.right : [];
        const told = history(events, how);
        const views = [project(told, a, at), project(told, b, at)];
        if (views.some(E.isLeft)) count.faulty += 1;
        const [left, right] = views.map(shownView);
        const fields = viewDifferences(left, right);
        count[fields.length > 0 ? 'different' : 'equal'] += 1;
        if (fields.length === 0) return;
        const first = isTold ? firstTold(pair, told) : firstRecorded(pair, events, how);
        await take({ incidentId, fields, first, incomplete });
      },
    )();
    return E.isLeft(replayed) ? replayed : E.right({ ...replayed.right, ...count });
  };
