import { combine } from '../history/combine.ts';
import type { Projection } from '../history/projection.ts';
import { actualIn } from './actualPeriod.ts';
import type { ClaimsView } from './claimsView.ts';
import { contradictionsIn } from './contradictions.ts';
import { milestones } from './milestones.ts';
import { periodsIn } from './periods.ts';
import type { Statements } from './statements.ts';
import { statements } from './statements.ts';
import type { Story } from './story.ts';
import { withView } from './withView.ts';

/**
 * The state of {@link claims}.
 *
 * @public
 */
export interface ClaimsState {
  /** What happened, for the actual period. */
  readonly story: Story;
  /** What sources say, claim by claim. */
  readonly said: Statements;
}

const parts: Projection<ClaimsState, unknown> = combine({ story: milestones, said: statements });

/**
 * What was claimed against what happened: the actual period, the one that each source states with its errors, and
 * the claims that cannot all be true.
 *
 * @remarks
 * Shape: it reads two scopes, the happenings for what the policy chose and the claims for what each source says.
 * @public
 */
export const claims: Projection<ClaimsState, ClaimsView> = withView(parts, {
  name: 'claims',
  version: 1,
  view: ({ story, said }, at, context) => {
    const actual = actualIn(milestones.view(story, at));
    return {
      actual: actual.period,
      periods: periodsIn(said, actual, context?.policy),
      contradictions: contradictionsIn(said),
    };
  },
});
