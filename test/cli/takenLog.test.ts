import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { spilledTexts } from '../../src/cli/spilledTexts.ts';
import { takenLog } from '../../src/cli/takenLog.ts';
import { core, readLog } from '../../src/index.ts';
import { streamArbitrary } from '../../src/testing/arbitraries/streamArbitrary.ts';

const own = mkdtempSync(join(tmpdir(), 'incident-ledger-test-'));
afterAll(() => rmSync(own, { recursive: true }));

/** Lines of a log, some of them damaged, some twice, some of no incident; in the order of the log or in any. */
const logs = fc
  .array(streamArbitrary(), { maxLength: 4 })
  .map((streams) =>
    streams.flatMap((events, stream) =>
      events
        .slice(0, 6)
        .map((event) => JSON.stringify({ ...event, incidentId: `INC-${stream % 3}` })),
    ),
  )
  .chain((lines) =>
    fc
      .tuple(
        fc.boolean(),
        fc.array(fc.constantFrom('{', '{"incidentId":1}', '{"incidentId":"INC-1"}', 'null', ''), {
          maxLength: 2,
        }),
        fc.subarray(lines, { maxLength: Math.min(1, lines.length) }),
        fc.subarray(lines, { minLength: Math.max(0, lines.length - 1) }),
      )
      .chain(([isMixed, damaged, again, most]) => {
        const all = [...most, ...again, ...damaged];
        return isMixed ? fc.shuffledSubarray(all, { minLength: all.length }) : fc.constant(all);
      }),
  );

describe('a log that is taken in line by line', () => {
  it('has the faults and the incidents that the whole of it has', () => {
    fc.assert(
      fc.property(logs, (lines) => {
        const log = takenLog(core, own);
        for (const [index, line] of lines.entries()) if (line !== '') log.take(line, index + 1);
        const { incidents, faults } = readLog(lines.join('\n'), core);
        const found = log.faults();
        expect(found.count).toBe(faults.length);
        expect(found.first).toEqual(faults);
        if (faults.length === 0) {
          expect([...log.incidents()]).toEqual(
            incidents.map(({ incidentId, stored }) => ({ incidentId, stored })),
          );
        }
        log.remove();
      }),
      { numRuns: 150 },
    );
  });

  it('remembers the first faults, and counts all', () => {
    const log = takenLog(core, own);
    for (let line = 1; line <= 5000; line += 1) log.take('{', line);
    const { first, count } = log.faults();
    expect([first[0]?.line, first.length, first.at(-1)?.line, count]).toEqual([
      1, 1000, 1000, 5000,
    ]);
    log.remove();
  });
});

describe('texts that are put away', () => {
  const texts = fc.array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('', 'é', 'x'.repeat(300_000), 'ü'.repeat(550_000)),
    ),
    { maxLength: 8 },
  );

  it('are those that were added, in memory or on the disk', () => {
    fc.assert(
      fc.property(texts, (added) => {
        const spilled = spilledTexts(own);
        const model = new Map<string, string[]>();
        for (const [key, text] of added) {
          spilled.add(key, text);
          model.set(key, [...(model.get(key) ?? []), ...(text === '' ? [] : [text])]);
          expect([...spilled.texts(key)]).toEqual(model.get(key));
        }
        expect([...spilled.keys()]).toEqual([...model.keys()]);
        for (const [key, all] of model) expect([...spilled.texts(key)]).toEqual(all);
        const whole = [...model.values()].flat().join('');
        expect(Buffer.concat([...spilled.bytes()]).toString() === whole).toBe(true);
        spilled.remove();
        expect(readdirSync(own)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
