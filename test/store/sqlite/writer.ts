// Appends to a ledger until it is killed, and says so on its standard output: a line for each append that was
// acknowledged, with the time it took. Arguments: driver, path, name of the writer, events an append, and how many
// appends to make when it should end by itself.
import { writeSync } from 'node:fs';
import { isLeft } from 'fp-ts/lib/Either.js';
import { derivedEventId, incidentId } from '../../../src/primitives/ids.ts';
import { exactly } from '../../../src/primitives/moment.ts';
import { sqliteStore } from '../../../src/store/sqlite/sqliteStore.ts';
import { showStoreError } from '../../../src/store/storeError.ts';
import { driverNamed } from './drivers.ts';

const [driver = '', path = '', name = '', size = '1', appends = 'Infinity'] = process.argv.slice(2);
const store = sqliteStore(driverNamed(driver).open(path));
const incident = incidentId(name);

for (let place = 0; place < Number(size) * Number(appends); place += Number(size)) {
  const events = Array.from({ length: Number(size) }, (_, index) => ({
    eventId: derivedEventId(name, `${place + index}`),
    incidentId: incident,
    type: 'NoteAdded',
    version: 1,
    occurredAt: exactly('2024-12-17T10:00:00Z'),
    actor: { id: name },
    source: { kind: 'responder' as const },
    data: { text: { en: `note ${place + index} of ${name}` } },
  }));
  const begun = performance.now();
  const appended = await store.append(incident, events, place === 0 ? 'no_stream' : place - 1)();
  if (isLeft(appended)) {
    writeSync(2, `${showStoreError(appended.left)}\n`);
    process.exit(1);
  }
  writeSync(1, `${appended.right.lastRevision} ${performance.now() - begun}\n`);
}
