import * as nodeCrypto from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { v5 } from 'uuid';
import { hostSha1 } from '../../src/primitives/hostSha1.ts';
import { derivedUuid, deriving } from '../../src/primitives/uuid.ts';

const ROOT = v5('https://www.npmjs.com/package/incident-ledger', v5.URL);

const withHost = deriving(hostSha1({ getBuiltinModule: () => nodeCrypto }));
const withLibrary = deriving(null);

/** Texts of any kind. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

describe('a derived id', () => {
  it('is a UUID of version 5', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (parts) => {
        const id = v5(JSON.stringify(parts), ROOT);
        expect(derivedUuid(...parts)).toBe(id);
        expect(withHost(...parts)).toBe(id);
        expect(withLibrary(...parts)).toBe(id);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same for names of any length', () => {
    for (const length of [0, 1000, 1300, 1352, 1353, 1354, 1355, 1360, 4096, 5000, 100_000]) {
      for (const unit of ['a', 'é', '€', '😀', '\uD800', '"']) {
        const part = unit.repeat(length);
        expect(withHost(part)).toBe(v5(JSON.stringify([part]), ROOT));
      }
    }
  });

  it('is made by the library where the host has no digest', () => {
    for (const host of [undefined, null, 'node', {}, { getBuiltinModule: 1 }]) {
      expect(hostSha1(host)).toBeNull();
    }
    for (const module of [undefined, {}, { hash: 'sha1' }]) {
      expect(hostSha1({ getBuiltinModule: () => module })).toBeNull();
    }
    expect(hostSha1(process)).not.toBeNull();
  });
});
