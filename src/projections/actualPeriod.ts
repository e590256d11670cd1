import type { Moment } from '../primitives/moment.ts';
import type { ActualPeriod } from './claimsView.ts';
import { msBetween } from './measured.ts';
import type { Milestones } from './milestones.ts';
import { placeOf } from './placeOf.ts';

/** The actual period, with the moments it lies between. */
export interface Actual {
  /** What is shown of it. */
  readonly period: ActualPeriod;
  /** Start of impact. */
  readonly from: Moment | undefined;
  /** Its end. */
  readonly to: Moment | undefined;
}

const ENDS = ['restored', 'impactEnded', 'resolved'] as const;

/** The period in which people were hit: from the start of impact to restoration, else its end, else resolution. */
export const actualIn = (milestones: Milestones): Actual => {
  const start = milestones.impactStarted;
  const basis = ENDS.find((name) => milestones[name] !== undefined) ?? null;
  const end = basis === null ? undefined : milestones[basis];
  return {
    period: {
      from: start ? placeOf(start.moment) : null,
      to: end ? placeOf(end.moment) : null,
      ms: msBetween(start?.moment, end?.moment),
      basis,
      evidence: [...new Set([...(start?.evidence ?? []), ...(end?.evidence ?? [])])],
    },
    from: start?.moment,
    to: end?.moment,
  };
};
