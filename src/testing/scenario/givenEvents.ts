import * as E from 'fp-ts/lib/Either.js';
import { decode } from '../../events/decode.ts';
import { encode } from '../../events/encode.ts';
import type { IncidentEvent, RecordedEvent } from '../../events/event.ts';
import { definitionOf } from '../../events/vocabulary.ts';
import { showFault } from '../../primitives/fault.ts';
import { derivedEventId } from '../../primitives/ids.ts';
import type { Instant } from '../../primitives/instant.ts';
import { messageOf } from '../../primitives/messageOf.ts';
import type { Moment } from '../../primitives/moment.ts';
import type { ScenarioEnvelope, ScenarioEvent } from './scenarioEvent.ts';
import { instantIn, momentIn } from './scenarioTime.ts';
import type { ScenarioSetting } from './setting.ts';

/** Any event of a scenario, its type and data not looked at. */
export interface AnyScenarioEvent extends ScenarioEnvelope {
  readonly type: PropertyKey;
  readonly data?: unknown;
}

/** Events of a vocabulary, their types and data not looked at. */
export const anyEvents = <D>(events: readonly ScenarioEvent<D>[]): readonly AnyScenarioEvent[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  events as readonly unknown[] as readonly AnyScenarioEvent[];

/** An event with its times read, and with data. */
export const readEvent = (
  { occurredAt, statedAt, recordedAt, ...rest }: AnyScenarioEvent,
  day: string,
): AnyScenarioEvent & { readonly occurredAt: Moment; readonly recordedAt?: Instant } => ({
  ...rest,
  data: rest.data ?? {},
  occurredAt: momentIn(day)(occurredAt),
  ...(statedAt !== undefined && { statedAt: momentIn(day)(statedAt) }),
  ...(recordedAt !== undefined && { recordedAt: instantIn(day)(recordedAt) }),
});

const lastOf = (moment: Moment | string | undefined): Instant | null =>
  typeof moment === 'object' ? (moment.latest ?? moment.earliest ?? null) : null;

/** The last of some instants, of which at least one is known. */
const latest = (first: Instant, ...instants: readonly (Instant | null)[]): Instant =>
  instants.reduce<Instant>((last, each) => (each !== null && each > last ? each : last), first);

/** The same; a time that cannot be read is told with the event it is of. */
const timed = (
  given: AnyScenarioEvent,
  day: string,
  place: number,
): ReturnType<typeof readEvent> => {
  try {
    return readEvent(given, day);
  } catch (cause) {
    throw new RangeError(`given event ${place} (${String(given.type)}): ${messageOf(cause)}`, {
      cause,
    });
  }
};

/** The events of a scenario as a store would give them back, with what they left out filled in. */
export const givenEvents = <D>(
  events: readonly AnyScenarioEvent[],
  { vocabulary, day, by }: ScenarioSetting<D>,
): readonly RecordedEvent<D>[] => {
  const check = encode(vocabulary);
  const read = decode(vocabulary);
  const placeOf = new Map<string, number>();
  let last = instantIn(day)('00:00');
  return events.map((given, place) => {
    const wrong = (told: string): Error =>
      new Error(`given event ${place} (${String(given.type)}) is none: ${told}`);
    const { recordedAt, revision = place, position, ...said } = timed(given, day, place);
    const event: unknown = {
      ...by,
      eventId: derivedEventId('scenario', `${place}`),
      version: definitionOf(vocabulary, String(given.type))?.version ?? 1,
      ...said,
    };
    // Whether it is one is what is checked.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const encoded = check(event as IncidentEvent<D>);
    if (E.isLeft(encoded)) throw wrong(encoded.left.map(showFault).join('; '));
    const { eventId } = encoded.right;
    const before = placeOf.get(eventId);
    if (before !== undefined) {
      throw wrong(`eventId: ${eventId} is that of given event ${before} already`);
    }
    placeOf.set(eventId, place);
    last = recordedAt ?? latest(last, lastOf(said.statedAt) ?? lastOf(said.occurredAt));
    const decoded = read({
      ...encoded.right,
      revision,
      recordedAt: last,
      ...(position !== undefined && { position }),
    });
    if (E.isLeft(decoded)) throw wrong(JSON.stringify(decoded.left));
    return decoded.right;
  });
};
