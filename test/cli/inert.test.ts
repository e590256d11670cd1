import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { inert, inertBytes } from '../../src/cli/inert.ts';

const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u007F', '\u0080', '\u009F', '\u2027', '\u2028', '\u202E', '\u2066', '→', 'é'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

describe('what a terminal would obey', () => {
  it('is escaped in bytes as in text, and the JSON says the same', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const json = JSON.stringify(text);
        expect(String(inertBytes(Buffer.from(json)))).toBe(inert(json));
        expect(JSON.parse(inert(json))).toBe(text);
        expect(inert(json)).not.toMatch(/[\u007F-\u009F\u2028-\u202E\u2066-\u2069]/);
      }),
    );
  });
});
