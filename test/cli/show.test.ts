import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { cli, importedLog, page } from './fakeIo.ts';
import { MINUTE, only, shown } from './shown.ts';

const files = { 'page.txt': page };

describe('as of', () => {
  it('10:13 the header is known, but no alert, no fix, no cause', async () => {
    const { milestones, claims } = await only('page.txt --known-at 2024-12-17T10:13:00Z');
    expect(Object.keys(milestones)).toEqual(
      expect.arrayContaining(['impactStarted', 'impactEnded', 'firstPublicNotice']),
    );
    for (const name of ['alerted', 'fixApplied', 'causeIdentified', 'restored'])
      expect(Object.keys(milestones)).not.toContain(name);
    expect(claims.actual).toMatchObject({ ms: 11 * MINUTE, basis: 'impactEnded' });
  });

  it('10:00 of the world, the incident runs', async () => {
    const { status, timeline } = await only('page.txt --occurred-before 2024-12-17T10:00:00Z');
    expect(status).toBe('open');
    expect(timeline.map(({ type }) => type)).toEqual([
      'ChangeMade',
      'ImpactStarted',
      'AlertRaised',
      'CellCreated',
      'FixApplied',
    ]);
  });

  it('before and after it was recorded', async () => {
    const log = { files: { log: await importedLog('2025-01-01T00:00:00Z') } };
    const before = await only('log --recorded-before 2025-01-01T00:00:00Z', log);
    expect([before.status, before.timeline]).toEqual(['none', []]);
    expect(await only('log --recorded-before 2025-01-01T00:00:01Z', log)).toEqual(
      await only('log', log),
    );
  });

  it('an instant for what still runs', async () => {
    const line = 'page.txt --occurred-before 2024-12-17T10:00:00Z --at 2024-12-17T10:01:00Z';
    const { durations, impact } = await only(line);
    expect(durations.find(({ name }) => name === 'time-to-restore')).toMatchObject({
      status: 'running',
      ms: 10 * MINUTE,
    });
    expect(impact.downtimeMs).toBe(10 * MINUTE);
    const { out } = await cli(['show', ...line.split(' ')], { files });
    expect(out).toContain('\n  as of: happened before 2024-12-17 10:00');
    expect(out).toMatch(/time-to-restore .*10 min .*\(running\)/);
  });

  it('the end of every axis is now', async () => {
    const end = '9999-01-01T00:00:00Z';
    const all = `--known-at ${end} --recorded-before ${end} --occurred-before ${end}`;
    expect(await only(`page.txt ${all}`)).toEqual(await only('page.txt'));
  });
});

describe('several files', () => {
  const other = page.replaceAll('TSR-1023', 'TSR-1024');
  const both = { files: { a: page, b: other } };

  it('have all their incidents, or the one asked for', async () => {
    expect((await shown('a b', both)).map(({ incidentId }) => incidentId)).toEqual([
      'TSR-1023',
      'TSR-1024',
    ]);
    expect((await only('a b --incident TSR-1024', both)).incidentId).toBe('TSR-1024');
    const { out } = await cli(['show', 'a', 'b'], both);
    expect(out.match(/^TSR-102\d$/gm)).toEqual(['TSR-1023', 'TSR-1024']);
  });

  it('list ten incidents and count the others when none is the one asked for', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `f${index}`,
        page.replaceAll('TSR-1023', `TSR-${2000 + index}`),
      ]),
    );
    const { code, said } = await cli(['show', ...Object.keys(many), '--incident', 'X'], {
      files: many,
    });
    expect([code, said[0]]).toEqual([
      2,
      expect.stringMatching(
        /^--incident: expected one of TSR-2000, .*, TSR-2009 and 2 more, got "X"$/,
      ),
    ]);
  });

  it('that tell of one incident tell it together', async () => {
    const shorter = page.slice(0, page.indexOf('- postmortem'));
    const told = await only('short page', { files: { short: shorter, page } });
    const alone = await only('page', { files: { page } });
    expect(told.durations.map(({ ms }) => ms)).toEqual(alone.durations.map(({ ms }) => ms));
  });
});

describe('as text', () => {
  it('is shown in the zone asked for, at the width of the terminal', async () => {
    const { code, out, said } = await cli(['show', 'page.txt', '--zone', 'Europe/Paris'], {
      files,
      columns: 80,
    });
    expect([code, said]).toEqual([0, []]);
    for (const line of [
      'TSR-1023',
      '  resolved · public minor · internal P1 · down 11 min · times in Europe/Paris',
      '   10:30         −21 min  ● ChangeMade           dns',
      '  time-to-restore             11 min  ± 1 min  impactStarted → restored',
      '    10:51 – 11:02  full',
      '    11:12  11:18   6 min   6 min  +21 min  +16 min    −5 min      0 %',
      '    status-page Dalenys (en)  01:51  “1H51am”',
      '       en: Strengthening controls (four-eye check) for manual changes',
    ]) {
      expect(out.split('\n')).toContain(line);
    }
    expect(out.split('\n').filter((line) => line.length > 81)).toEqual([]);
  });

  it('is coloured only when asked to, and says the same', async () => {
    const plain = (await cli(['show', 'page.txt'], { files })).out;
    const coloured = (await cli(['show', 'page.txt'], { files, colour: true })).out;
    expect(plain).not.toContain('\u001B');
    expect(coloured).toContain('\u001B[1mTSR-1023\u001B[22m');
    // oxlint-disable-next-line no-control-regex -- that is what colours are
    expect(coloured.replaceAll(/\u001B\[\d+m/g, '')).toBe(plain);
  });

  it('reads times without a zone in the zone given', async () => {
    const bare = page.replaceAll(' UTC', '').replace(' CET', '');
    const { claims } = await only('p --zone America/New_York', { files: { p: bare } });
    expect(claims.actual.from).toBe('2024-12-17T15:51:00.000Z');
  });
});

describe('what is printed as JSON', () => {
  it('has nothing that a terminal would obey, and is what it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('\u009B', '\u007F', '\u202E', '\u2069', 'a') }),
        async (poison) => {
          const text = `Begin${poison}end`;
          const odd = { files: { p: page.replace('This incident has been', text) } };
          for (const command of [
            ['show', 'p', '--json'],
            ['import', 'p'],
          ]) {
            const { code, out } = await cli(command, odd);
            expect(code).toBe(0);
            expect(out).not.toMatch(/[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
          }
          expect(JSON.stringify(await only('p', odd))).toContain(JSON.stringify(text).slice(1, -1));
        },
      ),
      { numRuns: 5 },
    );
  });
});
