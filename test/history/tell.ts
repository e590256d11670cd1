import * as E from 'fp-ts/lib/Either.js';
import type { CoreEvents } from '../../src/events/core.ts';
import { core } from '../../src/events/core.ts';
import type { RecordedEvent, RecordedEventOf } from '../../src/events/event.ts';
import type { AsOf } from '../../src/history/asOf.ts';
import type { History } from '../../src/history/history.ts';
import { history } from '../../src/history/history.ts';
import type { Policy } from '../../src/history/policy.ts';
import { derivedEventId, incidentId } from '../../src/primitives/ids.ts';
import { instant, instantOfMs } from '../../src/primitives/instant.ts';
import type { Moment } from '../../src/primitives/moment.ts';
import type { Source } from '../../src/primitives/source.ts';

/** An instant of 17 December 2024, by its time of day. */
export const at = (time: string): ReturnType<typeof instant> => instant(`2024-12-17T${time}Z`);

/** The minute of that day that a source gives as `10:51`. */
export const minute = (time: string): Moment => ({
  earliest: at(`${time}:00.000`),
  latest: at(`${time}:59.999`),
});

/** A clock reading of that day. */
export const clock = (time: string): Moment => ({ earliest: at(time), latest: at(time) });

interface Details {
  /** Its place in the stream; also gives its id and when it was recorded. */
  readonly n: number;
  /** Where it was said; a responder when absent. */
  readonly source?: Source;
  /** When it was said; when recorded, if absent. */
  readonly statedAt?: Moment;
  /** An own key. */
  readonly happening?: string;
}

const RECORDED_MS = Date.parse('2024-12-17T20:00:00.000Z');

/** The id of the event at that place. */
export const idOf = (n: number): ReturnType<typeof derivedEventId> =>
  derivedEventId('event', `${n}`);

/** A recorded event of the day. */
export const event = <K extends keyof CoreEvents>(
  type: K,
  data: CoreEvents[K],
  occurredAt: Moment,
  { n, source = { kind: 'responder' }, ...rest }: Details,
): RecordedEventOf<K, CoreEvents[K]> => ({
  eventId: idOf(n),
  incidentId: incidentId('TSR-1023'),
  type,
  version: 1,
  occurredAt,
  actor: { id: 'tester' },
  source,
  ...rest,
  data,
  revision: n,
  recordedAt: instantOfMs(RECORDED_MS + n * 60_000),
});

/** The history of core events. */
export const tell = (
  events: readonly RecordedEvent[],
  options: AsOf & { readonly policy?: Policy } = {},
): History => history(events, { vocabulary: core, ...options });

/** What is on the right; a test that finds a left there fails. */
export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(`expected a right, got ${JSON.stringify(either.left)}`);
  return either.right;
};

/** What is on the left; a test that finds a right there fails. */
export const left = <A>(either: E.Either<A, unknown>): A => {
  if (E.isRight(either)) throw new Error(`expected a left, got ${JSON.stringify(either.right)}`);
  return either.left;
};
