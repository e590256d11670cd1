import { isObject } from '../primitives/isObject.ts';

/** Counts what copies can be at most as JSON in UTF-8. */
export interface Meter {
  /** So many bytes. */
  mostBytes: number;
}

/** No unit of UTF-16 takes more as JSON in UTF-8: that of a lone surrogate, or of a control character. */
const MOST_BYTES_A_UNIT = 6;
/** Longer than any number as JSON. */
const MOST_BYTES_A_NUMBER = 32;
/** Quotes, colon and comma of a key; as many, or fewer, of anything else. */
const MARKS = 4;

const put = (copy: Record<string, unknown>, key: string, value: unknown): void => {
  // Assigned, it would become what the copy inherits from.
  if (key === '__proto__') Object.defineProperty(copy, key, { value, enumerable: true });
  else copy[key] = value;
};

/** Whether it is an object or a list; anything else is counted. */
const hasParts = (value: unknown, meter: Meter): value is object => {
  if (isObject(value)) return true;
  meter.mostBytes +=
    typeof value === 'string' ? value.length * MOST_BYTES_A_UNIT + MARKS : MOST_BYTES_A_NUMBER;
  return false;
};

/** Whether a value of plain JSON can never change, and is all that a copy of it would be. */
const isFixed = (value: unknown, meter: Meter): boolean => {
  if (!hasParts(value, meter)) return value !== undefined;
  if (!Object.isFrozen(value)) return false;
  meter.mostBytes += MARKS;
  if (Array.isArray(value)) return value.every((item) => isFixed(item, meter));
  // What its fields hold is looked at one by one.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key in fields) {
    if (!Object.hasOwn(fields, key) || !isFixed(fields[key], meter)) return false;
    meter.mostBytes += key.length * MOST_BYTES_A_UNIT + MARKS;
  }
  return true;
};

const copied = (value: unknown, meter: Meter): unknown => {
  if (!hasParts(value, meter)) return value;
  if (!Array.isArray(value)) return Object.freeze(fieldsOf(value, meter, copied));
  meter.mostBytes += MARKS;
  return Object.freeze(value.map((item) => copied(item, meter)));
};

/** What is fixed is as good as a copy; whether it is is asked once, of the whole. */
const kept = (value: unknown, meter: Meter): unknown =>
  isFixed(value, meter) ? value : copied(value, meter);

const fieldsOf = (object: object, meter: Meter, take: typeof copied): Record<string, unknown> => {
  const copy: Record<string, unknown> = {};
  meter.mostBytes += MARKS;
  // What its fields hold is looked at one by one.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const fields = object as Readonly<Record<string, unknown>>;
  for (const key in fields) {
    if (!Object.hasOwn(fields, key)) continue;
    const child = fields[key];
    if (child === undefined) continue;
    meter.mostBytes += key.length * MOST_BYTES_A_UNIT + MARKS;
    put(copy, key, take(child, meter));
  }
  return copy;
};

/**
 * A copy of an object of plain JSON whose parts are frozen, and it itself not yet; what is `undefined` is left out. Parts
 * that can never change are no copies.
 */
export const openCopy = (object: object, meter: Meter): Record<string, unknown> =>
  isFixed(object, meter) ? { ...object } : fieldsOf(object, meter, kept);
