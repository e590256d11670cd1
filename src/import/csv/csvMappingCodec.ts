import * as t from 'io-ts';
import { fields, Filled } from '../../events/fields.ts';
import type { Json } from '../../primitives/json.ts';
import type { CsvCondition, CsvMapping, CsvNote, CsvRule, CsvTime } from './csvMapping.ts';

const Some = <A>(item: t.Type<A>, name: string): t.Type<readonly A[]> =>
  t.refinement(t.readonlyArray(item), ({ length }) => length > 0, `${name}, at least one`);

const Texts = t.readonlyArray(t.string);

const Condition: t.Type<CsvCondition> = t.refinement(
  fields(
    'condition',
    { column: Filled },
    {
      is: Texts,
      isNot: Texts,
      was: Texts,
      wasNot: Texts,
      changed: t.boolean,
      present: t.boolean,
    },
  ),
  ({ is, isNot, was, wasNot, changed, present }) =>
    [is, isNot, was, wasNot, changed, present].some((test) => test !== undefined),
  'condition (with is, isNot, was, wasNot, changed or present)',
);

const Time: t.Type<CsvTime> = fields(
  'time',
  { columns: Some(Filled, 'columns'), formats: Some(Filled, 'formats') },
  {},
);

/** Any JSON: the mapping was read from it, or is written in TypeScript that says so. */
const Template: t.Type<Readonly<Record<string, Json>>> =
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  t.UnknownRecord as t.Type<unknown> as t.Type<Readonly<Record<string, Json>>>;

const Rule: t.Type<CsvRule> = fields(
  'rule',
  { event: Filled },
  { when: t.readonlyArray(Condition), first: t.boolean, at: Time, data: Template },
);

const Note: t.Type<CsvNote> = fields(
  'note',
  {},
  { columns: Some(Filled, 'columns'), changes: t.boolean },
);

const SourceOf = fields(
  'source',
  {
    kind: t.keyof({
      postmortem: null,
      ticket: null,
      responder: null,
      monitor: null,
      import: null,
      'status-page': null,
    }),
  },
  { name: Filled },
);

const Delimiter = t.refinement(
  t.string,
  (text) => text.length === 1 && !/["\r\n]/.test(text),
  'one character, no quote and no line end',
);

const ImporterName = t.refinement(
  t.string,
  (text) => /^[a-z0-9][a-z0-9._-]{0,60}$/.test(text),
  'a name of small letters, digits, dots and dashes',
);

/** The codec of a mapping's shape; what it names is checked elsewhere. */
export const CsvMappingShape: t.Type<CsvMapping> = fields(
  'CsvMapping',
  {
    name: ImporterName,
    version: Filled,
    incident: Filled,
    time: Time,
    rules: t.readonlyArray(Rule),
  },
  {
    source: SourceOf,
    delimiter: Delimiter,
    header: Some(Filled, 'column names'),
    none: Texts,
    row: Some(Filled, 'columns'),
    zone: Filled,
    language: Filled,
    grouped: t.boolean,
    complete: t.boolean,
    skip: t.readonlyArray(Condition),
    note: Note,
  },
);
