import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { fromSource, root } from '../fromSource.ts';
import { importedLog, page } from './fakeIo.ts';

const folder = mkdtempSync(join(tmpdir(), 'incident-ledger-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The folders of `src` and the adapters of which a command line loads any module. */
const loadedBy = (...argv: readonly string[]): readonly string[] => {
  const out = execFileSync(
    process.execPath,
    [...fromSource, '--import', './test/cli/sayLoaded.js', 'src/cli/main.ts', ...argv],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const folders = out.split('\n').flatMap((line) => {
    const found = /^loaded: file:.*\/src\/(import|projections|store\/(?:sqlite|eventstoredb))\//;
    return found.exec(line)?.slice(1) ?? [];
  });
  return [...new Set(folders)].toSorted();
};

const log = join(folder, 'log.jsonl');
const document = join(folder, 'page.txt');
writeFileSync(document, page);

describe('the command line loads', () => {
  it('no importer for an event log, and no store that it does not open', async () => {
    writeFileSync(log, await importedLog());
    expect(loadedBy('show', log)).toEqual(['projections']);
    expect(loadedBy('sort', log)).toEqual(['projections']);
    expect(loadedBy('--version')).toEqual(['projections']);
  });

  it('the importers for a document, and the store of a ledger', () => {
    expect(loadedBy('show', document)).toEqual(['import', 'projections']);
    const ledger = join(folder, 'ledger.db');
    expect(loadedBy('import', document, '--ledger', ledger)).toEqual([
      'import',
      'projections',
      'store/sqlite',
    ]);
    expect(loadedBy('list', '--ledger', ledger)).toEqual(['projections', 'store/sqlite']);
  });
});
