import * as E from 'fp-ts/lib/Either.js';
import type { IncidentId, LedgerError, RecordReport } from '../index.ts';
import { showFailure } from '../index.ts';
import type { Importer, ImportError, ReadItem } from '../import/public.ts';
import type { Failure } from './failure.ts';
import { badInput, storeFailed } from './failure.ts';
import type { ClaimChange, Gathered, Taken } from './gathered.ts';
import type { InputFile } from './inputFile.ts';
import { NOT_UTF8 } from './utf8Text.ts';

/** What the document holds is not the store's fault. */
const notRecorded = (name: string, error: LedgerError): Failure => {
  const isInput = ['TooLarge', 'InvalidEvents', 'InvalidDocument'].includes(error._tag);
  return (isInput ? badInput : storeFailed)(`${name}: ${showFailure(error)}`);
};

/** What an importer ended with. What was wrong with the bytes says so itself. */
const notRead = (name: string, { _tag, place, message, expected }: ImportError): Failure => {
  const [, cause] = /^the input broke off: (.*)$/s.exec(message) ?? [];
  return badInput(
    _tag === 'UnreadableInput' && cause?.startsWith(NOT_UTF8) === true
      ? `${name}: ${cause}`
      : `${name}: ${place}: expected ${expected}; ${message}`,
  );
};

const changesIn = (report: RecordReport): readonly ClaimChange[] => {
  const retracted = new Set<string>(report.retracted);
  const mended = new Set<string>(report.mended);
  const hasCauses = report.events.some(({ causationId }) => causationId !== undefined);
  const written = new Set<string>(hasCauses ? report.events.map(({ eventId }) => eventId) : []);
  // What only makes room for a correction is no change by itself.
  const changes = report.events.filter(
    ({ causationId }) => causationId === undefined || !written.has(causationId),
  );
  return changes.map((event): ClaimChange => {
    const place = event.source.locator ?? event.origin?.item ?? '';
    const { eventId } = event;
    if (event.type !== 'Corrected' && event.type !== 'Retracted') {
      return { as: 'appended', type: event.type, place, eventId };
    }
    const { target } = event.data;
    const why = mended.has(target) ? ({ isMended: true } as const) : {};
    return event.type === 'Corrected'
      ? { as: 'corrected', type: event.data.targetType, place, eventId, ...why }
      : { as: retracted.has(target) ? 'retracted' : 'reinstated', place, eventId, ...why };
  });
};

const takenFrom = (file: string, format: string, report: RecordReport): Taken => ({
  _tag: 'Recorded',
  file,
  format,
  incidentId: report.incidentId,
  appended: report.appended.length,
  known: report.known.length,
  corrected: report.corrected.length,
  retracted: report.retracted.length,
  mended: report.mended.length,
  reinstated: report.reinstated.length,
  outdated: report.outdated.length,
  changes: changesIn(report),
});

/** What an importer gave, in its order, until it is recorded and told. */
interface Waiting {
  readonly items: ReadItem[];
  /** The incidents that the documents among them go to. */
  readonly incidentIds: Set<IncidentId>;
  claims: number;
}

const nothingWaits = (): Waiting => ({ items: [], incidentIds: new Set(), claims: 0 });

/** Items and claims that wait at most. */
const MOST_ITEMS = 1000;
const MOST_CLAIMS = 2000;

const isFull = ({ items, incidentIds, claims }: Waiting, atOnce: number): boolean =>
  incidentIds.size >= atOnce || items.length >= MOST_ITEMS || claims >= MOST_CLAIMS;

/** Records all that waits at once, then tells of it in its order: what is told stands. The first failure, if any. */
const settled = async (
  name: string,
  format: string,
  { items }: Waiting,
  { ledger, sources, isListed, into, tell, signal }: Gathered,
): Promise<Failure | null> => {
  const record = async (item: ReadItem) =>
    item._tag === 'Document'
      ? ledger.record(item.document, { into: into ?? undefined, signal })()
      : null;
  const reports = await Promise.all(items.map(record));
  let failure: Failure | null = null;
  for (const [index, item] of items.entries()) {
    const report = reports[index];
    if (item._tag === 'Warning') await tell({ _tag: 'Warning', file: name, ...item.warning });
    else if (item._tag === 'LeftOut') await tell({ _tag: 'LeftOut', file: name, ...item.leftOut });
    else if (report && E.isLeft(report)) {
      const { left } = report;
      failure ??= left._tag === 'Aborted' ? storeFailed('stopped') : notRecorded(name, left);
    } else if (report) {
      const { incidentId } = report.right;
      if (isListed && !sources.has(incidentId)) sources.set(incidentId, name);
      await tell(takenFrom(name, format, report.right));
    }
  }
  return failure;
};

/** Reads a document as it comes in, and records what is read of each incident. */
export const takeDocument = async (
  { name, text }: InputFile,
  importer: Importer,
  zone: string | null,
  gathered: Gathered,
): Promise<Failure | null> => {
  const { signal, into, atOnce } = gathered;
  const about = new Set<string>();
  const options = {
    documentName: name,
    ...(zone === null ? {} : { zone }),
    ...(into === null ? {} : { incident: into }),
  };
  let waiting = nothingWaits();
  const settle = async (): Promise<Failure | null> => {
    const all = waiting;
    waiting = nothingWaits();
    return settled(name, importer.name, all, gathered);
  };
  for await (const item of importer.read(text(), options)) {
    if (signal.aborted) return storeFailed('stopped');
    if (item._tag === 'Error') return (await settle()) ?? notRead(name, item.error);
    if (item._tag === 'Document') {
      const { document } = item;
      if (into !== null) about.add(document.incidentId);
      if (about.size > 1) {
        return badInput(
          `${name}: --into: expected a document about one incident, got ${[...about].join(' and ')}`,
        );
      }
      // Of one incident, one document is recorded after the other.
      const incidentId = into ?? document.incidentId;
      const failure = waiting.incidentIds.has(incidentId) ? await settle() : null;
      if (failure) return failure;
      waiting.incidentIds.add(incidentId);
      waiting.claims += document.claims.length;
    }
    waiting.items.push(item);
    const failure = isFull(waiting, atOnce) ? await settle() : null;
    if (failure) return failure;
  }
  return settle();
};
