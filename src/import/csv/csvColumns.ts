import * as E from 'fp-ts/lib/Either.js';
import type { Json } from '../../primitives/json.ts';
import { looksBack } from './csvCondition.ts';
import type { CsvMapping } from './csvMapping.ts';
import { columnValue, placeholders } from './csvTemplate.ts';
import type { ImportError } from '../importer.ts';

/** Calls back with each column that a template names, and whether it means the row before. */
const inTemplate = (value: Json, found: (column: string, before: boolean) => void): void => {
  if (typeof value === 'string') for (const column of placeholders(value)) found(column, false);
  const read = columnValue(value);
  if (read) found(read.column, read.before ?? false);
  else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) inTemplate(member, found);
  }
};

/** The columns that a mapping names, and those whose value in the row before it asks for. */
export const namedColumns = (
  mapping: CsvMapping,
): { readonly all: ReadonlySet<string>; readonly past: ReadonlySet<string> } => {
  const { incident, row = [], time, source, skip = [], rules, note } = mapping;
  const all = new Set([incident, ...row, ...time.columns, ...(note?.columns ?? [])]);
  const past = new Set(note?.changes === true ? (note.columns ?? []) : []);
  const found = (column: string, before: boolean): void => {
    all.add(column);
    if (before) past.add(column);
  };
  for (const column of placeholders(source?.name ?? '')) found(column, false);
  for (const condition of [...skip, ...rules.flatMap(({ when = [] }) => when)]) {
    found(condition.column, looksBack(condition));
  }
  for (const { at, data = {} } of rules) {
    for (const column of at?.columns ?? []) found(column, false);
    inTemplate(data, found);
  }
  return { all, past };
};

/** Names for all columns of a header: one that is there again gets its number, one without a name its place. */
export const columnNames = (header: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  return header.map((name, index) => {
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    if (name === '') return `column ${index + 1}`;
    return nth === 1 ? name : `${name} (${nth})`;
  });
};

/** Whether rows mean something else when the ones before them are not known. */
export const isStateful = (mapping: CsvMapping): boolean =>
  mapping.row === undefined ||
  mapping.note?.changes === true ||
  mapping.rules.some(({ first }) => first !== undefined) ||
  namedColumns(mapping).past.size > 0;

/** The columns whose value in the row before is asked for. */
export const pastColumns = (mapping: CsvMapping, header: readonly string[]): readonly string[] => {
  const { past } = namedColumns(mapping);
  const { changes = false, columns } = mapping.note ?? {};
  return header.filter((name) => past.has(name) || (changes && columns === undefined));
};

/** The columns whose values are asked for, in the order of the header. */
export const wantedColumns = (
  mapping: CsvMapping,
  header: readonly string[],
): readonly string[] => {
  const { all } = namedColumns(mapping);
  const hasNotes = mapping.note?.columns === undefined;
  return header.filter((name) => hasNotes || all.has(name));
};

const listed = (names: readonly string[]): string =>
  names.map((name) => JSON.stringify(name)).join(', ');

const otherShape = (message: string, expected: string): E.Either<ImportError, never> =>
  E.left({ _tag: 'OtherShape', place: 'line 1', message, expected });

const MOST_SHOWN = 40;

/** The place of each column of a header; or what is wrong with it for this mapping. */
export const columnsIn = (
  header: readonly string[],
  mapping: CsvMapping,
): E.Either<ImportError, ReadonlyMap<string, number>> => {
  if (header.some((name) => /\r(?!\n)/.test(name))) {
    return otherShape(
      'its lines end with carriage returns alone',
      'lines that end with line feeds',
    );
  }
  const { all } = namedColumns(mapping);
  const places = new Map(columnNames(header).map((name, index) => [name, index]));
  const missing = [...all].filter((name) => !places.has(name));
  if (missing.length > 0) {
    const shown = header.slice(0, MOST_SHOWN).map((name) => name.slice(0, 60));
    const { delimiter = ',' } = mapping;
    return otherShape(
      `between ${JSON.stringify(delimiter)} the columns are ${listed(shown)}`,
      `a header with the columns that the mapping names: ${listed(missing)}`,
    );
  }
  const doubled = [...all].filter((name) => header.indexOf(name) !== header.lastIndexOf(name));
  return doubled.length > 0
    ? otherShape(`there are several columns ${listed(doubled)}`, 'each column of the mapping once')
    : E.right(places);
};
