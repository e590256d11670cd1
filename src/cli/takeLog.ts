import { tmpdir } from 'node:os';
import * as E from 'fp-ts/lib/Either.js';
import type { StoreError, Vocabulary } from '../index.ts';
import { byteLines, showLogFault, showStoreError } from '../index.ts';
import type { Failure } from './failure.ts';
import { badInput, firstOf, messageOf, storeFailed } from './failure.ts';
import type { LOG } from './formats.ts';
import { CLOUD_EVENTS } from './formats.ts';
import type { Gathered, Taken } from './gathered.ts';
import type { InputFile } from './inputFile.ts';
import type { TakenIncident, TakenLog } from './takenLog.ts';
import { takenLog } from './takenLog.ts';

/** The lines of a log; its faults tell of these lines. */
const takeLines = async (
  { bytes }: InputFile,
  log: TakenLog,
  signal: AbortSignal,
): Promise<readonly string[]> => {
  let count = 0;
  const lines = byteLines((text) => {
    count += 1;
    const bare = (count === 1 ? text.replace(/^\uFEFF/, '') : text).trim();
    if (bare !== '') log.take(bare, count);
  });
  for await (const piece of bytes()) {
    if (signal.aborted) return [];
    lines.take(piece);
  }
  lines.end();
  return [];
};

/** The events of CloudEvents, each as a line; what is wrong with any as a CloudEvent. */
const takeCloudEvents = async (
  { text }: InputFile,
  log: TakenLog,
  signal: AbortSignal,
): Promise<readonly string[]> => {
  const { readCloudEvents } = await import('../import/public.ts');
  const broken: string[] = [];
  let count = 0;
  for await (const event of readCloudEvents(text())) {
    if (signal.aborted) return [];
    count += 1;
    if (E.isRight(event)) log.take(JSON.stringify(event.right), count);
    else {
      const { place, message, expected } = event.left;
      broken.push(`${place}: expected ${expected}; ${message}`);
    }
  }
  return broken;
};

/** Puts the events of an incident into the store as they were recorded; what that came to. */
const restored = async (
  name: string,
  format: string,
  { incidentId, stored }: TakenIncident,
  { store, sources, signal }: Gathered,
): Promise<E.Either<Failure, Taken>> => {
  const failed = (error: StoreError): E.Either<Failure, never> =>
    E.left(storeFailed(`${name}: ${showStoreError(error)}`));
  const before = await store.read({ incidentId, limit: 1, signal })();
  if (E.isLeft(before)) return failed(before.left);
  const put = await store.restore(incidentId, stored, { signal })();
  if (E.isLeft(put) && put.left._tag === 'Conflict') {
    const other = sources.get(incidentId) ?? 'the ledger';
    const message = `incident ${incidentId}: ${other} has other events of it; give one log of an incident`;
    return E.left(badInput(`${name}: ${message}`));
  }
  if (E.isLeft(put)) return failed(put.left);
  if (!sources.has(incidentId)) sources.set(incidentId, name);
  const isNew = before.right.events.length === 0;
  return E.right({
    _tag: 'Recorded',
    file: name,
    format,
    incidentId,
    appended: isNew ? stored.length : 0,
    known: isNew ? 0 : stored.length,
    corrected: 0,
    retracted: 0,
    mended: 0,
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
};

/** Events that are put into the store at once, but for one incident that has more. */
const MOST_EVENTS = 2000;

/** Incidents some at a time, to be put into the store together. */
function* inBatches(
  incidents: Iterable<TakenIncident>,
  atOnce: number,
): Iterable<readonly TakenIncident[]> {
  let batch: TakenIncident[] = [];
  let events = 0;
  for (const incident of incidents) {
    batch.push(incident);
    events += incident.stored.length;
    if (batch.length < atOnce && events < MOST_EVENTS) continue;
    yield batch;
    [batch, events] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/** Puts incidents into the store, then tells of them in their order: what is told stands. The first failure, if any. */
const restoredAll = async (
  name: string,
  format: string,
  incidents: Iterable<TakenIncident>,
  gathered: Gathered,
): Promise<Failure | null> => {
  for (const batch of inBatches(incidents, gathered.atOnce)) {
    if (gathered.signal.aborted) return storeFailed('stopped');
    const put = await Promise.all(
      batch.map(async (incident) => restored(name, format, incident, gathered)),
    );
    let failure: Failure | null = null;
    for (const one of put) {
      if (E.isLeft(one)) failure ??= one.left;
      else await gathered.tell(one.right);
    }
    if (failure) return failure;
  }
  return null;
};

/** Takes the log in, checks all of it, and puts its incidents into the store. */
const taken = async (
  file: InputFile,
  format: typeof LOG | typeof CLOUD_EVENTS,
  log: TakenLog,
  gathered: Gathered,
): Promise<Failure | null> => {
  const { name } = file;
  const { signal } = gathered;
  let broken: readonly string[];
  try {
    const take = format === CLOUD_EVENTS ? takeCloudEvents : takeLines;
    broken = await take(file, log, signal);
  } catch (cause) {
    return badInput(`${name}: ${messageOf(cause)}`);
  }
  if (signal.aborted) return storeFailed('stopped');
  const faults = log.faults();
  // What could not be read of CloudEvents is missing from the log too, which would only say it again.
  const said =
    broken.length > 0 ? firstOf(broken) : firstOf(faults.first.map(showLogFault), faults.count);
  if (said.length > 0) return badInput(...said.map((line) => `${name}: ${line}`));
  return restoredAll(name, format, log.incidents(), gathered);
};

/**
 * Puts the incidents of an event log, in lines of JSON or as CloudEvents, into the store as they were recorded: all of them or,
 * where anything is wrong with the log, none.
 */
export const takeLog = async (
  file: InputFile,
  format: typeof LOG | typeof CLOUD_EVENTS,
  vocabulary: Vocabulary<unknown>,
  gathered: Gathered,
): Promise<Failure | null> => {
  const log = takenLog(vocabulary, tmpdir());
  try {
    return await taken(file, format, log, gathered);
  } finally {
    log.remove();
  }
};
