import type { Moment } from '../../primitives/moment.ts';
import { byThen } from '../time/momentsAround.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { inItsLanguage } from '../vendor/teller.ts';
import type { TimestampEvent } from './timestampEvent.ts';
import { timestampEvent } from './timestampEvent.ts';

type Tell = (name: string, told: Told, teller: Teller) => void;

const plain =
  (
    type: Exclude<
      TimestampEvent,
      'ImpactStarted' | 'ImpactEnded' | 'Declared' | 'FixApplied' | 'Cancelled'
    >,
  ): Tell =>
  (_, told, { tell }) => {
    tell(type, {}, told);
  };

const impact =
  (type: 'ImpactStarted' | 'ImpactEnded'): Tell =>
  (_, told, { tell }) => {
    tell(type, { impactId: 'main' }, told);
  };

const tellAs: Readonly<Record<Exclude<TimestampEvent, 'Declared'>, Tell>> = {
  ImpactStarted: impact('ImpactStarted'),
  ImpactEnded: impact('ImpactEnded'),
  Detected: plain('Detected'),
  Acknowledged: plain('Acknowledged'),
  CauseIdentified: plain('CauseIdentified'),
  Mitigated: plain('Mitigated'),
  Restored: plain('Restored'),
  Resolved: plain('Resolved'),
  Closed: plain('Closed'),
  FixApplied: (_, told, { tell }) => {
    tell('FixApplied', { fixId: 'main' }, told);
  },
  Cancelled: (name, told, { tell }) => {
    tell('Cancelled', { outcome: /declin/i.test(name) ? 'declined' : 'false-alarm' }, told);
  },
};

/** A timestamp that has a value. */
interface Timestamp {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly place: string;
  /** What holds its time, and under which key. */
  readonly value: readonly [holder: OutsideObject, key: string];
}

/** The timestamps of an incident that have a value, in the order in which they are shown; version 1 lists them by name. */
const ranked = (incident: OutsideObject): readonly Timestamp[] => {
  const first = incident.objects('timestamps').map((timestamp): Timestamp => {
    const name = timestamp.text('name') ?? '';
    const value = [timestamp, 'last_occurred_at'] as const;
    return { id: name, name, rank: 0, place: timestamp.place, value };
  });
  const second = incident.objects('incident_timestamp_values').flatMap((timestamp) => {
    const about = timestamp.object('incident_timestamp');
    const name = about?.text('name') ?? '';
    const holder = timestamp.object('value');
    const { place } = timestamp;
    return holder
      ? [
          {
            id: about?.id('id') ?? name,
            name,
            rank: about?.number('rank') ?? 0,
            place,
            value: [holder, 'value'] as const,
          },
        ]
      : [];
  });
  return [...first, ...second]
    .filter(({ value: [holder, key] }) => holder.has(key))
    .toSorted((a, b) => a.rank - b.rank);
};

/** What the timestamps of an incident told. */
export interface TimestampsTold {
  /** The events told. */
  readonly events: ReadonlySet<TimestampEvent>;
}

/**
 * Tells the timestamps of an incident, which people set and change: each under the event that its name says, the rest
 * as notes. Of two that say the same event the first shown is told, and the other kept as a note.
 *
 * @param declared - Tells the declaration at that time.
 */
export const tellTimestamps = (
  incident: OutsideObject,
  updated: Moment | undefined,
  teller: Teller,
  declared: (told: Told) => void,
): TimestampsTold => {
  const events = new Set<TimestampEvent>();
  const all = ranked(incident);
  const isDeclared = all.some(({ name }) => /^declared\b/i.test(name));
  for (const { id, name, place, value } of all) {
    const at = teller.time(...value);
    const told: Told = {
      item: `timestamp/${id}`,
      place,
      at,
      statedAt: updated && byThen(updated),
    };
    // It is reported and declared by one timestamp, unless there are both.
    const isOther = isDeclared && !/^declared\b/i.test(name);
    const named = timestampEvent(name);
    const event = named === 'Declared' && isOther ? null : named;
    if (event === null || events.has(event)) {
      const other = event ?? (named === 'Declared' ? named : null);
      const why =
        other === null ? 'its name says no event known' : `another one is read as ${other}`;
      teller.warn(place, `the timestamp "${name}" is kept as a note: ${why}`);
      teller.tell('NoteAdded', { text: inItsLanguage(name === '' ? 'a timestamp' : name) }, told);
      continue;
    }
    if (at) events.add(event);
    if (event === 'Declared') declared(told);
    else tellAs[event](name, told, teller);
  }
  return { events };
};
