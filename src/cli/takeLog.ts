import * as E from 'fp-ts/lib/Either.js';
import type { LogIncident, Vocabulary } from '../index.ts';
import { readLogFrom, showLogFault, showStoreError } from '../index.ts';
import { readCloudEvents } from '../import/public.ts';
import type { Failure } from './failure.ts';
import { badInput, firstOf, storeFailed } from './failure.ts';
import type { LOG } from './formats.ts';
import { CLOUD_EVENTS } from './formats.ts';
import type { Gathered } from './gathered.ts';
import type { InputFile } from './inputFile.ts';

/** The events that CloudEvents hold as a log, one a line; what is wrong with them is put down beside. */
async function* logOf(text: AsyncIterable<string>, faults: string[]): AsyncIterable<string> {
  for await (const event of readCloudEvents(text)) {
    if (E.isRight(event)) yield `${JSON.stringify(event.right)}\n`;
    else {
      const { place, message, expected } = event.left;
      faults.push(`${place}: expected ${expected}; ${message}`);
    }
  }
}

/** Puts the events of an incident into the store as they were recorded. */
const restored = async (
  name: string,
  format: string,
  { incidentId, stored }: LogIncident<unknown>,
  { store, sources, tell, signal }: Gathered,
): Promise<Failure | null> => {
  const before = await store.read({ incidentId, limit: 1, signal })();
  if (E.isLeft(before)) return storeFailed(`${name}: ${showStoreError(before.left)}`);
  const put = await store.restore(incidentId, stored, { signal })();
  if (E.isLeft(put)) {
    return put.left._tag === 'Conflict'
      ? badInput(
          `${name}: incident ${incidentId}: ${sources.get(incidentId) ?? 'the ledger'} has other events of it; give one log of an incident`,
        )
      : storeFailed(`${name}: ${showStoreError(put.left)}`);
  }
  if (!sources.has(incidentId)) sources.set(incidentId, name);
  const isNew = before.right.events.length === 0;
  await tell({
    _tag: 'Recorded',
    file: name,
    format,
    incidentId,
    appended: isNew ? stored.length : 0,
    known: isNew ? 0 : stored.length,
    corrected: 0,
    retracted: 0,
    reinstated: 0,
    outdated: 0,
    changes: isNew
      ? stored.map(({ eventId, type, revision }) => ({
          as: 'appended',
          type,
          place: `revision ${revision}`,
          eventId,
        }))
      : [],
  });
  return null;
};

/** Puts the incidents of an event log, in lines of JSON or as CloudEvents, into the store as they were recorded. */
export const takeLog = async (
  { name, text }: InputFile,
  format: typeof LOG | typeof CLOUD_EVENTS,
  vocabulary: Vocabulary<unknown>,
  gathered: Gathered,
): Promise<Failure | null> => {
  const broken: string[] = [];
  const pieces = format === CLOUD_EVENTS ? logOf(text(), broken) : text();
  const read = await readLogFrom(pieces, vocabulary)();
  if (E.isLeft(read)) return badInput(`${name}: ${showStoreError(read.left)}`);
  const { incidents, faults } = read.right;
  // What could not be read of CloudEvents is missing from the log too, which would only say it again.
  const said = broken.length > 0 ? broken : faults.map(showLogFault);
  if (said.length > 0) return badInput(...firstOf(said).map((line) => `${name}: ${line}`));
  for (const incident of incidents) {
    if (gathered.signal.aborted) return storeFailed('stopped');
    const failure = await restored(name, format, incident, gathered);
    if (failure) return failure;
  }
  return null;
};
