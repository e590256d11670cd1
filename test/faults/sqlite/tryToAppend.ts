// Reads a ledger, tries to append to it and says how that went. Arguments: driver, path.
import { isLeft } from 'fp-ts/lib/Either.js';
import { sqliteStore } from '../../../src/store/sqlite/sqliteStore.ts';
import { showStoreError } from '../../../src/store/storeError.ts';
import { A, notes } from '../../../src/testing/contractNotes.ts';
import { all } from '../../../src/testing/expectations.ts';
import { driverNamed } from '../../store/sqlite/drivers.ts';

const [driver = '', path = ''] = process.argv.slice(2);
const store = sqliteStore(driverNamed(driver).open(path));
const { length } = await all(store);
const appended = await store.append(A, notes(A, 'c'), 'any')();
const outcome = isLeft(appended)
  ? `${appended.left._tag}: ${showStoreError(appended.left)}`
  : 'appended';
process.stdout.write(`${length} ${outcome}\n`);
