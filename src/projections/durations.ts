import type { Policy } from '../history/policy.ts';
import { defaultPolicy } from '../history/policy.ts';
import type { Projection } from '../history/projection.ts';
import type { Duration, DurationDefinition } from './duration.ts';
import { courseOf, durationIn } from './durationIn.ts';
import { lifecycleOf } from './lifecycle.ts';
import type { MilestoneDefinition } from './milestone.ts';
import { definitionsWith, milestonesIn, storyFor } from './milestones.ts';
import { standardDurations } from './standardDurations.ts';
import type { Story } from './story.ts';
import { withView } from './withView.ts';

/**
 * What `durationsWith` adds to the standard durations.
 *
 * @public
 */
export interface DurationsOptions {
  /** Durations of your own; one with a standard name takes its place. */
  readonly durations?: readonly DurationDefinition[];
  /** The milestones of your own that they run between. */
  readonly milestones?: readonly MilestoneDefinition[];
}

/** What is shown of each definition under a policy: the same for every incident. */
interface Shown {
  readonly policy: Policy;
  readonly definitions: readonly (readonly [DurationDefinition, Duration['definition']])[];
}

const shownUnder = (definitions: readonly DurationDefinition[], policy: Policy): Shown => {
  const name = `${policy.name}@${policy.version}`;
  return {
    policy,
    definitions: definitions.map((definition) => {
      const { version, from, to } = definition;
      return [definition, Object.freeze({ version, from, to, policy: name })];
    }),
  };
};

/**
 * The projection of the durations with your own after the standard ones.
 *
 * @remarks
 * Errors: throws a RangeError when a duration names a milestone that is not defined, since that is a mistake in
 * the calling code.
 * @public
 */
export const durationsWith = ({
  durations: own = [],
  milestones: ownMilestones = [],
}: DurationsOptions): Projection<Story, readonly Duration[]> => {
  const milestones = definitionsWith(ownMilestones);
  const definitions = [
    ...standardDurations.map(
      (standard) => own.find(({ name }) => name === standard.name) ?? standard,
    ),
    ...own.filter(({ name }) => standardDurations.every((standard) => standard.name !== name)),
  ];
  const defined = new Set<string>(milestones.map(({ name }) => name));
  for (const { name, from, to, fallback = from } of definitions) {
    const undefinedName = [from, to, fallback].find((milestone) => !defined.has(milestone));
    if (undefinedName !== undefined) {
      throw new RangeError(`${name}: expected the name of a milestone, got ${undefinedName}`);
    }
  }
  const names = new Set(
    definitions.flatMap(({ from, to, fallback = from }) => [from, to, fallback]),
  );
  let shown = shownUnder(definitions, defaultPolicy);
  return withView(storyFor(milestones), {
    name: 'durations',
    version: 1,
    view: (story, at, { policy } = { policy: defaultPolicy }) => {
      if (shown.policy !== policy) shown = shownUnder(definitions, policy);
      const course = courseOf(milestonesIn(story, milestones), names, lifecycleOf(story), at);
      return shown.definitions.map(([definition, its]) => durationIn(course, definition, its));
    },
  });
};

/**
 * How long things took: fourteen durations, each with its definition, bounds, status and evidence.
 *
 * @public
 */
export const durations: Projection<Story, readonly Duration[]> = durationsWith({});
