import { describe, expect, it } from '@jest/globals';
import type { CsvCases, CsvKeeping } from '../../../src/import/csv/csvCases.ts';
import { csvCases } from '../../../src/import/csv/csvCases.ts';
import type { AnyClaim } from '../../../src/import/csv/csvRowReader.ts';

const keeping: CsvKeeping = { isStateful: true, isWhole: false, past: [0], digest: '' };
const claim = { type: 'NoteAdded' } as AnyClaim;

/** Adds a row with some claims, as a table does; how many claims are given for it. */
const addRow = (cases: CsvCases, id: string, claims: number): number => {
  const one = cases.at(id);
  if (!one) return 0;
  one.past = [`last of ${id}`];
  one.seen.set('row', (one.seen.get('row') ?? 0) + 1);
  for (let nth = 0; nth < claims; nth += 1) one.claims.push(claim);
  return cases.added(claims).reduce((sum, given) => sum + given.claims.length, 0);
};

const given = (all: readonly { readonly claims: readonly unknown[] }[]): number =>
  all.reduce((sum, { claims }) => sum + claims.length, 0);

describe('what is kept of a table', () => {
  it('is bounded, however many incidents it has', () => {
    const cases = csvCases(keeping);
    let count = 0;
    for (let at = 0; at < 70_000; at += 1) {
      count += addRow(cases, `INC${at}`, 2);
      if (at % 10_000 !== 9999) continue;
      const { claims, open, resting, restingBytes } = cases.kept();
      expect(claims).toBeLessThanOrEqual(8192);
      expect(open).toBeLessThanOrEqual(4096);
      expect(resting).toBeLessThanOrEqual(50_000);
      expect(restingBytes).toBeLessThan(50_000 * 250 + at * 32);
    }
    // One let go of is known to have been there; one that rests is what it was.
    expect(cases.at('INC0')).toBeNull();
    expect(cases.at('INC60000')).toMatchObject({ isPart: true, past: ['last of INC60000'] });
    expect(count + given(cases.rest())).toBe(140_000);
  });

  it('of one incident with many rows is given in parts, unless all is to be given at once', () => {
    const cases = csvCases(keeping);
    const whole = csvCases({ ...keeping, isWhole: true });
    let [inParts, atOnce] = [0, 0];
    for (let row = 0; row < 30_000; row += 1) {
      inParts += addRow(cases, 'INC1', 1);
      atOnce += addRow(whole, 'INC1', 1);
      if (row % 1000 === 0) expect(cases.kept().claims).toBeLessThanOrEqual(8192);
    }
    expect(inParts).toBeGreaterThan(20_000);
    expect(cases.at('INC1')?.seen.get('row')).toBe(30_000);
    expect(inParts + given(cases.rest())).toBe(30_000);
    expect([atOnce, given(whole.rest())]).toEqual([0, 30_000]);
  });
});
