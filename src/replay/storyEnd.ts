import type { Vocabulary } from '../events/vocabulary.ts';
import type { AnyEffective, AnyHappening, AnyRecorded } from '../history/effective.ts';
import { seen } from '../history/fold.ts';
import { episodes, keyOf } from '../history/happenings.ts';
import type { History } from '../history/history.ts';
import { saidAt, storyOrder, toldAt } from '../history/order.ts';
import type { Found } from '../history/retold.ts';
import { factsIn } from '../history/typeFacts.ts';
import { EventId } from '../primitives/ids.ts';
import type { Place, StoryEnd } from './savedIncident.ts';

type Sortable = Parameters<typeof toldAt>[0];

const placeOf = (event: Sortable): Place => ({
  type: event.type,
  eventId: event.eventId,
  at: toldAt(event),
  said: saidAt(event),
});

const sortable = ({ type, eventId, at, said }: Place): Sortable => ({
  type,
  eventId,
  occurredAt: { earliest: at },
  statedAt: { earliest: said },
  recordedAt: said,
});

type Teller = ReturnType<typeof episodes>;

/** Whether the present episode began with a reopening and goes on: only then does another one not begin the next. */
const isReopened = (tell: Teller, episode: number): boolean => tell('Reopened') === episode;

/** The teller of episodes as it stands at the end of a story. */
const tellerFrom = ({ episode, reopened }: StoryEnd): Teller => {
  const tell = episodes();
  for (let count = 1; count <= episode; count += 1) {
    tell('Reopened');
    if (count < episode || !reopened) tell('Resolved');
  }
  return tell;
};

const OPEN = '~';

/** A happening by its type and key: two types are two happenings. */
const happeningIn = (type: string, key: string): string => `${type}\n${key}`;

/** Whether each event of that type is a happening of its own, unless it says otherwise. */
const isOfItsOwn = <D>(vocabulary: Vocabulary<D>, type: string): boolean =>
  factsIn(vocabulary)(type).rule === 'event';

const ownKey = (type: string, eventId: string): string => `${type}#${eventId}`;

const targetOf = ({ type, data }: AnyRecorded): string | null =>
  (type === 'Corrected' || type === 'Retracted') &&
  typeof data === 'object' &&
  data !== null &&
  'target' in data &&
  typeof data.target === 'string'
    ? data.target
    : null;

const awaitedIn = (events: readonly AnyRecorded[]): readonly string[] => {
  const targets = events.map(targetOf).filter((target) => target !== null);
  if (targets.length === 0) return [];
  const there = new Set<string>(events.map(({ eventId }) => eventId));
  return [...new Set(targets)].filter((target) => !there.has(target));
};

/** The end of a story. */
export const endOf = <D>(history: History<D>): StoryEnd => {
  const { vocabulary } = history;
  // What is asked of them here are their envelopes only.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const claims = seen(history, 'claims') as readonly AnyEffective[];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const happenings = seen(history, 'incident') as readonly AnyHappening[];
  const inOrder = storyOrder(factsIn(vocabulary));
  const lasts = [claims.at(-1), happenings.at(-1)].filter((event) => event !== undefined);
  const [last] = lasts.toSorted(inOrder).toReversed();
  const tell = episodes();
  const episode = claims.reduce((_, { type }) => tell(type), 0);
  const ends = happenings.map(({ occurredAt }) => occurredAt.latest ?? OPEN);
  return {
    last: last ? placeOf(last) : null,
    episode,
    reopened: isReopened(tell, episode),
    lastEnd: ends.at(-1) ?? '',
    latestEnd: ends.reduce((latest, end) => (end > latest ? end : latest), ''),
    lastUncertain: happenings.at(-1)?.orderUncertain ?? false,
    keys: [
      ...new Set(
        claims
          .filter(
            ({ type, eventId, happening }) =>
              happening !== ownKey(type, eventId) || !isOfItsOwn(vocabulary, type),
          )
          .map(({ type, happening }) => happeningIn(type, happening)),
      ),
    ],
    awaited: awaitedIn(seen(history, 'ledger')),
  };
};

/** An event that goes on with a story: what it is in it, and where the story then ends. */
export interface Next {
  /** What is found of it. */
  readonly found: Found;
  /** Whether its time overlaps that of one before it. */
  readonly orderUncertain: boolean;
  /** The end with it. */
  readonly end: StoryEnd;
}

/** Whether a happening may have been told of before. */
const isKnown = <D>(
  vocabulary: Vocabulary<D>,
  { type, eventId }: AnyRecorded,
  key: string,
  end: StoryEnd,
): boolean => {
  if (end.keys.includes(happeningIn(type, key))) return true;
  if (!isOfItsOwn(vocabulary, type) || key === ownKey(type, eventId)) return false;
  // It may be a claim about what another event tells, whose key is not kept.
  return key.startsWith(`${type}#`) && EventId.is(key.slice(type.length + 1));
};

/**
 * What an event is that comes after everything in a story, tells of something new, and changes nothing about what
 * came before; null for any other, with which the story has to be told anew.
 */
export const nextIn = <D>(
  vocabulary: Vocabulary<D>,
  end: StoryEnd,
  event: AnyRecorded,
): Next | null => {
  const { type, eventId, occurredAt } = event;
  if (targetOf(event) !== null || end.awaited.includes(eventId)) return null;
  const facts = factsIn(vocabulary);
  if (end.last && storyOrder(facts)(sortable(end.last), event) >= 0) return null;
  const tell = tellerFrom(end);
  const episode = tell(type);
  const happening = keyOf(event, episode, facts(type).rule);
  if (isKnown(vocabulary, event, happening, end)) return null;
  const start = occurredAt.earliest ?? '';
  if (end.last && start <= end.lastEnd && !end.lastUncertain) return null;
  const orderUncertain = end.last !== null && start <= end.latestEnd;
  const lastEnd = occurredAt.latest ?? OPEN;
  const isUnkept = isOfItsOwn(vocabulary, type) && happening === ownKey(type, eventId);
  return {
    found: { happening, episode },
    orderUncertain,
    end: {
      last: placeOf(event),
      episode,
      reopened: isReopened(tell, episode),
      lastEnd,
      latestEnd: lastEnd > end.latestEnd ? lastEnd : end.latestEnd,
      lastUncertain: orderUncertain,
      keys: isUnkept ? end.keys : [...end.keys, happeningIn(type, happening)],
      awaited: end.awaited,
    },
  };
};
