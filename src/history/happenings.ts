import type { EventDefinition, HappeningRule } from '../events/definition.ts';
import { refines } from '../primitives/moment.ts';
import type { Amended } from './correct.ts';
import type { AnyEffective, AnyHappening, AnyRecorded } from './effective.ts';
import type { Policy } from './policy.ts';
import { bestFirst } from './policy.ts';

const ENDINGS: ReadonlySet<string> = new Set(['Resolved', 'Closed', 'Cancelled', 'Merged']);

/** The key of the happening that an event is a claim about, by itself or by its type's rule. */
export const keyOf = (
  event: AnyRecorded,
  episode: number,
  rule: HappeningRule<unknown>,
): string => {
  if (event.happening !== undefined) return event.happening;
  const id = rule === 'event' ? event.eventId : rule === 'episode' ? undefined : rule(event.data);
  return `${event.type}#${id ?? episode}`;
};

/**
 * Tells the episodes of events that are given in the order of the story, by their types. A reopening begins the
 * next episode, unless the present one began with a reopening and has not ended since: then it is another claim
 * about that one.
 */
export const episodes = (): ((type: string) => number) => {
  let episode = 0;
  let reopened = false;
  return (type) => {
    if (type === 'Reopened' && !reopened) {
      episode += 1;
      reopened = true;
    } else if (ENDINGS.has(type)) reopened = false;
    return episode;
  };
};

/** The claims in the order of the story, each with its episode and the key of its happening. */
export const withHappening = (
  sorted: readonly Amended[],
  definition: (type: string) => EventDefinition<unknown> | null,
): readonly AnyEffective[] => {
  const episodeOf = episodes();
  return sorted.map((event) => {
    const episode = episodeOf(event.type);
    const happening = keyOf(event, episode, definition(event.type)?.happening ?? 'event');
    return { ...event, episode, happening };
  });
};

const choose = (
  claims: readonly AnyEffective[],
  policy: Policy,
): Omit<AnyHappening, 'orderUncertain'> => {
  const [chosen, ...others] = bestFirst(claims, policy) as readonly [
    AnyEffective,
    ...AnyEffective[],
  ];
  if (chosen.occurredAt.undecided) return { ...chosen, others };
  const finer = others.find(
    ({ occurredAt }) => !occurredAt.undecided && refines(occurredAt, chosen.occurredAt),
  );
  return finer
    ? { ...chosen, occurredAt: finer.occurredAt, refinedBy: finer.eventId, others }
    : { ...chosen, others };
};

/**
 * The happenings that the claims are about, one claim chosen for each, in the order of their first claim.
 *
 * @remarks Claims of two types are about two happenings, even where a key was given that is the same.
 * A moment whose zone is undecided is neither refined nor refines: that would decide its whole group.
 */
export const happeningsOf = (
  claims: readonly AnyEffective[],
  policy: Policy,
): readonly Omit<AnyHappening, 'orderUncertain'>[] => {
  const groups = new Map<string, AnyEffective[]>();
  for (const claim of claims) {
    const key = `${claim.type}\n${claim.happening}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()].map((group) => choose(group, policy));
};
