import type { CsvCondition } from './csvMapping.ts';

/** A row of an incident, column by column. */
export interface CsvRecord {
  /** The value of a column; undefined where there is none. */
  readonly now: (column: number) => string | undefined;
  /** Its value in the row before of the same incident; undefined where there was none. */
  readonly before: (column: number) => string | undefined;
  /** Whether there is no row before. */
  readonly isFirst: boolean;
}

/** A test of a row. */
export type CsvTest = (record: CsvRecord) => boolean;

/** Finds the place of a column. */
export type ColumnOf = (column: string) => number;

/** A condition as a test. */
export const csvTest = (
  { column, is, isNot, was, wasNot, changed, present }: CsvCondition,
  columnOf: ColumnOf,
): CsvTest => {
  const at = columnOf(column);
  const tests: CsvTest[] = [];
  const among = (values: readonly string[] | undefined, expected: boolean, past: boolean): void => {
    if (values === undefined) return;
    const set = new Set<string | undefined>(values);
    tests.push(
      past
        ? ({ before }) => set.has(before(at)) === expected
        : ({ now }) => set.has(now(at)) === expected,
    );
  };
  among(is, true, false);
  among(isNot, false, false);
  among(was, true, true);
  among(wasNot, false, true);
  if (changed !== undefined) {
    tests.push(({ now, before }) => (now(at) !== before(at)) === changed);
  }
  if (present !== undefined) tests.push(({ now }) => (now(at) !== undefined) === present);
  const [only, ...more] = tests;
  if (only && more.length === 0) return only;
  return (record) => {
    for (const test of tests) if (!test(record)) return false;
    return true;
  };
};

/** Whether a condition looks at the row before. */
export const looksBack = ({ was, wasNot, changed }: CsvCondition): boolean =>
  was !== undefined || wasNot !== undefined || changed !== undefined;
