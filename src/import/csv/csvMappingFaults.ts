import * as E from 'fp-ts/lib/Either.js';
import { excessIn } from '../../events/excess.ts';
import type { Vocabulary } from '../../events/vocabulary.ts';
import { definitionOf } from '../../events/vocabulary.ts';
import type { Fault } from '../../primitives/fault.ts';
import { faultsOf, showValue } from '../../primitives/fault.ts';
import type { Json } from '../../primitives/json.ts';
import { Localized } from '../../primitives/text.ts';
import type { CsvRecord } from './csvCondition.ts';
import type { CsvMapping, CsvRule, CsvTime } from './csvMapping.ts';
import { CsvMappingShape } from './csvMappingCodec.ts';
import type { ColumnValue } from './csvTemplate.ts';
import { columnValue, csvTemplate } from './csvTemplate.ts';
import { csvTime } from './csvTime.ts';
import { zoneOf } from '../time/zone.ts';

const RECORD_KEEPING: ReadonlySet<string> = new Set(['Corrected', 'Retracted']);

const timeFaults = ({ formats }: CsvTime, path: string): readonly Fault[] =>
  formats.flatMap((format, index) => {
    const reader = csvTime(format);
    return E.isLeft(reader)
      ? [{ path: `${path}.formats.${index}`, expected: reader.left, actual: showValue(format) }]
      : [];
  });

const KEYS: ReadonlySet<string> = new Set(['column', 'before', 'map', 'otherwise', 'as']);

/** What is wrong with a value that is taken from a column. */
const columnFaults = (value: Json, read: ColumnValue, path: string): readonly Fault[] =>
  Object.entries(value ?? {}).flatMap(([key, member]: [string, unknown]) => {
    const fault = (expected: string): readonly Fault[] => [
      { path: `${path}.${key}`, expected, actual: showValue(member) },
    ];
    if (!KEYS.has(key)) return fault(`no such field (${[...KEYS].join(', ')})`);
    if (key === 'before' && typeof member !== 'boolean') return fault('true or false');
    if (key === 'as' && read.as === undefined) return fault('id, opaque or number');
    if (key === 'map' && read.map === undefined) return fault('an object of what values stand for');
    return [];
  });

/** Every value of a template, with what it may become; and what is wrong with how it is written. */
const templateFaults = (value: Json, path: string): readonly Fault[] => {
  const read = columnValue(value);
  if (read) return columnFaults(value, read, path);
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]: [string, Json]) =>
        templateFaults(member, `${path}.${key}`),
      )
    : [];
};

/** What the values taken from columns stand for, the longest list of them. */
const mostMapped = (value: Json): number => {
  const read = columnValue(value);
  if (read) return Object.keys(read.map ?? {}).length;
  return typeof value === 'object' && value !== null
    ? Math.max(0, ...Object.values(value).map(mostMapped))
    : 0;
};

/** The data with the nth of what each mapped value stands for, in place of the value. */
const withMapped = (value: Json, index: number): Json => {
  const read = columnValue(value);
  if (read?.map) return Object.values(read.map)[index] ?? Object.values(read.map)[0] ?? null;
  if (read) return read.as === 'number' ? 1 : 'x';
  if (Array.isArray(value)) return value.map((item: Json) => withMapped(item, index));
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, member]: [string, Json]) => [
          key,
          withMapped(member, index),
        ]),
      )
    : value;
};

const sample: CsvRecord = { now: () => 'x', before: () => 'x', isFirst: true };

const ruleFaults = (
  { event, at, data = {} }: CsvRule,
  vocabulary: Vocabulary<object>,
  path: string,
): readonly Fault[] => {
  const definition = RECORD_KEEPING.has(event) ? null : definitionOf(vocabulary, event);
  const own = [
    ...(definition
      ? []
      : [
          {
            path: `${path}.event`,
            expected: 'an event type of the vocabulary that an importer can claim',
            actual: showValue(event),
          },
        ]),
    ...(at ? timeFaults(at, `${path}.at`) : []),
    ...templateFaults(data, `${path}.data`),
  ];
  if (!definition || own.length > 0) return own;
  const found = new Map<string, Fault>();
  for (let index = 0; index < Math.max(1, mostMapped(data)); index += 1) {
    const made = csvTemplate(withMapped(data, index), () => 0)(sample) ?? {};
    const decoded = definition.data.decode(made);
    const faults = [
      ...(E.isLeft(decoded) ? faultsOf(decoded.left, `${path}.data`) : []),
      ...excessIn(definition.data, made, `${path}.data`),
    ];
    for (const fault of faults) if (!found.has(fault.path)) found.set(fault.path, fault);
  }
  return [...found.values()];
};

const fault = (
  isWrong: boolean,
  path: string,
  expected: string,
  actual: unknown,
): readonly Fault[] => (isWrong ? [{ path, expected, actual: showValue(actual) }] : []);

const meaningFaults = (mapping: CsvMapping, vocabulary: Vocabulary<object>): readonly Fault[] => {
  const { header = [], zone, language = 'en', grouped = false, complete = false } = mapping;
  const doubled = header.filter((column, index) => header.indexOf(column) < index);
  return [
    ...fault(doubled.length > 0, 'header', 'each name once', doubled),
    ...timeFaults(mapping.time, 'time'),
    ...fault(
      zone !== undefined && !zoneOf(zone),
      'zone',
      'an IANA zone such as Europe/Paris, or an offset such as +01:00',
      zone,
    ),
    ...fault(!Localized.is({ [language]: '' }), 'language', 'a language such as en', language),
    ...fault(complete && !grouped, 'complete', 'grouped beside it', complete),
    ...mapping.rules.flatMap((rule, index) => ruleFaults(rule, vocabulary, `rules.${index}`)),
  ];
};

/** All that is wrong with a mapping, each with its path. */
export const csvMappingFaults = (
  value: unknown,
  vocabulary: Vocabulary<object>,
): readonly Fault[] => {
  const decoded = CsvMappingShape.decode(value);
  const shape = [
    ...(E.isLeft(decoded) ? faultsOf(decoded.left) : []),
    ...excessIn(CsvMappingShape, value),
  ];
  return E.isLeft(decoded) || shape.length > 0 ? shape : meaningFaults(decoded.right, vocabulary);
};
