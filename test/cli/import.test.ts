import { describe, expect, it } from '@jest/globals';
import { cli, importedLog, page } from './fakeIo.ts';

const withoutTimes = (json: string): unknown =>
  JSON.parse(json, (key, value: unknown) => (key === 'recordedAt' ? undefined : value));

describe('import', () => {
  it('writes an event a line, and says what it did not understand', async () => {
    const { code, out, said } = await cli(['import', 'p'], { files: { p: page } });
    expect(code).toBe(0);
    expect(said).toEqual([
      'warning: p: update 1: the languages of this update give different times',
    ]);
    const events = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
    expect(new Set(events.map(({ incidentId }) => incidentId))).toEqual(new Set(['TSR-1023']));
    expect(events.some((event) => 'position' in event)).toBe(false);
  });

  it('gives a log that is shown as the document is', async () => {
    const log = await importedLog();
    const shown = await cli(['show', 'log', '--json'], { files: { log } });
    const direct = await cli(['show', 'p', '--json'], { files: { p: page } });
    const bare = (json: string): string => json.replace(/"warnings": \[[^]*?\]/, '"warnings": []');
    expect(withoutTimes(bare(shown.out))).toEqual(withoutTimes(bare(direct.out)));
  });

  it('of a page twice, or again into its log, adds nothing', async () => {
    const log = await importedLog();
    const files = { p: page, q: page, log };
    expect((await cli(['import', 'p', 'q'], { files })).out).toBe(log);
    for (const order of [
      ['log', 'p'],
      ['p', 'log'],
      ['log', 'log'],
    ]) {
      const again = await cli(['import', ...order], { files, now: '2026-01-01T00:00:00Z' });
      expect([again.code, again.out]).toEqual([0, log]);
    }
  });

  it('of a page that was edited adds corrections, and counts', async () => {
    const log = await importedLog();
    const edited = page.replaceAll('10h57', '10h58');
    const { out } = await cli(['import', 'log', 'p'], {
      files: { log, p: edited },
      now: '2026-01-01T00:00:00Z',
    });
    expect(out.startsWith(log)).toBe(true);
    const added = out.slice(log.length).trimEnd().split('\n');
    const types = added.map((line) => (JSON.parse(line) as { type: string }).type);
    expect(new Set(types)).toEqual(new Set(['Corrected']));
    const { out: shown } = await cli(['show', 'log'], { files: { log: out } });
    expect(shown).toMatch(/time-to-fix +7 min/);
  });

  it('writes a log in the order of its revisions, whatever the order of its lines', async () => {
    const log = await importedLog();
    const turned = log.trimEnd().split('\n').toReversed().join('\r\n');
    expect((await cli(['import', 'log'], { files: { log: `\uFEFF${turned}` } })).out).toBe(log);
  });
});
