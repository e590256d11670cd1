import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { addNote } from '../../src/decide/communication.ts';
import { detect } from '../../src/decide/awareness.ts';
import { core } from '../../src/events/core.ts';
import { encode } from '../../src/events/encode.ts';
import type { StoredEvent } from '../../src/events/stored.ts';
import { createLedger } from '../../src/ledger/createLedger.ts';
import { orThrow } from '../../src/ledger/orThrow.ts';
import { incidentId } from '../../src/primitives/ids.ts';
import { showLogFault } from '../../src/replay/logFault.ts';
import type { LogReading } from '../../src/replay/logReading.ts';
import { readLog, readLogFrom } from '../../src/replay/readLog.ts';
import { logLine, writeLog } from '../../src/replay/writeLog.ts';
import { events } from '../../src/store/events.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { eventArbitrary } from '../../src/testing/arbitraries/eventArbitrary.ts';
import { at, by, now } from '../decide/by.ts';

const clock = () => now;
const other = { ...by, incidentId: incidentId('TSR-1024') };

const stored = async (): Promise<readonly StoredEvent[]> => {
  const store = memoryStore({ clock });
  const ledger = createLedger({ store, clock });
  await orThrow(ledger.handle(detect({ ...by, occurredAt: at('09:53') })));
  await orThrow(ledger.handle(detect({ ...other, occurredAt: at('10:53') })));
  for (const text of ['one', 'two']) {
    await orThrow(ledger.handle(addNote({ ...by, occurredAt: at('10:00'), text: { en: text } })));
  }
  const found: StoredEvent[] = [];
  for await (const event of events(store)) found.push(event);
  return found;
};

const faultsIn = (reading: LogReading): readonly string[] => reading.faults.map(showLogFault);
const linesOf = (log: string): string[] => log.trimEnd().split('\n');

describe('a log', () => {
  it('is grouped by incident, without positions, and read as it was', async () => {
    const found = await stored();
    const log = writeLog(found);
    expect(log).not.toContain('position');
    expect(log.endsWith('}\n')).toBe(true);
    const { incidents, faults } = readLog(log, core);
    expect(faults).toEqual([]);
    expect(incidents.map((each) => [each.incidentId, each.events.length, each.incomplete])).toEqual(
      [
        ['TSR-1023', 3, false],
        ['TSR-1024', 1, false],
      ],
    );
    expect(writeLog(incidents.flatMap((incident) => incident.stored))).toBe(log);
  });

  it('fills a store again, and comes out as it went in', async () => {
    const log = writeLog(await stored());
    const copy = memoryStore();
    for (const incident of readLog(log, core).incidents) {
      await orThrow(copy.restore(incident.incidentId, incident.stored));
    }
    const found: StoredEvent[] = [];
    for await (const event of events(copy)) found.push(event);
    expect(writeLog(found)).toBe(log);
  });

  it('keeps fields it does not know', async () => {
    const [first] = await stored();
    const line = logLine({ ...(first as StoredEvent), seenBy: ['x'] } as StoredEvent);
    const { incidents } = readLog(line, core);
    expect(incidents[0]?.stored.map(logLine)).toEqual([line]);
    expect(incidents[0]?.events[0]).toMatchObject({ seenBy: ['x'] });
  });

  it('is read whatever its line ends, its order and its mark at the start', async () => {
    const log = writeLog(await stored());
    const crlf = `\uFEFF${log.replaceAll('\n', '\r\n')}\n\n`;
    expect(readLog(crlf, core)).toEqual(readLog(log, core));
    const turned = readLog(linesOf(log).toReversed().join('\n'), core);
    expect(turned.faults).toEqual([]);
    expect(turned.incidents.at(-1)).toEqual(readLog(log, core).incidents[0]);
  });

  it('is read in pieces cut anywhere', async () => {
    const log = writeLog(await stored());
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
        const pieces = async function* () {
          for (let index = 0; index < log.length; index += size)
            yield log.slice(index, index + size);
        };
        expect(await orThrow(readLogFrom(pieces(), core))).toEqual(readLog(log, core));
      }),
      { numRuns: 20 },
    );
    const broken = async function* () {
      yield log;
      throw new Error('the disk is gone');
    };
    expect(await readLogFrom(broken(), core)()).toEqual(
      E.left({ _tag: 'Unavailable', message: 'the disk is gone' }),
    );
  });

  it('tells all that is wrong, each with its line and field', async () => {
    const lines = linesOf(writeLog(await stored()));
    const [detected = '', one = '', two = '', alone = ''] = lines;
    const log = [
      detected,
      one.slice(0, 40),
      two,
      alone,
      two,
      alone.replace('"revision":0', '"revision":3'),
      alone.replace('Detected', 'Detektiert'),
      alone.replace('"version":1', '"version":2').replace('"revision":0', '"revision":1'),
      alone
        .replace(
          '10:53:00.000Z","latest":"2024-12-17T10:53',
          '10:54:00.000Z","latest":"2024-12-17T10:53',
        )
        .replace('"revision":0', '"revision":2'),
      alone
        .replace(/"eventId":"[^"]+"/, '"eventId":"x"')
        .replace('"recordedAt":"2024', '"recordedAt":"24'),
      '[]',
      '7',
    ].join('\n');
    const reading = readLog(log, core);
    const faults = faultsIn(reading);
    expect(faults.map((text) => Number(/^line (\d+): /.exec(text)?.[1]))).toEqual([
      2, 3, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    expect(faults).toEqual([
      expect.stringMatching(/^line 2: expected one event as JSON: /),
      'line 3: revision: expected 1 of incident TSR-1023 before 2, and no line has it',
      'line 5: revision: 2 of incident TSR-1023 is at line 3 already',
      expect.stringMatching(/^line 6: eventId: .* of incident TSR-1024 is at line 4 already$/),
      expect.stringMatching(
        /^line 7: type: expected an event type of the vocabulary, .*"Detektiert"$/,
      ),
      expect.stringMatching(/^line 8: version: expected at most 1 for Detected, got 2; a newer/),
      expect.stringMatching(/^line 9: occurredAt: expected Moment \(earliest not after latest/),
      expect.stringMatching(/^line 10: eventId: expected EventId .*; recordedAt: expected Instant/),
      expect.stringMatching(/^line 11: /),
      expect.stringMatching(/^line 12: /),
    ]);
    expect(reading.incidents.map((each) => [each.events.length, each.incomplete])).toEqual([
      [2, true],
      [1, true],
    ]);
  });

  it('says only of the incident concerned that it is incomplete', async () => {
    const [detected = '', one = '', two = '', alone = ''] = linesOf(writeLog(await stored()));
    const reading = readLog([detected, two, alone].join('\n'), core);
    expect(faultsIn(reading)).toHaveLength(1);
    expect(reading.incidents.map(({ incomplete }) => incomplete)).toEqual([true, false]);
    const noRevision = one.replace('"revision":1', '"revision":"1"');
    expect(faultsIn(readLog([detected, noRevision].join('\n'), core))).toEqual([
      expect.stringMatching(/^line 2: revision: expected revision \(whole number from 0\)/),
    ]);
    expect(readLog('', core)).toMatchObject({ incidents: [], faults: [] });
  });
});

describe('writing and reading', () => {
  it('gives back any events exactly', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(eventArbitrary(), { selector: ({ eventId }) => eventId }),
        (given) => {
          const counts = new Map<string, number>();
          const log = given.map((event): StoredEvent => {
            const revision = counts.get(event.incidentId) ?? 0;
            counts.set(event.incidentId, revision + 1);
            const unstored = E.getOrElseW(() => null)(encode(core)(event));
            if (!unstored) throw new Error('not valid');
            return { ...unstored, revision, recordedAt: now, position: '1' };
          });
          const text = writeLog(log);
          const reading = readLog(text, core);
          expect(faultsIn(reading)).toEqual([]);
          expect(writeLog(reading.incidents.flatMap((incident) => incident.stored))).toBe(text);
        },
      ),
      { numRuns: 60 },
    );
  });
});
