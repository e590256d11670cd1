import * as E from 'fp-ts/lib/Either.js';
import type { ColumnOf, CsvRecord } from './csvCondition.ts';
import type { CsvTime } from './csvMapping.ts';
import type { TimeZone } from './csvTime.ts';
import { csvTime } from './csvTime.ts';
import type { ReadMoment } from '../time/wallMoment.ts';

/** A time of a row: read; written but not understood; or not there. */
export type RowTime =
  | { readonly _tag: 'Read'; readonly read: ReadMoment; readonly written: string }
  | { readonly _tag: 'Unread'; readonly written: string }
  | { readonly _tag: 'None' };

const NONE: RowTime = { _tag: 'None' };

/** Reads a time of each row. What was read last is kept: rows repeat the times of their incident. */
export const csvRowTime = (
  { columns, formats }: CsvTime,
  columnOf: ColumnOf,
  zone: TimeZone,
  group: string,
): ((record: CsvRecord) => RowTime) => {
  const places = columns.map(columnOf);
  const readers = formats.flatMap((format) => {
    const reader = csvTime(format);
    return E.isRight(reader) ? [reader.right] : [];
  });
  const readTime = (written: string): RowTime => {
    for (const reader of readers) {
      const read = reader(written, zone, group);
      if (read) return { _tag: 'Read', read, written };
    }
    return { _tag: 'Unread', written };
  };
  const [only = -1] = places;
  const writtenIn = ({ now }: CsvRecord): string | undefined => {
    if (places.length === 1) return now(only);
    const parts = places.map(now).filter((part) => part !== undefined);
    return parts.length > 0 ? parts.join(' ') : undefined;
  };
  let last: { readonly written: string; readonly time: RowTime } | null = null;
  return (record) => {
    const written = writtenIn(record);
    if (written === undefined) return NONE;
    if (last?.written !== written) last = { written, time: readTime(written) };
    return last.time;
  };
};
