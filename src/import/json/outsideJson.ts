import * as E from 'fp-ts/lib/Either.js';
import { showValue } from '../../primitives/fault.ts';
import type { Instant } from '../../primitives/instant.ts';
import { parseInstant } from '../../primitives/instant.ts';

/** Says what is the matter, and where. */
export type Warn = (place: string, message: string) => void;

/**
 * An object of JSON from outside, read field by field. A field that is absent or null is undefined; so is one of another
 * shape than asked for, with a warning that names its place. One that is asked for as `created_at` may be spelled
 * `createdAt`, as vendors' client libraries write it.
 */
export interface OutsideObject {
  /** Where it stands, such as `incidents[3]`; empty for a whole document. */
  readonly place: string;
  /** The object itself, its fields not looked at. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Where a field of it stands, such as `incidents[3].name`. */
  placeOf(key: string): string;
  /** Whether it has a field of that name that is not null. */
  has(key: string): boolean;
  /** A text; it may be empty. */
  text(key: string): string | undefined;
  /** A text that says something: one that is empty or of spaces alone is none. */
  filled(key: string): string | undefined;
  /** An id: a text that is not empty, or a whole number as its digits. */
  id(key: string): string | undefined;
  /** A finite number. */
  number(key: string): number | undefined;
  /** True or false. */
  flag(key: string): boolean | undefined;
  /** An ISO 8601 time with Z or an offset. */
  instant(key: string): Instant | undefined;
  /** An object. */
  object(key: string): OutsideObject | undefined;
  /** A list, its elements not looked at. */
  list(key: string): readonly unknown[] | undefined;
  /** The objects of a list; none when it is absent. */
  objects(key: string): readonly OutsideObject[];
  /** The texts of a list; none when it is absent. */
  texts(key: string): readonly string[];
  /** What a field holds, of any shape. */
  raw(key: string): unknown;
  /** The names of the fields that are neither absent nor null. */
  keys(): readonly string[];
  /** The names of those fields that hold something and that nobody has asked for the value of. */
  unread(): readonly string[];
}

type Read<A> = (value: unknown) => A | undefined;

const asText: Read<string> = (value) => (typeof value === 'string' ? value : undefined);

const asId: Read<string> = (value) => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

const asNumber: Read<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

const asFlag: Read<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

const asInstant: Read<Instant> = (value) => {
  const parsed = typeof value === 'string' ? parseInstant(value) : null;
  return parsed && E.isRight(parsed) ? parsed.right : undefined;
};

const asList: Read<readonly unknown[]> = (value) => (Array.isArray(value) ? value : undefined);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inside = (place: string, key: string): string => {
  if (place === '') return key;
  return /^line \d+$/.test(place) ? `${place}, ${key}` : `${place}.${key}`;
};

/** Whether a value says something: not an empty text, list or object, nor that something is not so. */
const saysSomething = (value: unknown): boolean => {
  if (typeof value === 'object') return value !== null && Object.keys(value).length > 0;
  return value !== undefined && value !== '' && value !== false;
};

/** `created_at` as client libraries spell it: `createdAt`. */
const inCamelCase = (key: string): string =>
  key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const otherShape = (expected: string, value: unknown): string =>
  `expected ${expected}, got ${showValue(value)}`;

/**
 * Begins to read an object of JSON from outside.
 *
 * @returns Undefined, with a warning, when the value is no object.
 */
export const outsideObject = (
  value: unknown,
  place: string,
  warn: Warn,
): OutsideObject | undefined => {
  if (!isObject(value)) {
    warn(place === '' ? 'document' : place, otherShape('an object', value));
    return undefined;
  }
  const nameOf = (key: string): string => {
    if (Object.hasOwn(value, key)) return key;
    const other = inCamelCase(key);
    return Object.hasOwn(value, other) ? other : key;
  };
  const placeOf = (key: string): string => inside(place, nameOf(key));
  const asked = new Set<string>();
  const within = new Map<string, OutsideObject | undefined>();
  const at = (key: string): unknown => {
    const name = nameOf(key);
    return Object.hasOwn(value, name) ? (value[name] ?? undefined) : undefined;
  };
  const ask = (key: string): unknown => {
    asked.add(nameOf(key));
    return at(key);
  };
  const reader =
    <A>(read: Read<A>, expected: string) =>
    (key: string): A | undefined => {
      const found = ask(key);
      if (found === undefined) return undefined;
      const given = read(found);
      if (given === undefined) warn(placeOf(key), otherShape(expected, found));
      return given;
    };
  const text = reader(asText, 'text');
  const list = reader(asList, 'a list');
  const elements =
    <A>(read: (element: unknown, elementPlace: string) => A | undefined) =>
    (key: string): readonly A[] =>
      (list(key) ?? []).flatMap((element, index) => {
        const given = read(element, `${placeOf(key)}[${index}]`);
        return given === undefined ? [] : [given];
      });
  const lists = new Map<string, readonly OutsideObject[]>();
  const objects = elements((element, elementPlace) => outsideObject(element, elementPlace, warn));
  return {
    place,
    value,
    placeOf,
    has: (key) => at(key) !== undefined,
    text,
    filled: (key) => {
      const found = text(key);
      return found?.trim() === '' ? undefined : found;
    },
    id: reader(asId, 'an id'),
    number: reader(asNumber, 'a number'),
    flag: reader(asFlag, 'true or false'),
    instant: reader(asInstant, 'an ISO 8601 time with Z or an offset'),
    object: (key) => {
      const found = ask(key);
      if (found !== undefined && !within.has(key)) {
        within.set(key, outsideObject(found, placeOf(key), warn));
      }
      return within.get(key);
    },
    list,
    objects: (key) => {
      const known = lists.get(key);
      if (known) return known;
      const given = objects(key);
      lists.set(key, given);
      return given;
    },
    texts: elements((element, elementPlace) => {
      const given = asText(element);
      if (given === undefined) warn(elementPlace, otherShape('text', element));
      return given;
    }),
    raw: ask,
    keys: () => Object.keys(value).filter((key) => at(key) !== undefined),
    unread: () => Object.keys(value).filter((key) => !asked.has(key) && saysSomething(value[key])),
  };
};
