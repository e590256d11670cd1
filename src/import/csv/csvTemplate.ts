import type { Json } from '../../primitives/json.ts';
import { derivedUuid } from '../../primitives/uuid.ts';
import type { ColumnOf, CsvRecord } from './csvCondition.ts';

/** Makes a value of a row; undefined where the row has none. */
export type CsvTemplate = (record: CsvRecord) => Json | undefined;

/** A value that a mapping takes from a column. */
export interface ColumnValue {
  /** The column. */
  readonly column: string;
  /** Whether that of the row before is meant. */
  readonly before?: boolean;
  /** What its values stand for. */
  readonly map?: Readonly<Record<string, Json>>;
  /** What all others stand for. */
  readonly otherwise?: Json;
  /** What it is made into. */
  readonly as?: 'id' | 'opaque' | 'number';
}

const isObject = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as one that is taken from a column; null when it is another. */
export const columnValue = (value: Json): ColumnValue | null => {
  if (!isObject(value) || typeof value['column'] !== 'string') return null;
  const { column, before, map, otherwise, as } = value;
  return {
    column,
    ...(before === true && { before }),
    ...(isObject(map) && { map }),
    ...(otherwise !== undefined && { otherwise }),
    ...((as === 'id' || as === 'opaque' || as === 'number') && { as }),
  };
};

const PLACEHOLDER = /\{([^{}]+)\}/g;

/** The columns that a text names in braces. */
export const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(PLACEHOLDER)].map(([, column = '']) => column);

/** An id without what ids cannot have. */
const idOf = (value: string): string => value.replaceAll(/[\s@\p{C}]+/gu, '-').slice(0, 200);

const made = (value: string, as: ColumnValue['as']): Json | undefined => {
  switch (as) {
    case 'id':
      return idOf(value);
    case 'opaque':
      return derivedUuid('csv', value);
    case 'number': {
      // What is no number is told where the event is found not to take it.
      const number = Number(value);
      return Number.isFinite(number) ? number : value;
    }
    case undefined:
      return value;
  }
};

const ofColumn = (
  { column, before = false, map, otherwise, as }: ColumnValue,
  columnOf: ColumnOf,
): CsvTemplate => {
  const at = columnOf(column);
  return (record) => {
    const value = before ? record.before(at) : record.now(at);
    if (value === undefined) return otherwise;
    if (map === undefined) return made(value, as);
    return Object.hasOwn(map, value) ? map[value] : otherwise;
  };
};

const ofText = (text: string, columnOf: ColumnOf): CsvTemplate => {
  const columns = placeholders(text).map(columnOf);
  if (columns.length === 0) return () => text;
  const [head = '', ...tails] = text.split(/\{[^{}]+\}/);
  return ({ now }) => {
    let whole: string | undefined = head;
    for (const [index, tail] of tails.entries()) {
      const value = now(columns[index] ?? -1);
      whole = value === undefined || whole === undefined ? undefined : whole + value + tail;
    }
    return whole;
  };
};

/** The template that a mapping writes as a value. */
export const csvTemplate = (value: Json, columnOf: ColumnOf): CsvTemplate => {
  if (typeof value === 'string') return ofText(value, columnOf);
  const column = columnValue(value);
  if (column) return ofColumn(column, columnOf);
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => csvTemplate(item, columnOf));
    return (record) => items.map((item) => item(record)).filter((item) => item !== undefined);
  }
  if (!isObject(value)) return () => value;
  const members = Object.entries(value).map(([key, member]) => ({
    key,
    template: csvTemplate(member, columnOf),
  }));
  return (record) => {
    const object: Record<string, Json> = {};
    let hasAny = members.length === 0;
    for (const { key, template } of members) {
      const member = template(record);
      if (member === undefined) continue;
      object[key] = member;
      hasAny = true;
    }
    return hasAny ? object : undefined;
  };
};
