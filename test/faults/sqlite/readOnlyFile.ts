import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { orThrow } from '../../../src/ledger/orThrow.ts';
import { sqliteStore } from '../../../src/store/sqlite/sqliteStore.ts';
import { A, notes } from '../../../src/testing/contractNotes.ts';
import { all, holds } from '../../../src/testing/expectations.ts';
import { driverNamed, newFile } from '../../store/sqlite/drivers.ts';

const NOBODY = 65_534;
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Lets someone who may only read a file try to append to it. */
export const readOnlyFile = async (driver: string): Promise<string> => {
  const path = newFile();
  const handle = driverNamed(driver).open(path);
  const store = sqliteStore(handle);
  await orThrow(store.append(A, notes(A, 'a', 'b'), 'no_stream'));
  chmodSync(dirname(path), 0o555);
  for (const suffix of ['', '-wal', '-shm']) chmodSync(`${path}${suffix}`, 0o444);
  // Root may write anywhere, so somebody else tries.
  const isRoot = process.getuid?.() === 0;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      here('../../../scripts/typescript.js'),
      here('./tryToAppend.ts'),
      driver,
      path,
    ],
    isRoot ? { uid: NOBODY, gid: NOBODY } : {},
  );
  const said = String(stdout).trim();
  holds(
    said.startsWith('2 Unusable'),
    `a read-only file should be said: ${said} ${String(stderr)}`,
  );
  holds((await all(store)).length === 2, 'nothing should be lost or added');
  handle.close();
  return `it was read, and appending gave “${said.slice(2)}”; nothing lost`;
};
