import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { idTable, withDigest } from '../../../src/import/csv/idTable.ts';

describe('a table of ids', () => {
  it('gives back the last number of each id, and 0 for others', () => {
    const ids = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.nat(9)), { maxLength: 50 });
    fc.assert(
      fc.property(ids, fc.string(), (all, other) => {
        const table = idTable();
        const model = new Map(all);
        for (const [id, value] of all) withDigest(id, (a, b) => table.set(a, b, value));
        for (const id of [...model.keys(), other]) {
          expect(withDigest(id, table.get)).toBe(model.get(id) ?? 0);
        }
      }),
    );
  });

  it('takes up at most 32 bytes for each of many', () => {
    const table = idTable();
    for (let id = 1; id <= 20_000; id += 1) withDigest(`INC${id}`, (a, b) => table.set(a, b, id));
    const found = Array.from({ length: 20_000 }, (_, index) =>
      withDigest(`INC${index + 1}`, table.get),
    );
    expect(found.every((value, index) => value === index + 1)).toBe(true);
    expect(table.bytes()).toBeLessThanOrEqual(20_000 * 32);
  });
});
