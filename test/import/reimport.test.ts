import { describe, expect, it } from '@jest/globals';
import { createLedger, memoryStore, orThrow } from '../../src/index.ts';
import { instant } from '../../src/primitives/instant.ts';
import { page, readPage } from './read.ts';

const at = instant('2025-02-01T00:00:00.000Z');
const ongoing =
  'Acme is experiencing a minor incident on December 17, 2024 affecting API, ongoing for 2h.';
const over =
  'Acme experienced a minor incident on December 17, 2024 affecting API, lasting 6m. The incident has been resolved.';
const header = 'TSR-9 - Start : 17/12/2024 10h51 CET - End : Ongoing - Priority : P1';
const first = page(
  '- investigating Dec 17, 2024, 10:12 AM UTC',
  `${header} EN We have difficulties.`,
);
const edited = first.replace('difficulties', 'no difficulties');
const second = page('- monitoring Dec 17, 2024, 10:14 AM UTC', 'A fix has been implemented.');
const third = page('- resolved Dec 17, 2024, 10:18 AM UTC', 'This incident has been resolved.');

describe('a page imported again', () => {
  it('keeps the ids of its items: what is new is added, what changed corrected, what is gone withdrawn', async () => {
    const clock = (): typeof at => at;
    const ledger = createLedger({ store: memoryStore({ clock }), clock });
    const recorded = async (...lines: readonly string[]): Promise<readonly number[]> => {
      const { documents } = await readPage(page('Acme incident', ...lines));
      const [document] = documents;
      if (!document) throw new Error('no document');
      const report = await orThrow(ledger.record(document));
      return [report.appended, report.corrected, report.retracted, report.reinstated].map((many) =>
        typeof many === 'number' ? many : many.length,
      );
    };
    expect(await recorded(ongoing, first)).toEqual([7, 0, 0, 0]);
    expect(await recorded(ongoing, first)).toEqual([0, 0, 0, 0]);
    // An update more: itself and its fix; the sentence at the top now speaks of a later time.
    expect(await recorded(ongoing, first, second)).toEqual([2, 1, 0, 0]);
    expect(await recorded(ongoing, edited, second)).toEqual([0, 1, 0, 0]);
    expect(await recorded(ongoing, edited, second, third)).toEqual([1, 1, 0, 0]);
    // The length is new, the note on the length so far is gone.
    expect(await recorded(over, edited, second, third)).toEqual([1, 0, 1, 0]);
    expect(await recorded(over, third, second, edited)).toEqual([0, 0, 0, 0]);
    // Places are counted from the oldest: the third is the second now.
    expect(await recorded(over, edited, third)).toEqual([0, 1, 2, 0]);
    expect(await recorded(over, edited, second, third)).toEqual([0, 1, 0, 2]);
  });
});
