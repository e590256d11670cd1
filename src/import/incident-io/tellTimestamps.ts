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

/** The timestamps of an incident that have a value, in the order in which they are shown. */
const ranked = (incident: OutsideObject): readonly OutsideObject[] =>
  incident
    .objects('incident_timestamp_values')
    .filter((timestamp) => timestamp.object('value')?.has('value') === true)
    .map((timestamp) => ({
      timestamp,
      rank: timestamp.object('incident_timestamp')?.number('rank') ?? 0,
    }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ timestamp }) => timestamp);

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
  for (const timestamp of ranked(incident)) {
    const about = timestamp.object('incident_timestamp');
    const name = about?.text('name') ?? '';
    const value = timestamp.object('value');
    const at = value && teller.time(value, 'value');
    const told: Told = {
      item: `timestamp/${about?.id('id') ?? name}`,
      place: timestamp.place,
      at,
      statedAt: updated && byThen(updated),
    };
    const event = timestampEvent(name);
    if (event === null || events.has(event)) {
      const why =
        event === null ? 'its name says no event known' : `another one is read as ${event}`;
      teller.warn(timestamp.place, `the timestamp "${name}" is kept as a note: ${why}`);
      teller.tell('NoteAdded', { text: inItsLanguage(name === '' ? 'a timestamp' : name) }, told);
      continue;
    }
    if (at) events.add(event);
    if (event === 'Declared') declared(told);
    else tellAs[event](name, told, teller);
  }
  return { events };
};
