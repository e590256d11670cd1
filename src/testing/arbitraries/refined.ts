import type * as fc from 'fast-check';

/** Further than any refinement that random values should be tried on. */
const MOST_TRIES = 10_000;

/** The values that a refinement takes; one that takes next to none is not tried for ever. */
export const refined = (
  values: fc.Arbitrary<unknown>,
  takes: (value: unknown) => boolean,
  what: string,
): fc.Arbitrary<unknown> => {
  let refusedInARow = 0;
  return values.filter((value) => {
    const isTaken = takes(value);
    refusedInARow = isTaken ? 0 : refusedInARow + 1;
    if (refusedInARow > MOST_TRIES) {
      throw new Error(
        `none of ${MOST_TRIES} values was ${what}: give an arbitrary for it in \`data\``,
      );
    }
    return isTaken;
  });
};
