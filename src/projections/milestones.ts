import type { Projection } from '../history/projection.ts';
import type { Milestone, MilestoneDefinition } from './milestone.ts';
import { milestoneOf } from './milestone.ts';
import type { MilestoneName } from './standardMilestones.ts';
import { LOOKED_AT, standardMilestones } from './standardMilestones.ts';
import type { Story } from './story.ts';
import { storyOf } from './story.ts';
import { withView } from './withView.ts';

/**
 * The milestones of an incident by name; one that is not known is absent.
 *
 * @public
 */
export type Milestones<N extends string = never> = Readonly<
  Partial<Record<MilestoneName | N, Milestone>>
>;

/**
 * What `milestonesWith` adds to the standard milestones.
 *
 * @public
 */
export interface MilestonesOptions<N extends string = never> {
  /** Milestones of your own; one with a standard name takes its place. */
  readonly milestones?: readonly MilestoneDefinition<N>[];
}

const isNamed = (definition: MilestoneDefinition, name: string): boolean =>
  definition.name === name;

/** The standard milestones with the own ones, which win where the names are equal. */
export const definitionsWith = <N extends string>(
  own: readonly MilestoneDefinition<N>[],
): readonly MilestoneDefinition<MilestoneName | N>[] =>
  own.length === 0
    ? standardMilestones
    : [
        ...standardMilestones.filter((standard) =>
          own.every((added) => !isNamed(added, standard.name)),
        ),
        ...own,
      ];

const foldFor = (definitions: readonly MilestoneDefinition[]): Projection<Story, Story> =>
  storyOf([
    ...definitions.flatMap(({ claims, inferredFrom }) => [
      ...claims,
      ...(inferredFrom?.claims ?? []),
    ]),
    ...LOOKED_AT,
  ]);

const standardStory = foldFor(standardMilestones);

/** The fold that the milestones of those definitions are found in: one for all that add none. */
export const storyFor = (definitions: readonly MilestoneDefinition[]): Projection<Story, Story> =>
  definitions === standardMilestones ? standardStory : foldFor(definitions);

/** The milestones found last: several views of one replay ask for those of one story. */
let recent: {
  readonly candidates: Story['candidates'];
  readonly count: number;
  readonly definitions: readonly MilestoneDefinition[];
  readonly found: ReadonlyMap<string, Milestone>;
} = { candidates: [], count: 0, definitions: [], found: new Map() };

/** The milestones of those definitions in a story, by name. */
export const milestonesIn = (
  story: Story,
  definitions: readonly MilestoneDefinition[],
): ReadonlyMap<string, Milestone> => {
  const { candidates } = story;
  const count = candidates.length;
  // A story that is told on has more candidates.
  if (
    recent.candidates === candidates &&
    recent.count === count &&
    recent.definitions === definitions
  ) {
    return recent.found;
  }
  const found = new Map<string, Milestone>();
  for (const definition of definitions) {
    const milestone = milestoneOf(story, definition);
    if (milestone) found.set(definition.name, milestone);
  }
  recent = { candidates, count, definitions, found };
  return found;
};

/** The milestones by name, as a record. */
const recordOf = <N extends string>(
  found: ReadonlyMap<string, Milestone>,
  definitions: readonly MilestoneDefinition<N>[],
): Readonly<Partial<Record<N, Milestone>>> => {
  const record: Partial<Record<N, Milestone>> = {};
  for (const { name } of definitions) {
    const milestone = found.get(name);
    if (milestone) record[name] = milestone;
  }
  return record;
};

/**
 * The projection of the milestones with your own among them.
 *
 * @remarks
 * Source: one claim for each happening is chosen by the history's policy; across happenings a start is the first
 * of all, an end the last of the last episode, so that a reopened incident has no end until it ends again.
 * @public
 */
export const milestonesWith = <const N extends string = never>({
  milestones: own = [],
}: MilestonesOptions<N>): Projection<Story, Milestones<N>> => {
  const definitions = definitionsWith(own);
  return withView(storyFor(definitions), {
    name: 'milestones',
    version: 1,
    view: (story) => recordOf(milestonesIn(story, definitions), definitions),
  });
};

/**
 * The milestones of an incident: when it began, was noticed, was handled, ended and was told of, each with its
 * source, its evidence and the claims that were not chosen.
 *
 * @public
 */
export const milestones: Projection<Story, Milestones> = milestonesWith({});
