import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import type { Ledger } from '../../../src/index.ts';
import { createLedger, memoryStore, orThrow } from '../../../src/index.ts';
import { readAll } from '../../../src/import/readAll.ts';
import { statuspageJson } from '../../../src/import/statuspage/statuspageJson.ts';
import { incidentId } from '../../../src/primitives/ids.ts';
import type { Instant } from '../../../src/primitives/instant.ts';
import { instant } from '../../../src/primitives/instant.ts';
import type { Json } from '../fixtures/statuspage.ts';
import { affected, incident, page, update } from '../fixtures/statuspage.ts';
import type { Version } from '../fixtures/statuspageLife.ts';
import { anyLife, printed } from '../fixtures/statuspageLife.ts';

/** Machines differ; how long it takes is no part of what is tested. */
jest.setTimeout(60_000);

const clock = (): Instant => instant('2026-01-01T00:00:00Z');
const make = (): Ledger => createLedger({ store: memoryStore({ clock }), clock });
const ID = incidentId('page1-inc1');

/** Imports a text; how many events that added. */
const take = async (ledger: Ledger, text: string): Promise<number> => {
  const { documents, errors } = await readAll(statuspageJson, text);
  expect(errors).toEqual([]);
  let added = 0;
  for (const document of documents) {
    const report = await orThrow(ledger.record(document));
    for (const ids of [report.appended, report.corrected, report.retracted, report.reinstated]) {
      added += ids.length;
    }
  }
  return added;
};

/** What was known at a time, a line a claim, the record keeping left out. */
const known = async (ledger: Ledger, knownAt: Instant): Promise<readonly string[]> => {
  const { claims } = await orThrow(ledger.history(ID, { knownAt }));
  return claims
    .filter(({ type }) => type !== 'Corrected' && type !== 'Retracted')
    .map(({ type, data, occurredAt, origin }) =>
      JSON.stringify([type, origin?.item, data, occurredAt]),
    )
    .toSorted();
};

/** What the page itself says by words of its own; all other claims are read out of several updates together. */
const isOwnWord = (line: string): boolean =>
  /^\["(?:StatusPublished","update|Declared|SeverityAssigned|MaintenanceScheduled)/.test(line);

const isPart = ({ how }: Version): boolean => how === 'webhook' || how === 'latest';

describe('any life of an incident on a page', () => {
  it('is known at any time as the page told it then, and nothing is added twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, async (versions) => {
        const ledger = make();
        for (const version of versions) await take(ledger, printed(version));
        const seenOnly = versions.every(({ how }) => how === 'line');
        for (const version of versions) {
          if (isPart(version)) continue;
          const alone = make();
          await take(alone, printed(version));
          const told = await known(alone, version.seen);
          const all = await known(ledger, version.seen);
          // Without the time it was seen, what a deleted update did to claims of others is known from its own time on.
          const own = (lines: readonly string[]): readonly string[] =>
            lines.filter((line) => seenOnly || isOwnWord(line));
          expect(own(all)).toEqual(own(told));
          expect(told.filter((line) => !all.includes(line))).toEqual([]);
        }
        const [last] = versions.slice(-1);
        expect(last && (await take(ledger, printed(last)))).toBe(0);
        // A part that comes later can add what leaves no trace of its own time: then no list is known to be older than it.
        if (versions.some(isPart)) return;
        for (const version of versions) expect(await take(ledger, printed(version))).toBe(0);
      }),
      { numRuns: 25 },
    );
  });
});

describe('an update that was edited', () => {
  const first = update('u1', 'investigating', 2, { body: 'We are looking into it.' });
  const edited = {
    ...first,
    body: 'Requests failed between 09:51 and 10:02 UTC.',
    updated_at: '2025-03-04T10:30:00.000Z',
  };
  const list = (told: Json, updated: string): string =>
    JSON.stringify({ page, incidents: [incident([told], { updated_at: updated })] });

  it('claims what its new words say as of the edit, and not as of when it was created', async () => {
    const ledger = make();
    await take(ledger, list(first, '2025-03-04T10:02:00.000Z'));
    await take(ledger, list(edited, '2025-03-04T10:30:00.000Z'));
    const hasStart = async (time: string): Promise<boolean> =>
      (await known(ledger, instant(time))).some((line) => line.startsWith('["ImpactStarted'));
    expect(await hasStart('2025-03-04T10:29:59Z')).toBe(false);
    expect(await hasStart('2025-03-04T10:30:00Z')).toBe(true);
  });

  it('is one written again within a minute, when subscribers are told, only by its creation', async () => {
    const sent = { ...first, updated_at: '2025-03-04T10:02:40.000Z' };
    const ledger = make();
    await take(ledger, list(sent, '2025-03-04T10:30:00.000Z'));
    const lines = await known(ledger, instant('2025-03-04T10:02:00Z'));
    expect(lines.filter((line) => line.startsWith('["StatusPublished'))).toHaveLength(1);
  });
});

describe('a webhook without the first update', () => {
  it('ends no impact of another component', async () => {
    const both = [
      affected('a', 'operational', 'major_outage'),
      affected('b', 'operational', 'major_outage'),
    ];
    const later = [affected('b', 'major_outage', 'operational')];
    const ledger = make();
    await take(
      ledger,
      JSON.stringify({
        page,
        incidents: [incident([update('u1', 'investigating', 0, { affected_components: both })])],
      }),
    );
    const told = incident([update('u2', 'identified', 20, { affected_components: later })]);
    await take(ledger, JSON.stringify({ meta: {}, page, incident: told }));
    const lines = await known(ledger, clock());
    expect(lines.filter((line) => line.startsWith('["ImpactEnded'))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('["StatusPublished"'))).toHaveLength(2);
  });
});
