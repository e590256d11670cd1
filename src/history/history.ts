import type { CoreEvents } from '../events/core.ts';
import type { RecordedEvent } from '../events/event.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import { definitionOf } from '../events/vocabulary.ts';
import type { AsOf } from './asOf.ts';
import { hadOccurred } from './asOf.ts';
import { correct } from './correct.ts';
import type {
  AnyEffective,
  AnyHappening,
  AnyRecorded,
  EffectiveEvent,
  Happening,
} from './effective.ts';
import { happeningsOf, withHappening } from './happenings.ts';
import { happeningsOfAlone, quickStory } from './quickStory.ts';
import { factsIn } from './typeFacts.ts';
import { storyOrder, toldAt, uncertainOrder } from './order.ts';
import type { Policy } from './policy.ts';
import { defaultPolicy } from './policy.ts';
import type { Told } from './told.ts';

/**
 * How a history is made from events.
 *
 * @public
 */
export interface HistoryOptions<D = CoreEvents> extends AsOf {
  /** The vocabulary that the events were decoded with. */
  readonly vocabulary: Vocabulary<D>;
  /** How one claim is chosen among several; {@link defaultPolicy} when absent. */
  readonly policy?: Policy;
}

/**
 * The story of one incident, told from its events.
 *
 * @public
 */
export interface History<D = CoreEvents> {
  /** The vocabulary that the events were decoded with. */
  readonly vocabulary: Vocabulary<D>;
  /** The policy that chose. */
  readonly policy: Policy;
  /** The events as they were recorded by then, in the order of their recording; nothing applied, nothing left out. */
  readonly events: readonly RecordedEvent<D>[];
  /** The claims as they are to be read, in the order of the story. */
  readonly claims: readonly EffectiveEvent<D>[];
  /** What happened, one claim chosen for each happening, in the order of the story. */
  readonly happenings: readonly Happening<D>[];
}

const RECORD_KEEPING: ReadonlySet<string> = new Set(['Corrected', 'Retracted']);

/** What a history is made of beside the events; what few views ask for is made when asked for. */
interface Parts {
  readonly claims: () => readonly AnyEffective[];
  readonly happenings: () => readonly AnyHappening[];
  readonly alone: Told['alone'];
}

const byRevision = (a: AnyRecorded, b: AnyRecorded): number => a.revision - b.revision;

const recordedIn = (
  events: readonly AnyRecorded[],
  { recordedBefore }: AsOf,
): readonly AnyRecorded[] => {
  const recorded =
    recordedBefore === undefined
      ? events
      : events.filter(({ recordedAt }) => recordedAt < recordedBefore);
  let last = 0;
  for (const { revision } of recorded) {
    if (revision < last) return recorded.toSorted(byRevision);
    last = revision;
  }
  return recorded;
};

const orderIn = <D>(vocabulary: Vocabulary<D>): ReturnType<typeof storyOrder> =>
  storyOrder(factsIn(vocabulary));

const isBefore = (event: Parameters<typeof toldAt>[0], asOf: AsOf): boolean =>
  RECORD_KEEPING.has(event.type) || hadOccurred(toldAt(event), asOf);

/** The happenings of all claims, chosen, cut and put in order. */
const chosenFrom = <D>(
  all: readonly AnyEffective[],
  options: HistoryOptions<D>,
): readonly AnyHappening[] => {
  const chosen = happeningsOf(all, options.policy ?? defaultPolicy)
    .filter((happening) => isBefore(happening, options))
    .toSorted(orderIn(options.vocabulary));
  const uncertain = uncertainOrder(chosen.map(({ occurredAt }) => occurredAt));
  return chosen.map((happening, index) => ({
    ...happening,
    orderUncertain: uncertain[index] ?? false,
  }));
};

const partsOf = <D>(all: readonly AnyEffective[], options: HistoryOptions<D>): Parts => {
  const chosen = chosenFrom(all, options);
  return {
    claims: () => all.filter((claim) => isBefore(claim, options)),
    happenings: () => chosen,
    alone: null,
  };
};

/** The parts of a history in which no event is about another. */
const quickParts = <D>(
  recorded: readonly AnyRecorded[],
  options: HistoryOptions<D>,
): Parts | null => {
  const story = quickStory(recorded, options.vocabulary, options);
  if (!story) return null;
  const { claims, alone } = story;
  return alone
    ? { claims, happenings: () => happeningsOfAlone(alone), alone }
    : partsOf(claims(), options);
};

/** The parts of any history. */
const closeParts = <D>(recorded: readonly AnyRecorded[], options: HistoryOptions<D>): Parts => {
  const { vocabulary } = options;
  const sorted = correct(recorded, options).toSorted(orderIn(vocabulary));
  return partsOf(
    withHappening(sorted, (type) => definitionOf(vocabulary, type)),
    options,
  );
};

/**
 * Tells the story of one incident, as a fold asks for it. See {@link history}.
 *
 * @param events - As for a history; they are not to change while what is told is looked at.
 */
export const tell = <D>(events: readonly RecordedEvent<D>[], options: HistoryOptions<D>): Told => {
  // Everything below looks at envelopes only, so the data's types can rest until the end.
  const recorded = recordedIn(events as unknown as readonly AnyRecorded[], options);
  const parts = quickParts(recorded, options) ?? closeParts(recorded, options);
  let claims: readonly AnyEffective[] | undefined;
  let happenings: readonly AnyHappening[] | undefined;
  return {
    vocabulary: options.vocabulary,
    policy: options.policy ?? defaultPolicy,
    events: recorded,
    claims: () => (claims ??= parts.claims()),
    happenings: () => (happenings ??= parts.happenings()),
    alone: parts.alone,
    states: new Map(),
  };
};

/**
 * Tells the story of one incident: looks from the point of time asked for, applies corrections and retractions,
 * finds the happenings and chooses one claim for each, and puts them in order.
 *
 * @param events - The events of one incident, in any order: the result does not depend on it.
 * @public
 */
export const history = <D>(
  events: readonly RecordedEvent<D>[],
  options: HistoryOptions<D>,
): History<D> => {
  // What was handed in may be changed later by whom it belongs to.
  const told = tell([...events], options);
  return {
    vocabulary: options.vocabulary,
    policy: told.policy,
    events: told.events as unknown as readonly RecordedEvent<D>[],
    // No getter: each object that is written with one has a hidden class of its own, and is kept long by it.
    claims: told.claims() as unknown as readonly EffectiveEvent<D>[],
    happenings: told.happenings() as unknown as readonly Happening<D>[],
  };
};
