import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { logText } from '../../src/cli/logText.ts';
import type { StoredEvent } from '../../src/index.ts';
import { logLine } from '../../src/index.ts';

/** Some events out of a few, so that one often has fields in common with the one before it. */
const some = fc
  .array(
    fc.dictionary(
      fc.constantFrom('position', 'source', 'statedAt', '__proto__', '"'),
      fc.jsonValue(),
      { noNullPrototype: true },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .chain((few) =>
    fc.array(fc.record({ first: fc.constantFrom(...few), over: fc.constantFrom(...few) }), {
      maxLength: 6,
    }),
  )
  .map((pairs) =>
    pairs.map(({ first, over }) => ({ ...first, ...over }) as unknown as StoredEvent),
  );

describe('events as lines of a log', () => {
  it('are what each is by itself', () => {
    fc.assert(
      fc.property(some, (events) => {
        expect(logText(events)).toBe(events.map((event) => `${logLine(event)}\n`).join(''));
      }),
    );
  });
});
