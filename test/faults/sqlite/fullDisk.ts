import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { isLeft } from 'fp-ts/lib/Either.js';
import { sqliteStore } from '../../../src/store/sqlite/sqliteStore.ts';
import { showStoreError } from '../../../src/store/storeError.ts';
import { A, notes } from '../../../src/testing/contractNotes.ts';
import { all, holds } from '../../../src/testing/expectations.ts';
import { driverNamed, newFile } from '../../store/sqlite/drivers.ts';

const run = (command: string, ...given: readonly string[]): boolean =>
  spawnSync(command, given).status === 0;

const append = async (
  store: ReturnType<typeof sqliteStore>,
  place: number,
): Promise<string | null> => {
  const event = notes(A, `${place} ${'x'.repeat(10_000)}`);
  const result = await store.append(A, event, place === 0 ? 'no_stream' : place - 1)();
  return isLeft(result) ? `${result.left._tag}: ${showStoreError(result.left)}` : null;
};

const fill = async (driver: string, directory: string): Promise<string> => {
  const handle = driverNamed(driver).open(join(directory, 'ledger.db'));
  try {
    const store = sqliteStore(handle);
    let written = 0;
    let failure = await append(store, written);
    while (failure === null) {
      written += 1;
      failure = await append(store, written);
    }
    holds(failure.startsWith('Unusable'), `a full disk should be said clearly, not ${failure}`);
    holds((await all(store)).length === written, 'what was acknowledged should be there');
    holds(run('mount', '-o', 'remount,size=16m', directory), 'the disk should get larger');
    holds((await append(store, written)) === null, 'there should be room again');
    holds((await all(store)).length === written + 1, 'what was appended then should be there');
    return `${written} events acknowledged and found on a disk of 2 MiB, then “${failure}”; with more room it went on`;
  } finally {
    handle.close();
  }
};

/** Fills a small disk, and checks that nothing is lost and that writing goes on when there is room again. */
export const fullDisk = async (driver: string): Promise<string> => {
  const directory = dirname(newFile());
  if (!run('mount', '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', directory)) {
    return 'skipped: a small disk can be mounted by root only';
  }
  try {
    return await fill(driver, directory);
  } finally {
    // Lazily: a driver may hold the file until its statements are collected.
    run('umount', '-l', directory);
  }
};
