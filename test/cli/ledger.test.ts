import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import { openStore } from '../../src/cli/openStore.ts';
import type { EventStore } from '../../src/store/port.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { instant } from '../../src/primitives/instant.ts';
import { startServer } from '../eventstoredb/server/startServer.ts';
import { cli, importedLog, page } from './fakeIo.ts';

const recordedAt = '2025-01-01T00:00:00Z';
const store = (): EventStore => memoryStore({ clock: () => instant(recordedAt) });
const files = { 'page.txt': page };

/** Imports the page into a ledger. */
const filled = async (): Promise<Readonly<Record<string, EventStore>>> => {
  const ledgers = { 'incidents.db': store() };
  await cli(['import', 'page.txt', '--ledger', 'incidents.db'], { files, ledgers });
  return ledgers;
};

describe('a ledger on the command line', () => {
  it('takes a document in, says what that came to, and adds nothing the second time', async () => {
    const ledgers = { 'incidents.db': store() };
    const argv = ['import', 'page.txt', '--ledger', 'incidents.db'];
    const first = await cli(argv, { files, ledgers });
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^page\.txt: TSR-1023: \d+ appended\n$/);
    const again = await cli([...argv, '--json'], { files, ledgers });
    expect(JSON.parse(again.out)).toMatchObject({
      report: [
        { _tag: 'Warning', place: 'update 1' },
        { _tag: 'Recorded', file: 'page.txt', incidentId: 'TSR-1023', appended: 0, corrected: 0 },
      ],
      totals: { documents: 1, appended: 0, warnings: 1 },
    });
  });

  it('exports what was imported, and takes an export in as it was', async () => {
    const ledgers = await filled();
    const exported = await cli(['export'], { ledgers });
    expect(exported.out).toBe(await importedLog(recordedAt));
    const copy = { 'copy.db': store() };
    const logs = { 'log.jsonl': exported.out };
    const argv = ['import', 'log.jsonl', '--ledger', 'copy.db'];
    expect((await cli(argv, { files: logs, ledgers: copy })).code).toBe(0);
    expect((await cli(['export', '--ledger', 'copy.db'], { ledgers: copy })).out).toBe(
      exported.out,
    );
    const again = await cli(argv, { files: logs, ledgers: copy });
    expect(again.out).toMatch(/0 appended, \d+ known/);
  });

  it('refuses the log of an incident that the ledger has otherwise', async () => {
    const ledgers = await filled();
    const line = (await importedLog(recordedAt)).split('\n')[1] ?? '';
    const other = { 'log.jsonl': line.replace('"revision":1', '"revision":0') };
    const done = await cli(['import', 'log.jsonl', '--ledger', 'incidents.db'], {
      files: other,
      ledgers,
    });
    expect(done.code).toBe(2);
    expect(done.said.join()).toContain('the ledger has other events of it');
  });

  it('shows and lists it', async () => {
    const ledgers = await filled();
    const shown = await cli(['show', '--json'], { ledgers });
    const fromFile = await cli(['show', 'page.txt', '--json'], { files });
    const report = (text: string): unknown => {
      const { incidents } = JSON.parse(text) as { incidents: readonly Record<string, unknown>[] };
      return { ...incidents[0], warnings: [] };
    };
    expect(report(shown.out)).toEqual(report(fromFile.out));
    const list = await cli(['list'], { ledgers });
    expect(list.out).toMatch(/TSR-1023 +resolved +2024-12-17 09:51 +11 min +minor, P1/);
    expect(JSON.parse((await cli(['list', '--json'], { ledgers })).out)).toMatchObject({
      incidents: [{ incidentId: 'TSR-1023', ms: 660_000 }],
    });
  });

  it.each([
    [['show', '--incident', 'INC-9'], '--incident: expected one of TSR-1023, got "INC-9"'],
    [['export', '--incident', 'INC-9'], '--incident: no "INC-9" in incidents.db'],
    [['list', '--ledger', 'other.db'], 'other.db: no such ledger'],
    [['list', 'page.txt'], 'list takes no FILE, got page.txt'],
    [['show', 'page.txt', '--ledger', 'x.db'], 'show: expected FILEs or --ledger, got both'],
    [['list', '--zone', 'UTC'], 'list does not take --zone'],
  ])('says what is wrong with %j', async (argv, message) => {
    const done = await cli(argv, { ledgers: await filled(), files });
    expect(done.code).toBe(2);
    expect(done.said.join('\n')).toContain(message);
  });

  it('follows what is there and what comes, until it is stopped, and goes on from there', async () => {
    const ledgers = { 'incidents.db': store() };
    const lines = (await importedLog()).trimEnd().split('\n').length;
    const stop = new AbortController();
    let caughtUp: () => void = () => {};
    const isCaughtUp = new Promise<void>((settle) => {
      caughtUp = settle;
    });
    const following = cli(['follow', '--json'], {
      ledgers,
      signal: stop.signal,
      onSay: caughtUp,
      onOut: (written) => {
        if (written.trimEnd().split('\n').length === lines) stop.abort();
      },
    });
    await isCaughtUp;
    await cli(['import', 'page.txt', '--ledger', 'incidents.db'], { files, ledgers });
    const done = await following;
    expect(done.code).toBe(0);
    const events = done.out.trimEnd().split('\n');
    expect(events.map((line) => JSON.parse(line) as unknown)).toHaveLength(lines);
    const position = /--from (\S+) goes on/.exec(done.said.at(-1) ?? '')?.[1] ?? '';
    const more = new AbortController();
    const later = await cli(['follow', '--from', position], {
      ledgers,
      signal: more.signal,
      onSay: () => {
        more.abort();
      },
    });
    expect(later.out).toBe('');
  });
});

describe('openStore', () => {
  const folder = mkdtempSync(join(tmpdir(), 'incident-ledger-cli-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('makes a SQLite file when asked to, and opens it again', async () => {
    const path = join(folder, 'new.db');
    expect(await openStore(path, false)).toMatchObject({ left: { code: 2 } });
    const made = await openStore(path, true);
    if (E.isLeft(made)) throw new Error(made.left.lines.join());
    const log = { 'page.txt': page };
    await cli(['import', 'page.txt', '--ledger', path], {
      files: log,
      ledgers: { [path]: made.right.store },
    });
    await made.right.close();
    const again = await openStore(path, false);
    if (E.isLeft(again)) throw new Error(again.left.lines.join());
    const listed = await again.right.store.incidents({})();
    expect(listed).toMatchObject({ right: { incidentIds: ['TSR-1023'] } });
    await again.right.close();
  });

  it('says what is wrong with a folder and with a connection string', async () => {
    expect(await openStore(folder, true)).toMatchObject({ left: { code: 3 } });
    expect(await openStore('esdb://', true)).toMatchObject({ left: { code: 2 } });
  });

  it('opens a cluster', async () => {
    const server = await startServer();
    const opened = await openStore(server.url, false);
    if (E.isLeft(opened)) throw new Error(opened.left.lines.join());
    const ledgers = { [server.url]: opened.right.store };
    const done = await cli(['import', 'page.txt', '--ledger', server.url], { files, ledgers });
    expect(done).toMatchObject({ code: 0, said: expect.anything() });
    const exported = await cli(['export', '--ledger', server.url], { ledgers });
    expect(exported.out.trimEnd().split('\n')).toHaveLength(
      (await importedLog()).trimEnd().split('\n').length,
    );
    await opened.right.close();
    await server.stop();
  });
});
