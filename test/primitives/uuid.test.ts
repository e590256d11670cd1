import * as nodeCrypto from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { v5 } from 'uuid';
import { hostSha1 } from '../../src/primitives/hostSha1.ts';
import { derivedUuid, naming, textDigest } from '../../src/primitives/uuid.ts';

const ROOT = v5('https://www.npmjs.com/package/incident-ledger', v5.URL);

const withHost = naming(hostSha1({ getBuiltinModule: () => nodeCrypto }));
const withLibrary = naming(null);

/** Texts of any kind. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

describe('a derived id', () => {
  it('is a UUID of version 5', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (parts) => {
        const name = JSON.stringify(parts);
        const id = v5(name, ROOT);
        expect(derivedUuid(...parts)).toBe(id);
        expect(withHost(name)).toBe(id);
        expect(withLibrary(name)).toBe(id);
        expect(textDigest(name)).toBe(id.replaceAll('-', '').slice(0, 16));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same for names of any length', () => {
    for (const length of [0, 1000, 4096, 16_383, 16_384, 16_385, 100_000]) {
      for (const unit of ['a', 'é', '€', '😀', '\uD800', '"']) {
        const name = unit.repeat(length);
        expect(withHost(name)).toBe(v5(new TextEncoder().encode(name), ROOT));
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
