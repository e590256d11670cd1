import type { Vocabulary } from '../events/vocabulary.ts';
import type { EventId } from '../primitives/ids.ts';
import type { AsOf } from './asOf.ts';
import { hadOccurred, wasStated } from './asOf.ts';
import type { AnyEffective, AnyHappening, AnyRecorded } from './effective.ts';
import { episodes, keyOf } from './happenings.ts';
import { storyOrder, toldAt, uncertainOrder } from './order.ts';
import type { Placed } from './retold.ts';
import { claimOf, happeningOf } from './retold.ts';
import type { TypeFacts } from './typeFacts.ts';
import { factsIn } from './typeFacts.ts';

/** A story that nothing in the ledger was said about, told without the steps that it has no need of. */
export interface QuickStory {
  /** The claims, made when they are asked for. */
  readonly claims: () => readonly AnyEffective[];
  /** What the happenings are made of; null when some have several claims, among which has to be chosen. */
  readonly alone: readonly Placed[] | null;
}

const NOBODY: readonly EventId[] = Object.freeze([]);
const NO_OTHERS: readonly AnyEffective[] = Object.freeze([]);

/** The events in the order of the story. Most come in it, and have instants that tell so by themselves. */
const inStoryOrder = (events: readonly AnyRecorded[], facts: TypeFacts): readonly AnyRecorded[] => {
  const inOrder = storyOrder(facts);
  let before: AnyRecorded | null = null;
  let atBefore = '';
  for (const event of events) {
    const at = toldAt(event);
    if (before !== null && !(atBefore < at) && inOrder(before, event) > 0) {
      return events.toSorted(inOrder);
    }
    before = event;
    atBefore = at;
  }
  return events;
};

/** A story with what is known of its happenings. */
interface PlacedStory {
  readonly story: readonly Placed[];
  /** Whether no two events are claims about one happening. */
  readonly isEachAlone: boolean;
}

/**
 * Finds the happening of each event. Claims of two types are never about one, so that only the keys of types that
 * come again are compared; a key that is equal to one of another type is told as if it were.
 */
const placedIn = (sorted: readonly AnyRecorded[], facts: TypeFacts): PlacedStory => {
  const episodeOf = episodes();
  const story: Placed[] = [];
  const firstOf: string[] = [];
  const keys = new Set<string>();
  let isEachAlone = true;
  for (const event of sorted) {
    const { rank, rule } = facts(event.type);
    const episode = episodeOf(event.type);
    const happening = keyOf(event, episode, rule);
    story.push({ event, happening, episode });
    const first = firstOf[rank];
    if (first === undefined) firstOf[rank] = happening;
    else {
      keys.add(first);
      if (keys.has(happening)) isEachAlone = false;
      keys.add(happening);
    }
  }
  return { story, isEachAlone };
};

const claimsOf = (story: readonly Placed[]): readonly AnyEffective[] =>
  story.map((place) => claimOf(place.event, place, NOBODY));

/** The happenings of a story in which each has one claim. */
export const happeningsOfAlone = (story: readonly Placed[]): readonly AnyHappening[] => {
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
  if (recorded.some(({ type }) => type === 'Corrected' || type === 'Retracted')) return null;
  const stated =
    asOf.knownAt === undefined ? recorded : recorded.filter((event) => wasStated(event, asOf));
  const facts = factsIn(vocabulary);
  const { story, isEachAlone } = placedIn(inStoryOrder(stated, facts), facts);
  const told =
    asOf.occurredBefore === undefined
      ? story
      : story.filter(({ event }) => hadOccurred(toldAt(event), asOf));
  return {
    claims: () => claimsOf(isEachAlone ? told : story),
    alone: isEachAlone ? told : null,
  };
};
