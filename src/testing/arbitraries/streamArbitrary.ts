import * as fc from 'fast-check';
import type { CoreEvents } from '../../events/core.ts';
import type { RecordedEvent } from '../../events/event.ts';
import type { EventId } from '../../primitives/ids.ts';
import { derivedEventId, incidentId } from '../../primitives/ids.ts';
import { instantOfMs } from '../../primitives/instant.ts';
import type { Moment } from '../../primitives/moment.ts';
import type { Source } from '../../primitives/source.ts';
import { vocabularyIn } from '../vocabularyIn.ts';
import type { EventArbitraryOptions, Kind } from './kinds.ts';
import { kindsIn } from './kinds.ts';
import { closedMoment, momentArbitrary } from './momentArbitrary.ts';
import type { Made } from './recordedAll.ts';
import { recordedAll } from './recordedAll.ts';
import { source } from './whos.ts';

const START_MS = Date.parse('2024-12-18T00:00:00.000Z');
const MINUTE_MS = 60_000;
const MOST_EVENTS = 14;

/** What an event says before its place in the stream is known. */
interface Unplaced {
  readonly type: string;
  readonly version: number;
  readonly occurredAt: Moment;
  readonly statedAt?: Moment;
  readonly source: Source;
  readonly data: unknown;
  readonly target: number;
}

const unplaced = ({ type, version, data }: Kind): fc.Arbitrary<Unplaced> =>
  fc.record(
    {
      type: fc.constant(type),
      version: fc.constant(version),
      occurredAt: fc.oneof({ weight: 4, arbitrary: closedMoment }, momentArbitrary),
      statedAt: closedMoment,
      source,
      data,
      target: fc.nat(),
    },
    { requiredKeys: ['type', 'version', 'occurredAt', 'source', 'data', 'target'] },
  );

const idOf = (place: number): EventId => derivedEventId('stream', `${place}`);

/** The data of an event, aimed at an event of the stream where it is about one. */
const aimed = ({ type, data, target }: Unplaced, items: readonly Unplaced[]): unknown => {
  const to = target % items.length;
  const about = items[to];
  if (type === 'Retracted') return Object.assign({}, data, { target: idOf(to) });
  if (type !== 'Corrected' || !about) return data;
  const { type: targetType, version: targetVersion } = about;
  return Object.assign({}, data, {
    target: idOf(to),
    targetType,
    targetVersion,
    data: about.data,
  });
};

const placed = (items: readonly Unplaced[]): readonly Made[] =>
  items.map((item, revision) => {
    const { target: _, ...said } = item;
    return {
      ...said,
      data: aimed(item, items),
      eventId: idOf(revision),
      incidentId: incidentId('TSR-1023'),
      actor: { id: 'arbitrary' },
      revision,
      recordedAt: instantOfMs(START_MS + revision * MINUTE_MS),
    };
  });

/**
 * Up to 14 events of one incident in the order of their recording, of any type at any time: not plausible, but
 * what a ledger takes. Corrections and retractions aim at any event among them.
 *
 * @public
 */
export const streamArbitrary = <D = CoreEvents>(
  options: EventArbitraryOptions<D> = {},
): fc.Arbitrary<readonly RecordedEvent<D>[]> => {
  const vocabulary = vocabularyIn(options);
  return fc
    .array(fc.oneof(...kindsIn(options).map(unplaced)), { maxLength: MOST_EVENTS })
    .map((items) => recordedAll(vocabulary, placed(items)));
};
