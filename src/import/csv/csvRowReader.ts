import { guardOf } from '../../events/guard.ts';
import type { ClaimOf } from '../../events/claim.ts';
import type { Vocabulary } from '../../events/vocabulary.ts';
import { definitionOf } from '../../events/vocabulary.ts';
import type { Moment } from '../../primitives/moment.ts';
import { noLaterThan } from '../../primitives/moment.ts';
import type { Source } from '../../primitives/source.ts';
import type { ColumnOf, CsvRecord, CsvTest } from './csvCondition.ts';
import { csvTest } from './csvCondition.ts';
import type { CsvMapping, CsvRule } from './csvMapping.ts';
import { csvNote } from './csvNote.ts';
import type { RowTime } from './csvRowTime.ts';
import { csvRowTime } from './csvRowTime.ts';
import type { CsvTemplate } from './csvTemplate.ts';
import { csvTemplate } from './csvTemplate.ts';
import type { TimeZone } from './csvTime.ts';

/** Any claim, its type and data not looked at. */
export type AnyClaim = ClaimOf<string, unknown>;

/** What is claimed of a row, beside what is read from it. */
export interface RowPlace {
  /** Where it stands. */
  readonly locator: string;
  /** What tells it from the other rows of its incident. */
  readonly item: string;
}

/** A row, read: its claims; or why there are none. */
export interface RowReading {
  /** The claims. */
  readonly claims: readonly AnyClaim[];
  /** Why there are none. */
  readonly leftOut?: string;
  /** What was not understood, or only with an assumption. */
  readonly warnings: readonly string[];
}

/** Reads the rows of a table. */
export interface CsvRowReader {
  /** The time of a row. */
  readonly timeOf: (record: CsvRecord) => RowTime;
  /** Whether a row is to be passed over, and why. */
  readonly skipped: (record: CsvRecord) => string | null;
  /** The claims of a row that says something at a time. */
  readonly read: (record: CsvRecord, statedAt: Moment, place: RowPlace) => RowReading;
}

interface CompiledRule {
  readonly event: string;
  readonly first: boolean | undefined;
  readonly tests: readonly CsvTest[];
  readonly at: ((record: CsvRecord) => RowTime) | null;
  readonly data: CsvTemplate;
  readonly isData: (value: unknown) => boolean;
  /** The columns it tells of. */
  readonly tells: ReadonlySet<number>;
}

const allHold = (tests: readonly CsvTest[], record: CsvRecord): boolean => {
  for (const test of tests) if (!test(record)) return false;
  return true;
};

/** When a rule's event happened: in doubt not after its row was written. */
const occurredAtOf = (
  { at }: CompiledRule,
  record: CsvRecord,
  statedAt: Moment,
  warn: (message: string) => void,
): Moment => {
  if (at === null) return statedAt;
  const time = at(record);
  switch (time._tag) {
    case 'Read':
      for (const doubt of time.read.doubts) warn(doubt);
      return time.read.moment;
    case 'Unread':
      warn(`"${time.written}" is no time in the format; it is kept as written only`);
      return { written: time.written };
    case 'None':
      return statedAt.latest === undefined ? statedAt : noLaterThan(statedAt.latest);
  }
};

/** When it was stated: at the row's time, unless it happened only then, as where a row of all times bears the first of them. */
const statedOf = (occurredAt: Moment, rowAt: Moment): Moment => {
  const { earliest, latest } = occurredAt;
  if (earliest === undefined || rowAt.latest === undefined || earliest <= rowAt.latest)
    return rowAt;
  return latest === undefined ? { earliest } : { earliest, latest };
};

/** Makes a reader of rows, from a mapping that was found to be sound. */
export const csvRowReader = (
  mapping: CsvMapping,
  header: readonly string[],
  columnOf: ColumnOf,
  vocabulary: Vocabulary<object>,
  zone: TimeZone,
): CsvRowReader => {
  const { name, language = 'en', source = { kind: 'ticket' } } = mapping;
  const compiled = ({ event, when = [], first, at, data = {} }: CsvRule): CompiledRule => {
    const definition = definitionOf(vocabulary, event);
    return {
      event,
      first,
      tests: when.map((condition) => csvTest(condition, columnOf)),
      at: at ? csvRowTime(at, columnOf, zone, name) : null,
      data: csvTemplate(data, columnOf),
      isData: definition ? guardOf(definition.data) : () => false,
      tells: new Set(when.map(({ column }) => columnOf(column))),
    };
  };
  const rules = mapping.rules.map(compiled);
  const skips = (mapping.skip ?? []).map((condition) => ({
    test: csvTest(condition, columnOf),
    column: condition.column,
    at: columnOf(condition.column),
  }));
  const sourceName = csvTemplate(source.name ?? '', columnOf);
  const note = csvNote(mapping, header, columnOf);
  const nothingSaid =
    mapping.note?.changes === true
      ? 'it says nothing that the row before it did not say'
      : 'no rule fits it, and there is nothing else in it';

  const { kind } = source;
  const sourceOf = (record: CsvRecord, locator: string): Source => {
    const named = sourceName(record);
    return typeof named === 'string' && named !== ''
      ? { kind, name: named, locator }
      : { kind, locator };
  };

  return {
    timeOf: csvRowTime(mapping.time, columnOf, zone, name),
    skipped: (record) => {
      const found = skips.find(({ test }) => test(record));
      if (!found) return null;
      const value = record.now(found.at);
      return `the mapping skips it: ${found.column} is ${value === undefined ? 'nothing' : JSON.stringify(value)}`;
    },
    read: (record, statedAt, { locator, item }) => {
      const claims: AnyClaim[] = [];
      const warnings: string[] = [];
      const warn = (message: string): void => {
        warnings.push(message);
      };
      const by = sourceOf(record, locator);
      // Written out field by field: to spread what they share costs ten times as much.
      const claim = (type: string, data: unknown, occurredAt: Moment): void => {
        const stated = statedOf(occurredAt, statedAt);
        claims.push({ type, data, occurredAt, statedAt: stated, source: by, item });
      };
      const fired: CompiledRule[] = [];
      for (const rule of rules) {
        if (rule.first !== undefined && rule.first !== record.isFirst) continue;
        if (!allHold(rule.tests, record)) continue;
        const data = rule.data(record) ?? {};
        if (!rule.isData(data)) {
          warn(`its values make no ${rule.event}: ${JSON.stringify(data)}`);
          continue;
        }
        fired.push(rule);
        claim(rule.event, data, occurredAtOf(rule, record, statedAt, warn));
      }
      const text = note(record, fired);
      if (text !== null) {
        claim('NoteAdded', { text: { [language]: text } }, statedAt);
      }
      return claims.length > 0 ? { claims, warnings } : { claims, warnings, leftOut: nothingSaid };
    },
  };
};
