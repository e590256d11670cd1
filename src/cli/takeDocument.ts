import * as E from 'fp-ts/lib/Either.js';
import type { LedgerError, RecordReport } from '../index.ts';
import { showFailure } from '../index.ts';
import type { ImportedDocument, Importer, ImportError } from '../import/public.ts';
import type { Failure } from './failure.ts';
import { badInput, storeFailed } from './failure.ts';
import type { ClaimChange, Gathered, Taken } from './gathered.ts';
import type { InputFile } from './inputFile.ts';
import { NOT_UTF8 } from './utf8Text.ts';

/** What the document holds is not the store's fault. */
const notRecorded = (name: string, error: LedgerError): Failure => {
  const isInput = error._tag === 'TooLarge' || error._tag === 'InvalidEvents';
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
  return report.events.map((event): ClaimChange => {
    const place = event.source.locator ?? event.origin?.item ?? '';
    const { eventId } = event;
    if (event.type === 'Corrected') {
      return { as: 'corrected', type: event.data.targetType, place, eventId };
    }
    if (event.type !== 'Retracted') return { as: 'appended', type: event.type, place, eventId };
    return { as: retracted.has(event.data.target) ? 'retracted' : 'reinstated', place, eventId };
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
  reinstated: report.reinstated.length,
  outdated: report.outdated.length,
  changes: changesIn(report),
});

const recorded = async (
  name: string,
  format: string,
  document: ImportedDocument,
  { ledger, sources, isListed, into, tell, signal }: Gathered,
): Promise<Failure | null> => {
  const incidentId = into ?? document.incidentId;
  const report = await ledger.record(document, { into: incidentId, signal })();
  if (E.isLeft(report)) {
    return report.left._tag === 'Aborted' ? storeFailed('stopped') : notRecorded(name, report.left);
  }
  if (isListed && !sources.has(incidentId)) sources.set(incidentId, name);
  await tell(takenFrom(name, format, report.right));
  return null;
};

/** Reads a document as it comes in, and records what is read of each incident. */
export const takeDocument = async (
  { name, text }: InputFile,
  importer: Importer,
  zone: string | null,
  gathered: Gathered,
): Promise<Failure | null> => {
  const { tell, signal, into } = gathered;
  const about = new Set<string>();
  const options = { documentName: name, ...(zone === null ? {} : { zone }) };
  for await (const item of importer.read(text(), options)) {
    if (signal.aborted) return storeFailed('stopped');
    switch (item._tag) {
      case 'Document': {
        if (into !== null) about.add(item.document.incidentId);
        if (about.size > 1) {
          return badInput(
            `${name}: --into: expected a document about one incident, got ${[...about].join(' and ')}`,
          );
        }
        const failure = await recorded(name, importer.name, item.document, gathered);
        if (failure) return failure;
        break;
      }
      case 'Warning':
        await tell({ _tag: 'Warning', file: name, ...item.warning });
        break;
      case 'LeftOut':
        await tell({ _tag: 'LeftOut', file: name, ...item.leftOut });
        break;
      case 'Error':
        return notRead(name, item.error);
    }
  }
  return null;
};
