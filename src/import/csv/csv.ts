import * as E from 'fp-ts/lib/Either.js';
import { core } from '../../events/core.ts';
import type { Vocabulary } from '../../events/vocabulary.ts';
import type { Fault } from '../../primitives/fault.ts';
import { showFault } from '../../primitives/fault.ts';
import { messageOf } from '../../primitives/messageOf.ts';
import { columnsIn, namedColumns } from './csvColumns.ts';
import type { CsvMapping } from './csvMapping.ts';
import { csvMappingFaults } from './csvMappingFaults.ts';
import type { CsvRow } from './csvReader.ts';
import { csvReader } from './csvReader.ts';
import type { CsvTable } from './csvTable.ts';
import { csvTable } from './csvTable.ts';
import type { TimeZone } from './csvTime.ts';
import { statesZone } from './csvTime.ts';
import type { Importer, ImportError, ReadItem, ReadOptions } from '../importer.ts';
import { largerPieces } from '../text/largerPieces.ts';
import { MENDED, wellFormed } from '../text/wellFormed.ts';
import { unknownZone } from '../time/unknownZone.ts';
import { zoneOf } from '../time/zone.ts';

const failed = (error: ImportError): ReadItem => ({ _tag: 'Error', error });

/** How the times of a mapping are written. */
const timesOf = ({ time, rules }: CsvMapping): readonly string[] =>
  [time, ...rules.flatMap(({ at }) => at ?? [])].flatMap(({ formats }) => formats);

/** The zone of times that state none, and what is assumed; or that there is no such zone. */
const zoneFor = (
  mapping: CsvMapping,
  { zone: asked }: ReadOptions,
): E.Either<ImportError, { readonly zone: TimeZone; readonly assumed: ReadItem | null }> => {
  const { zone: own } = mapping;
  const written = own ?? asked ?? 'UTC';
  const zone = zoneOf(written, asked);
  if (!zone) return E.left(unknownZone(written));
  const isNeeded = own === undefined && !timesOf(mapping).every(statesZone);
  const message = `the mapping names no zone; times that state none are taken as ${written}`;
  return E.right({
    zone: { zone, basis: own === undefined ? 'assumed' : 'document', language: mapping.language },
    assumed: isNeeded ? { _tag: 'Warning', warning: { place: 'document', message } } : null,
  });
};

const nothing: ImportError = {
  _tag: 'EmptyDocument',
  place: 'document',
  message: 'there are no rows',
  expected: 'a header and rows under it',
};

const NO_ROWS = 'there are no rows under the header';

/** Takes rows, of which the first may be the header. */
const rowTaker = (mapping: CsvMapping, vocabulary: Vocabulary<object>, zone: TimeZone) => {
  const { delimiter = ',' } = mapping;
  let table: CsvTable | null = null;
  let failure: ImportError | null = null;
  let hasRows = false;
  const begin = (header: readonly string[]): void => {
    const made = csvTable(mapping, header, vocabulary, zone);
    if (E.isLeft(made)) failure = made.left;
    else table = made.right;
  };
  if (mapping.header) begin(mapping.header);
  return {
    take: (rows: readonly CsvRow[], give: (item: ReadItem) => void): ImportError | null => {
      for (const row of rows) {
        if (failure) return failure;
        if (table) {
          hasRows = true;
          table.take(row, give);
        } else if (row.text !== `sep=${delimiter}`) begin(row.fields.map((name) => name.trim()));
      }
      return failure;
    },
    end: (give: (item: ReadItem) => void): ImportError | null => {
      if (!table) return failure ?? nothing;
      if (!hasRows) give({ _tag: 'Warning', warning: { place: 'document', message: NO_ROWS } });
      table.end(give);
      return null;
    },
  };
};

const recognise =
  (mapping: CsvMapping) =>
  (head: string): number => {
    const { delimiter = ',' } = mapping;
    const rows = csvReader(delimiter).write(head.includes('\n') ? head : `${head}\n`);
    const first = rows.find(({ text }) => text !== `sep=${delimiter}`);
    if (!first || mapping.header) return 0;
    const names = first.fields.map((name) => name.trim());
    if (E.isRight(columnsIn(names, mapping))) return 0.9;
    // What is missing then is told, instead of a reading as something else.
    const wanted = [...namedColumns(mapping).all];
    const found = wanted.filter((name) => names.includes(name)).length;
    return found > 1 && found * 2 >= wanted.length ? 0.7 : 0;
  };

/** Characters of which the rows are taken at once: what comes of them waits in memory. */
const TAKEN = 65_536;

/** A text in parts that are not large. */
const inParts = (text: string): readonly string[] =>
  text.length <= TAKEN
    ? [text]
    : Array.from({ length: Math.ceil(text.length / TAKEN) }, (_, index) =>
        text.slice(index * TAKEN, (index + 1) * TAKEN),
      );

const reading = (mapping: CsvMapping, vocabulary: Vocabulary<object>): Importer['read'] =>
  async function* read(text, options = {}) {
    const zone = zoneFor(mapping, options);
    if (E.isLeft(zone)) {
      yield failed(zone.left);
      return;
    }
    if (zone.right.assumed) yield zone.right.assumed;
    const reader = csvReader(mapping.delimiter ?? ',');
    const rows = rowTaker(mapping, vocabulary, zone.right.zone);
    let items: ReadItem[] = [];
    const give = (item: ReadItem): void => {
      items.push(item);
    };
    const pieces = largerPieces(text)[Symbol.asyncIterator]();
    for (;;) {
      let piece: IteratorResult<string>;
      try {
        piece = await pieces.next();
      } catch (cause) {
        rows.end(give);
        yield* items;
        yield failed({
          _tag: 'UnreadableInput',
          place: 'document',
          message: `the input broke off: ${messageOf(cause)}`,
          expected: 'input that can be read to its end',
        });
        return;
      }
      const whole = piece.done === true ? '' : wellFormed(piece.value);
      if (piece.done !== true && whole !== piece.value) {
        give({ _tag: 'Warning', warning: { place: 'document', message: MENDED } });
      }
      for (const part of inParts(whole)) {
        const failure = rows.take(reader.write(part), give);
        for (const item of items) yield item;
        items = [];
        if (failure) yield failed(failure);
        if (failure) return;
      }
      if (piece.done !== true) continue;
      const failure = rows.take(reader.end(), give) ?? rows.end(give);
      yield* items;
      if (failure) yield failed(failure);
      return;
    }
  };

/**
 * Reads a mapping from outside, such as a JSON file.
 *
 * @param vocabulary - The event types that its rules may name; the core's when absent.
 * @returns All that is wrong with it, each with its path; or the mapping.
 * @public
 */
export const decodeCsvMapping = (
  value: unknown,
  vocabulary: Vocabulary<object> = core,
): E.Either<readonly Fault[], CsvMapping> => {
  const faults = csvMappingFaults(value, vocabulary);
  // It was found to be a mapping: this is the same, as it was given.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return faults.length > 0 ? E.left(faults) : E.right(value as CsvMapping);
};

/**
 * An importer of the event log of a ticket system: a CSV file of any size, read by a mapping in memory that does not
 * grow with it.
 *
 * @param vocabulary - The event types that its rules may name; the core's when absent.
 * @remarks
 * Shape: a document for each incident, or several where its rows do not stand together. Rows are compared with the row before
 * of the same incident in the order of the file. No row is lost: what no rule fits becomes a note, and what cannot be read is left
 * out with its row and line.
 * Errors: throws a RangeError for a mapping that is not sound; for one from outside see `decodeCsvMapping`.
 * @public
 */
export const csv = (mapping: CsvMapping, vocabulary: Vocabulary<object> = core): Importer => {
  const faults = csvMappingFaults(mapping, vocabulary);
  if (faults.length > 0) throw new RangeError(faults.map(showFault).join('; '));
  const { name, version } = mapping;
  return { name, version, recognise: recognise(mapping), read: reading(mapping, vocabulary) };
};
