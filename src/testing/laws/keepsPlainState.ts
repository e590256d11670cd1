import { ownInitial } from '../../history/ownInitial.ts';
import { allSeen, named, replayed } from './folding.ts';
import type { Law } from './law.ts';
import { ownHistory } from './law.ts';
import { notPlainIn, objectsIn } from './notPlainIn.ts';

const place = (path: string): string => (path === '' ? 'the state' : path);

/** A state is saved as JSON, copied, and changed in place or as a draft: it must come to the same. */
export const keepsPlainState: Law = {
  name: 'keeps its state a tree of plain JSON',
  breach: (trial) => {
    const told = ownHistory(trial);
    const initial = notPlainIn(trial.projection.initial(), new Set());
    if (initial) return `initially, ${place(initial.path)} ${initial.problem}`;
    // Looked for in a state of one's own, too: what `initial` gives away twice is copied for each.
    const own = notPlainIn(ownInitial(trial.projection), new Set());
    if (own) return `initially, ${place(own.path)} ${own.problem}`;
    const shared = objectsIn(allSeen(trial, told).map(({ event }) => event));
    let found: string | null = null;
    replayed(trial, told, (state, { event }) => {
      if (found !== null) return;
      const problem = notPlainIn(state, shared);
      if (problem) found = `after ${named(event)}, ${place(problem.path)} ${problem.problem}`;
    });
    return found;
  },
};
