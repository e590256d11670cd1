import * as E from 'fp-ts/lib/Either.js';
import type { LedgerError } from '../index.ts';
import { showFailure } from '../index.ts';
import type { Importer } from '../import/public.ts';
import { readAll, recogniseImporter } from '../import/public.ts';
import type { Failure } from './failure.ts';
import { badInput, storeFailed } from './failure.ts';
import { importers } from './formats.ts';
import type { Gathered } from './gathered.ts';
import type { InputText } from './inputText.ts';
import type { Reading } from './request.ts';

/** How much of a document an importer is shown to recognise it. */
const HEAD_CHARACTERS = 8192;

/** The largest document: a longer one is none that people wrote about an incident. */
const MOST_MIB = 4;

const mib = (text: string): number => Buffer.byteLength(text) / 1024 / 1024;

const importerFor = (text: string, format: string | null): Importer | null =>
  format === null
    ? recogniseImporter(importers, text.slice(0, HEAD_CHARACTERS))
    : (importers.find(({ name }) => name === format) ?? null);

/** What the document holds is not the store's fault. */
const notRecorded = (name: string, error: LedgerError): Failure => {
  const isInput = error._tag === 'TooLarge' || error._tag === 'InvalidEvents';
  return (isInput ? badInput : storeFailed)(`${name}: ${showFailure(error)}`);
};

/** Reads a document and records its claims. */
export const takeDocument = async (
  { name, text }: InputText,
  { format, zone }: Omit<Reading, 'files'>,
  { ledger, sources, warnings, taken }: Gathered,
): Promise<Failure | null> => {
  const importer = importerFor(text, format);
  if (!importer) {
    const known = importers.map((candidate) => candidate.name).join(', ');
    return badInput(
      `${name}: expected an event log, one event as JSON a line, or a document of a known format (${known}), got neither; --as FORMAT names the format`,
    );
  }
  if (mib(text) > MOST_MIB) {
    return badInput(
      `${name}: expected a document of at most ${MOST_MIB} MiB, got ${mib(text).toFixed(1)} MiB`,
    );
  }
  const read = await readAll(importer, text, {
    documentName: name,
    ...(zone === null ? {} : { zone }),
  });
  if (read.errors.length > 0) {
    return badInput(
      ...read.errors.map(
        ({ place, message, expected }) => `${name}: ${place}: expected ${expected}; ${message}`,
      ),
    );
  }
  const placed = read.warnings.map(({ place, message }) => ({
    place: `${name}: ${place}`,
    message,
  }));
  for (const document of read.documents) {
    const { incidentId } = document;
    const recorded = await ledger.record(document)();
    if (E.isLeft(recorded)) return notRecorded(name, recorded.left);
    if (!sources.has(incidentId)) sources.set(incidentId, name);
    const { appended, known, corrected, retracted } = recorded.right;
    taken.push({
      file: name,
      incidentId,
      appended: appended.length,
      known: known.length,
      corrected: corrected.length,
      retracted: retracted.length,
    });
    warnings.set(incidentId, [...(warnings.get(incidentId) ?? []), ...placed]);
  }
  return null;
};
