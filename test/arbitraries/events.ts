import * as fc from 'fast-check';
import type { CoreEvents } from '../../src/events/core.ts';
import type { IncidentEvent, RecordedEvent } from '../../src/events/event.ts';
import { derivedEventId, incidentId } from '../../src/primitives/ids.ts';
import { instantOfMs } from '../../src/primitives/instant.ts';
import { coreData } from './eventData.ts';
import {
  actor,
  anyIncidentId,
  closedMoment,
  eventId,
  filled,
  moment,
  source,
} from './primitives.ts';

/** The event types of the core vocabulary. */
export const coreTypes: readonly (keyof CoreEvents)[] = Object.keys(
  coreData,
) as (keyof CoreEvents)[];

/** A valid event of a type, before it is stored, with any of the envelope's optional fields. */
export const eventOf = (type: keyof CoreEvents): fc.Arbitrary<IncidentEvent> =>
  fc.record(
    {
      eventId,
      incidentId: anyIncidentId,
      type: fc.constant(type),
      version: fc.constant(1),
      occurredAt: moment,
      statedAt: moment,
      actor,
      source,
      happening: filled,
      correlationId: filled,
      causationId: filled,
      origin: fc.record({ sourceKey: filled, item: filled, importer: filled }),
      data: coreData[type],
    },
    {
      requiredKeys: [
        'eventId',
        'incidentId',
        'type',
        'version',
        'occurredAt',
        'actor',
        'source',
        'data',
      ],
    },
  ) as fc.Arbitrary<IncidentEvent>;

/** A valid event of any core type, before it is stored. */
export const anyEvent: fc.Arbitrary<IncidentEvent> = fc.constantFrom(...coreTypes).chain(eventOf);

const START_MS = Date.parse('2024-12-18T00:00:00.000Z');

/** What a stream's events say of themselves before their place in it is known. */
type Unplaced = Pick<IncidentEvent, 'type' | 'occurredAt' | 'statedAt' | 'source' | 'data'> & {
  readonly target: number;
};

const unplaced = (types: readonly (keyof CoreEvents)[]): fc.Arbitrary<Unplaced> =>
  fc.constantFrom(...types).chain((type) =>
    fc.record(
      {
        type: fc.constant(type),
        occurredAt: fc.oneof({ weight: 4, arbitrary: closedMoment }, moment),
        statedAt: closedMoment,
        source,
        data: coreData[type],
        target: fc.nat(),
      },
      { requiredKeys: ['type', 'occurredAt', 'source', 'data', 'target'] },
    ),
  ) as fc.Arbitrary<Unplaced>;

const place = (items: readonly Unplaced[]): readonly RecordedEvent[] => {
  const idOf = (n: number): string => derivedEventId('stream', `${n}`);
  return items.map(({ target, ...item }, revision) => {
    const to = target % Math.max(1, items.length);
    const data =
      item.type === 'Retracted'
        ? { ...item.data, target: idOf(to) }
        : item.type === 'Corrected'
          ? { ...item.data, target: idOf(to), targetType: items[to]?.type, data: items[to]?.data }
          : item.data;
    return {
      ...item,
      data,
      eventId: idOf(revision),
      incidentId: incidentId('TSR-1023'),
      version: 1,
      actor: { id: 'arbitrary' },
      revision,
      recordedAt: instantOfMs(START_MS + revision * 60_000),
    } as unknown as RecordedEvent;
  });
};

/** The events of one incident in the order of their recording; corrections and retractions aim at events of it. */
export const stream = (
  types: readonly (keyof CoreEvents)[] = coreTypes,
): fc.Arbitrary<readonly RecordedEvent[]> =>
  fc.array(unplaced(types), { maxLength: 14 }).map(place);
