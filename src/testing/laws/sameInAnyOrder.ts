import type { AnyRecorded } from '../../history/effective.ts';
import { anchorOf, exactly } from '../../primitives/moment.ts';
import { differencesIn, showDifference } from '../differences.ts';
import { replayed, viewed } from './folding.ts';
import type { Law } from './law.ts';
import { ownHistory } from './law.ts';

type Events = readonly AnyRecorded[];

/** The events, each with when it was stated: where nothing tells that, it is when the event was recorded. */
const pinned = (events: Events): readonly AnyRecorded[] =>
  events.map((event) =>
    event.statedAt && anchorOf(event.statedAt) !== undefined
      ? event
      : { ...event, statedAt: exactly(event.recordedAt) },
  );

/** The same events, recorded in that order: the first where the first was, at the same time. */
const recordedIn = (order: readonly AnyRecorded[], slots: readonly AnyRecorded[]): Events =>
  order.map((event, index) => {
    const { revision, recordedAt, position } = slots[index] ?? event;
    const { position: _, ...rest } = event;
    return { ...rest, revision, recordedAt, ...(position !== undefined && { position }) };
  });

/** Every pair of events is the other way round in one of these. */
const orders: readonly (readonly [
  string,
  (events: readonly AnyRecorded[]) => readonly AnyRecorded[],
])[] = [
  ['the other way round', (events) => events.toReversed()],
  [
    'every second one late',
    (events) => [
      ...events.filter((_, index) => index % 2 === 0),
      ...events.filter((_, index) => index % 2 === 1),
    ],
  ],
];

/** Happenings and claims are told in the order in which they happened. */
export const sameInAnyOrder: Law = {
  name: 'is viewed the same, in whatever order its events were recorded',
  breach: (trial) => {
    const given = pinned(trial.events);
    const viewOf = (events: Events): unknown => {
      const own = { ...trial, events };
      return viewed(own, replayed(own, ownHistory(own)));
    };
    const view = viewOf(recordedIn(given, given));
    for (const [name, reorder] of orders) {
      const [found] = differencesIn(view, viewOf(recordedIn(reorder(given), given)));
      if (found) {
        return `recorded ${name}, its view differs${showDifference(found, 'as given', 'then')}`;
      }
    }
    return null;
  },
};
