// Exports, but nothing to run.
export const answer = 42;
