/** The names of the projections and summaries that ship with the library, in the order in which they are told of. */
export const builtInNames = [
  'incident',
  'timeline',
  'milestones',
  'durations',
  'impact',
  'claims',
  'actions',
  'fleet',
] as const;

/** The name of one. */
export type BuiltInName = (typeof builtInNames)[number];

/** Whether one has that name. */
export const isBuiltIn = (name: string): name is BuiltInName =>
  builtInNames.some((one) => one === name);
