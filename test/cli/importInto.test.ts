import { describe, expect, it } from '@jest/globals';
import { memoryStore } from '../../src/index.ts';
import { cli } from './fakeIo.ts';

const log = JSON.stringify({
  data: [
    {
      log: 'Alert acknowledged via web',
      owner: 'System',
      createdAt: '2024-08-10T10:05:00Z',
      offset: '1',
    },
    {
      log: 'Alert closed via web',
      owner: 'System',
      createdAt: '2024-08-10T10:25:00Z',
      offset: '2',
    },
  ],
});

const untimed =
  '# Outage of 12 March 2025\n\n## Timeline\n\n- 10:00 We were alerted\n- 10:30 Resolved\n';

describe('import --into', () => {
  it('reads records that name no incident, and again adds nothing', async () => {
    const ledgers = { l: memoryStore() };
    const files = { log };
    const into = ['import', 'log', '--ledger', 'l', '--into', 'INC-7', '--json'];
    expect(JSON.parse((await cli(into, { files, ledgers })).out)).toMatchObject({
      report: [{ incidentId: 'INC-7', appended: 2 }, {}],
    });
    expect(JSON.parse((await cli(into, { files, ledgers })).out)).toMatchObject({
      totals: { documents: 1, appended: 0, known: 2 },
    });
  });

  it('says of what is left out without it what there is to do', async () => {
    const { code, said } = await cli(['import', 'log', '--dry-run'], { files: { log } });
    expect([code, said]).toEqual([
      0,
      [expect.stringMatching(/^left out: log: data\[0\]: .* or say into which incident/)],
    ]);
  });
});

describe('import of the same words in another zone', () => {
  it('mends what was misread, and is told as corrections', async () => {
    const ledgers = { l: memoryStore() };
    const files = { 'outage.md': untimed };
    const taken = async (zone: string) => {
      const argv = ['import', 'outage.md', '--ledger', 'l', '--zone', zone, '--json'];
      const { out } = await cli(argv, { files, ledgers });
      return (JSON.parse(out) as { readonly totals: Readonly<Record<string, number>> }).totals;
    };
    const { appended } = await taken('UTC');
    expect(await taken('Europe/Paris')).toMatchObject({
      appended: 0,
      corrected: appended,
      mended: appended,
    });
    expect(await taken('Europe/Paris')).toMatchObject({ corrected: 0, mended: 0, known: appended });
    const text = ['import', 'outage.md', '--ledger', 'l', '--zone', 'Asia/Tokyo', '--dry-run'];
    const mended = await cli(text, { files, ledgers });
    expect(mended.out).toContain(`${appended} corrected (${appended} read otherwise now)\n`);
    expect(mended.out).toMatch(/^ {2}corrected: \w+, .* \(read otherwise now\)$/m);
    const edited = { 'outage.md': `${untimed}- 11:00 another thing\n` };
    const revised = await cli([...text.slice(0, -2), 'Europe/Paris', '--dry-run'], {
      files: edited,
      ledgers,
    });
    expect(revised.out).not.toContain('read otherwise now');
    const { out } = await cli(['export', '--ledger', 'l'], { ledgers });
    const kinds = out
      .trim()
      .split('\n')
      .flatMap((line) => {
        const { type, data } = JSON.parse(line) as { type: string; data: { kind?: string } };
        return type === 'Corrected' ? [data.kind] : [];
      });
    expect(new Set(kinds)).toEqual(new Set(['transcription']));
  });
});
