import type { Vocabulary } from '../events/vocabulary.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Moment } from '../primitives/moment.ts';
import { anchorOf } from '../primitives/moment.ts';
import type { AsOf } from './asOf.ts';
import { hadOccurred, wasStated } from './asOf.ts';
import type { AnyEffective, AnyHappening, AnyRecorded } from './effective.ts';
import { episodes, keyOf } from './happenings.ts';
import { uncertainOrder } from './order.ts';
import { claimOf, happeningOf } from './retold.ts';
import { factsIn } from './typeFacts.ts';

/** A story that nothing in the ledger was said about, told without the steps that it has no need of. */
export interface QuickStory {
  /** The claims, made when they are asked for. */
  readonly claims: () => readonly AnyEffective[];
  /** The happenings; null when some have several claims, among which has to be chosen. */
  readonly happenings: readonly AnyHappening[] | null;
}

/** An event with what its place in the story is told by, then with the happening that it is a claim about. */
interface Placed {
  readonly event: AnyRecorded;
  readonly statedAt: Moment;
  readonly at: string;
  readonly said: string;
  readonly rank: number;
  episode: number;
  happening: string;
}

const NOBODY: readonly EventId[] = Object.freeze([]);
const NO_OTHERS: readonly AnyEffective[] = Object.freeze([]);

/** As `storyOrder`, with what it compares at hand. */
const inOrder = (a: Placed, b: Placed): number => {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.said !== b.said) return a.said < b.said ? -1 : 1;
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.event.eventId < b.event.eventId ? -1 : a.event.eventId > b.event.eventId ? 1 : 0;
};

/** The events in the order of the story; null when one of them is about another. */
const placed = <D>(
  recorded: readonly AnyRecorded[],
  vocabulary: Vocabulary<D>,
  asOf: AsOf,
): Placed[] | null => {
  const { ranks } = factsIn(vocabulary);
  const places: Placed[] = [];
  let isSorted = true;
  let last: Placed | null = null;
  for (const event of recorded) {
    const { type, recordedAt } = event;
    if (type === 'Corrected' || type === 'Retracted') return null;
    const statedAt = event.statedAt ?? { earliest: recordedAt, latest: recordedAt };
    if (!wasStated(statedAt, recordedAt, asOf)) continue;
    const said = anchorOf(statedAt) ?? recordedAt;
    const at = anchorOf(event.occurredAt) ?? said;
    const rank = ranks.get(type) ?? ranks.size;
    const place: Placed = { event, statedAt, at, said, rank, episode: 0, happening: '' };
    if (last !== null && inOrder(last, place) > 0) isSorted = false;
    last = place;
    places.push(place);
  }
  return isSorted ? places : places.toSorted(inOrder);
};

const claimsOf = (story: readonly Placed[]): readonly AnyEffective[] =>
  story.map((place) => claimOf(place.event, place, NOBODY));

const happeningsOf = (story: readonly Placed[]): readonly AnyHappening[] => {
  const uncertain = uncertainOrder(story.map(({ event }) => event.occurredAt));
  return story.map((place, index) =>
    happeningOf(place.event, place, NOBODY, NO_OTHERS, uncertain[index] ?? false),
  );
};

/**
 * The story of events among which none corrects or retracts another; null when one does.
 *
 * @param recorded - The events in the order of their recording.
 */
export const quickStory = <D>(
  recorded: readonly AnyRecorded[],
  vocabulary: Vocabulary<D>,
  asOf: AsOf,
): QuickStory | null => {
  const story = placed(recorded, vocabulary, asOf);
  if (!story) return null;
  const { rules } = factsIn(vocabulary);
  const episodeOf = episodes();
  const keys = new Set<string>();
  for (const place of story) {
    const { event } = place;
    place.episode = episodeOf(event.type);
    place.happening = keyOf(event, place.episode, rules.get(event.type) ?? 'event');
    keys.add(place.happening);
  }
  const told =
    asOf.occurredBefore === undefined
      ? story
      : story.filter(({ at }) => hadOccurred(at as Parameters<typeof hadOccurred>[0], asOf));
  // Equal keys of two types are two happenings: that they are few is no matter, since it is only looked at closely.
  const isPlain = keys.size === story.length;
  return {
    claims: () => claimsOf(isPlain ? told : story),
    happenings: isPlain ? happeningsOf(told) : null,
  };
};
