import { groupedBy } from './conflicts.ts';
import { firstOf } from './firstOf.ts';
import { isCourse, standingResolution } from './publicStatus.ts';
import type { Statement } from './statement.ts';
import { latestOf } from './statement.ts';
import type { Statements } from './statements.ts';

/** The claims that a source's period lies between. */
export interface ClaimedEnds {
  /** Its beginning. */
  readonly from: Statement | undefined;
  /** Its end. */
  readonly to: Statement | undefined;
}

/** What a source says last about each happening of a type. */
const wordsOn = (said: readonly Statement[], type: string): readonly Statement[] => {
  const ofType = said.filter((statement) => statement.type === type);
  if (ofType.length < 2) return ofType;
  return [...groupedBy(ofType, ({ happening }) => happening).values()].flatMap(
    (about) => latestOf(about) ?? [],
  );
};

/** The period by a source's own claims of impact: to restoration, else the end of impact, else resolution. */
const impactEnds = ({ timed: { all } }: Statements): ClaimedEnds => ({
  from: firstOf(wordsOn(all, 'ImpactStarted')),
  to:
    wordsOn(all, 'Restored').at(-1) ??
    wordsOn(all, 'ImpactEnded').at(-1) ??
    wordsOn(all, 'Resolved').at(-1),
});

/** The period of a page: from its first public update to the one that stands as resolving it. */
const pageEnds = ({ other: { updates } }: Statements): ClaimedEnds => {
  const course = updates.filter(({ isPublic, status }) => isPublic && isCourse(status));
  return { from: course[0], to: standingResolution(course, ({ status }) => status) };
};

/** The ends of the period that one source claims; for a status page, of the time it was open in public. */
export const claimedEnds = (said: Statements, isPage: boolean): ClaimedEnds =>
  isPage ? pageEnds(said) : impactEnds(said);
