/**
 * How much of the downtime that an objective allows was used, and how fast.
 *
 * @remarks
 * Source: B. Beyer and others, The Site Reliability Workbook, 2018, chapter 5: burn rate is how fast, relative to
 * the objective, the budget is used up; at 1 it lasts exactly to the end of the window.
 * @public
 */
export interface ErrorBudget {
  /** The share of the time that was to be up, such as 0.999. */
  readonly objective: number;
  /** The downtime that allows over the whole window without what is excluded, in milliseconds. */
  readonly budgetMs: number;
  /** The share of it that was used, above 1 when it was overdrawn; null when no time counts. */
  readonly used: number | null;
  /** How fast it was used up to then: the share of time down over the share allowed; null when no time counts. */
  readonly burnRate: number | null;
}

/** What was measured of a window. */
export interface Measured {
  /** The share of the time that was to be up. */
  readonly objective: number;
  /** How long it was down. */
  readonly downtimeMs: number;
  /** How much of the window counts so far. */
  readonly countedMs: number;
  /** How much of the window counts when it is over. */
  readonly wholeMs: number;
}

/** The error budget of an objective. */
export const errorBudget = ({
  objective,
  downtimeMs,
  countedMs,
  wholeMs,
}: Measured): ErrorBudget => {
  const allowed = 1 - objective;
  const budgetMs = wholeMs * allowed;
  return {
    objective,
    budgetMs,
    used: wholeMs === 0 ? null : downtimeMs / budgetMs,
    burnRate: countedMs === 0 ? null : downtimeMs / countedMs / allowed,
  };
};
