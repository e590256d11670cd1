import { describe, expect, it } from '@jest/globals';
import { round, targets } from './targets.ts';

/** Few enough for every run of the tests; `npm run fuzz` goes on for as long as it is told to. */
const ROUNDS = 15;

describe('an importer given a document that is damaged', () => {
  it.each(targets.map((target) => [target.importer.name, target] as const))(
    'says something sound of it, the same whatever its pieces: %s',
    async (_, target) => {
      const problems: string[] = [];
      for (let seed = 1; seed <= ROUNDS; seed += 1) {
        const problem = await round(target, seed);
        if (problem !== null) problems.push(`seed ${seed}: ${problem}`);
      }
      expect(problems).toEqual([]);
    },
  );
});
