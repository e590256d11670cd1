import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { v5 } from 'uuid';
import { derivedUuid } from '../../src/primitives/uuid.ts';

const ROOT = v5('https://www.npmjs.com/package/incident-ledger', v5.URL);

/** Texts of any kind. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

describe('a derived id', () => {
  it('is a UUID of version 5', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (parts) => {
        expect(derivedUuid(...parts)).toBe(v5(JSON.stringify(parts), ROOT));
      }),
      { numRuns: 200 },
    );
  });
});
