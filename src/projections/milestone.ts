import type { EventId } from '../primitives/ids.ts';
import type { Moment } from '../primitives/moment.ts';
import type { Source } from '../primitives/source.ts';
import type { Candidate, OtherClaim } from './candidate.ts';
import { firstOf } from './firstOf.ts';
import type { Story } from './story.ts';
import { lastEpisode, ofTypes } from './story.ts';

/**
 * Which of several happenings is the milestone: the first of all (one known to the hour before one that is not,
 * unless that is certainly earlier); the last of the last episode, none while that episode has none; or what a function finds among them.
 *
 * @public
 */
export type MilestonePick =
  'first' | 'last' | ((candidates: readonly Candidate[], story: Story) => Candidate | undefined);

/**
 * What a milestone may be when nothing claims it.
 *
 * @public
 */
export interface Inference {
  /** The event types it can be inferred from. */
  readonly claims: readonly string[];
  /** Which of several. */
  readonly pick: MilestonePick;
}

/**
 * How a milestone is found in the story of an incident.
 *
 * @public
 */
export interface MilestoneDefinition<N extends string = string> {
  /** Its name. */
  readonly name: N;
  /** The event types that claim it. */
  readonly claims: readonly string[];
  /** Which of several happenings it is. */
  readonly pick: MilestonePick;
  /** What it is inferred from when nothing claims it; never inferred when absent. */
  readonly inferredFrom?: Inference;
}

/**
 * A point in the course of an incident, as the policy chose it, with what it did not choose.
 *
 * @public
 */
export interface Milestone {
  /** When it was. */
  readonly moment: Moment;
  /** Who says so. */
  readonly source: Source;
  /** Whether nothing claims it, and this view inferred it from something else. */
  readonly inferred: boolean;
  /** The chosen claim, and the one its moment was refined by. */
  readonly evidence: readonly EventId[];
  /** The claims about it that were not chosen, the next best first. */
  readonly others: readonly Omit<OtherClaim, 'data'>[];
}

/**
 * Defines a milestone of your own, for `milestonesWith` and `durationsWith`.
 *
 * @example
 * ```ts
 * const called = milestone({ name: 'called', claims: ['acme.CallOpened'], pick: 'first' });
 * ```
 * @public
 */
export const milestone = <const N extends string>(
  definition: MilestoneDefinition<N>,
): MilestoneDefinition<N> => definition;

const pickFrom = (story: Story, { claims, pick }: Inference): Candidate | undefined => {
  const candidates = ofTypes(story, claims);
  if (typeof pick === 'function') return pick(candidates, story);
  if (pick === 'first') return firstOf(candidates);
  const episode = lastEpisode(story);
  return candidates.findLast((candidate) => candidate.episode === episode);
};

const NO_OTHERS: Milestone['others'] = Object.freeze([]);

/** The milestone of that definition in a story; null when there is none. */
export const milestoneOf = (story: Story, definition: MilestoneDefinition): Milestone | null => {
  const claimed = pickFrom(story, definition);
  const found = claimed ?? (definition.inferredFrom && pickFrom(story, definition.inferredFrom));
  if (!found) return null;
  return {
    moment: found.moment,
    source: found.source,
    inferred: claimed === undefined,
    evidence: found.evidence,
    others:
      found.others.length === 0
        ? NO_OTHERS
        : found.others.map(({ moment, source, eventId }) => ({ moment, source, eventId })),
  };
};
