import * as E from 'fp-ts/lib/Either.js';
import type { Claim } from '../../events/claim.ts';
import type { Vocabulary } from '../../events/vocabulary.ts';
import { IncidentId } from '../../primitives/ids.ts';
import { anchorOf } from '../../primitives/moment.ts';
import { textDigest } from '../../primitives/uuid.ts';
import type { CsvCase } from './csvCases.ts';
import { csvCases } from './csvCases.ts';
import { columnNames, columnsIn, isStateful, pastColumns, wantedColumns } from './csvColumns.ts';
import type { CsvRecord } from './csvCondition.ts';
import type { CsvMapping } from './csvMapping.ts';
import type { CsvRow } from './csvReader.ts';
import type { RowReading } from './csvRowReader.ts';
import { csvRowReader } from './csvRowReader.ts';
import { addWords } from './csvWords.ts';
import { csvValue } from './csvValue.ts';
import type { TimeZone } from './csvTime.ts';
import type { ImportError, ReadItem } from '../importer.ts';
import type { ReadMoment } from '../time/wallMoment.ts';

/** Takes the rows of a table and gives what is read from them. */
export interface CsvTable {
  /** Takes the next row. */
  readonly take: (row: CsvRow, give: (item: ReadItem) => void) => void;
  /** Gives what is left. */
  readonly end: (give: (item: ReadItem) => void) => void;
}

/** A row whose incident and time are known. */
interface PlacedRow {
  readonly id: IncidentId;
  readonly written: string;
  readonly read: ReadMoment;
}

const EARLIER =
  'it is earlier than the row before it of the same incident, which it is compared with';

/** Messages told once are remembered up to this many. */
const MOST_REMEMBERED = 1000;

const documentOf = (
  { name, version, complete = false }: CsvMapping,
  { id, claims, isPart, digest }: CsvCase,
  isWhole: boolean,
): ReadItem => ({
  _tag: 'Document',
  document: {
    sourceKey: `csv/${name}/${id}`,
    // The id of each case was looked at when its first row came.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    incidentId: id as IncidentId,
    importer: { name, version },
    digest,
    complete: complete && isWhole && !isPart,
    // Each claim was made by a rule whose data was checked.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    claims: claims as readonly Claim[],
  },
});

/** Whether a row is longer by empty fields alone: some programs end rows, and not the header, with a delimiter. */
const hasEmptyMore = (found: readonly string[], length: number): boolean =>
  found.length > length && found.slice(length).every((field) => field.trim() === '');

/** Begins to read a table with that header, by a sound mapping. */
export const csvTable = (
  mapping: CsvMapping,
  header: readonly string[],
  vocabulary: Vocabulary<object>,
  zone: TimeZone,
): E.Either<ImportError, CsvTable> => {
  const columns = columnsIn(header, mapping);
  if (E.isLeft(columns)) return columns;
  const names = columnNames(header);
  const wanted = wantedColumns(mapping, names);
  const places = new Map(wanted.map((name, place) => [name, place]));
  const fieldsAt = wanted.map((name) => columns.right.get(name) ?? -1);
  const placeOf = (column: string): number => places.get(column) ?? -1;
  const reader = csvRowReader(mapping, names, placeOf, vocabulary, zone);
  const pastAt = pastColumns(mapping, names).map(placeOf);
  const cases = csvCases({
    isStateful: isStateful(mapping),
    isWhole: mapping.complete === true,
    past: pastAt,
    digest: textDigest(header.join('\n')),
  });
  const valueOf = csvValue(mapping.none ?? []);
  const incidentAt = placeOf(mapping.incident);
  const rowAt = mapping.row?.map(placeOf) ?? null;
  const said = new Set<string>();
  let values: readonly (string | undefined)[] = [];
  let past: CsvCase['past'] = null;
  let [isFirst, lastId] = [true, ''];

  const now = (place: number): string | undefined => values[place];
  const record: CsvRecord = {
    now,
    before: (place) => past?.[place],
    get isFirst() {
      return isFirst;
    },
  };

  /** What tells a row from the others of its incident. */
  const itemOf = (one: CsvCase, written: string): string => {
    const item = rowAt ? `row ${rowAt.map((column) => now(column) ?? '').join(' ')}` : written;
    const nth = (one.seen.get(item) ?? 0) + 1;
    one.seen.set(item, nth);
    return nth === 1 ? item : `${item} #${nth}`;
  };

  /** The incident and the time of a row; or why it has none. */
  const placed = ({ fields: found, fault }: CsvRow): E.Either<string, PlacedRow> => {
    if (fault !== undefined) return E.left(fault);
    if (found.length !== header.length && !hasEmptyMore(found, header.length)) {
      return E.left(`expected ${header.length} fields, got ${found.length}`);
    }
    values = fieldsAt.map((at) => valueOf(found[at] ?? ''));
    const id = now(incidentAt)?.replaceAll(/\s+/g, '-');
    if (!IncidentId.is(id)) {
      const got = id === undefined ? 'nothing' : JSON.stringify(id.slice(0, 80));
      return E.left(`${mapping.incident}: expected ${IncidentId.name}, got ${got}`);
    }
    const time = reader.timeOf(record);
    if (time._tag === 'Read') return E.right({ id, written: time.written, read: time.read });
    const got = time._tag === 'None' ? 'nothing' : JSON.stringify(time.written.slice(0, 80));
    const { columns: parts, formats } = mapping.time;
    return E.left(`${parts.join(', ')}: expected ${formats.join(' or ')}, got ${got}`);
  };

  const unknownCase = (id: string): string =>
    mapping.grouped === true
      ? `the rows of ${id} do not stand together, as the mapping says they do`
      : `${id} comes again after too many others; sort the file by ${mapping.incident}`;

  /** Reads a row of an incident. */
  const readInto = (one: CsvCase, { written, read }: PlacedRow, locator: string): RowReading => {
    [past, isFirst] = [one.past, one.past === null];
    const skip = reader.skipped(record);
    if (skip !== null) return { claims: [], warnings: [], leftOut: skip };
    const anchor = anchorOf(read.moment) ?? '';
    const isEarlier = anchor < one.latest && pastAt.length > 0;
    const item = itemOf(one, written);
    const reading = reader.read(record, read.moment, { locator, item });
    one.past = values;
    one.latest = anchor;
    const doubts = isEarlier ? [...read.doubts, EARLIER] : read.doubts;
    return doubts.length === 0
      ? reading
      : { ...reading, warnings: [...doubts, ...reading.warnings] };
  };

  const take: CsvTable['take'] = (row, give) => {
    // Joined, it is one text: every claim keeps it, and would keep a chain of parts.
    const place = ['row ', row.row, ', line ', row.line].join('');
    const leaveOut = (reason: string): void =>
      give({ _tag: 'LeftOut', leftOut: { place, reason } });
    const found = placed(row);
    if (E.isLeft(found)) {
      leaveOut(found.left);
      return;
    }
    const { id } = found.right;
    if (mapping.grouped === true && id !== lastId) {
      for (const done of cases.finished(id)) give(documentOf(mapping, done, true));
    }
    lastId = id;
    const one = cases.at(id);
    if (!one) {
      leaveOut(unknownCase(id));
      return;
    }
    addWords(one, row.text);
    const { claims, leftOut, warnings } = readInto(one, found.right, place);
    for (const message of warnings) {
      if (said.has(message)) continue;
      if (said.size < MOST_REMEMBERED) said.add(message);
      give({ _tag: 'Warning', warning: { place, message } });
    }
    if (leftOut !== undefined) leaveOut(leftOut);
    for (const claim of claims) one.claims.push(claim);
    for (const full of cases.added(claims.length)) give(documentOf(mapping, full, false));
  };

  return E.right({
    take,
    end: (give) => {
      for (const rest of cases.rest()) give(documentOf(mapping, rest, mapping.grouped === true));
    },
  });
};
