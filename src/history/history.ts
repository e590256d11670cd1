import type { CoreEvents } from '../events/core.ts';
import type { RecordedEvent } from '../events/event.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import { definitionOf, typesOf } from '../events/vocabulary.ts';
import type { AsOf } from './asOf.ts';
import { hadOccurred } from './asOf.ts';
import { correct } from './correct.ts';
import type { AnyRecorded, EffectiveEvent, Happening } from './effective.ts';
import { happeningsOf, withHappening } from './happenings.ts';
import { storyOrder, toldAt, uncertainOrder } from './order.ts';
import type { Policy } from './policy.ts';
import { defaultPolicy } from './policy.ts';

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
  const { vocabulary, policy = defaultPolicy, recordedBefore } = options;
  const order = storyOrder(new Map(typesOf(vocabulary).map((type, rank) => [type, rank])));
  // Everything below looks at envelopes only, so the data's types can rest until the end.
  const recorded = (events as unknown as readonly AnyRecorded[])
    .filter(({ recordedAt }) => recordedBefore === undefined || recordedAt < recordedBefore)
    .toSorted((a, b) => a.revision - b.revision);
  const all = withHappening(correct(recorded, options).toSorted(order), (type) =>
    definitionOf(vocabulary, type),
  );
  const isBefore = (event: Parameters<typeof toldAt>[0]): boolean =>
    RECORD_KEEPING.has(event.type) || hadOccurred(toldAt(event), options);
  const happenings = happeningsOf(all, policy).filter(isBefore).toSorted(order);
  const uncertain = uncertainOrder(happenings.map(({ occurredAt }) => occurredAt));
  return {
    vocabulary,
    policy,
    events: recorded as unknown as readonly RecordedEvent<D>[],
    claims: all.filter(isBefore) as unknown as readonly EffectiveEvent<D>[],
    happenings: happenings.map((happening, index) => ({
      ...happening,
      orderUncertain: uncertain[index] ?? false,
    })) as unknown as readonly Happening<D>[],
  };
};
