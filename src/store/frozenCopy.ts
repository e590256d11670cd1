import { isObject } from '../primitives/isObject.ts';

/** Counts what copies can be at most as JSON in UTF-8. */
export interface Meter {
  /** So many bytes. */
  mostBytes: number;
  /** What was found to be fixed last, by its field, and how many bytes that is: events share their sources and times. */
  readonly fixed: Map<string, { readonly value: object; readonly bytes: number }>;
}

/** Nothing counted yet. */
export const newMeter = (): Meter => ({ mostBytes: 0, fixed: new Map() });

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

/** Whether every field of a frozen object is fixed. */
const areFixed = (object: object, meter: Meter, isFixedAt: typeof isFixedField): boolean => {
  // What its fields hold is looked at one by one.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const fields = object as Readonly<Record<string, unknown>>;
  for (const key in fields) {
    if (!Object.hasOwn(fields, key) || !isFixedAt(fields[key], meter, key)) return false;
    meter.mostBytes += key.length * MOST_BYTES_A_UNIT + MARKS;
  }
  return true;
};

/** Whether a value of plain JSON can never change, and is all that a copy of it would be. */
const isFixed = (value: unknown, meter: Meter): boolean => {
  if (!hasParts(value, meter)) return value !== undefined;
  if (!Object.isFrozen(value)) return false;
  meter.mostBytes += MARKS;
  return Array.isArray(value)
    ? value.every((item) => isFixed(item, meter))
    : areFixed(value, meter, isFixed);
};

/** The same of a field of what is copied, which is not looked at again where it comes again. */
const isFixedField = (value: unknown, meter: Meter, field: string): boolean => {
  if (!isObject(value)) return isFixed(value, meter);
  const known = meter.fixed.get(field);
  if (known?.value === value) {
    meter.mostBytes += known.bytes;
    return true;
  }
  const before = meter.mostBytes;
  if (!isFixed(value, meter)) return false;
  meter.fixed.set(field, { value, bytes: meter.mostBytes - before });
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
export const openCopy = (object: object, meter: Meter): Record<string, unknown> => {
  const isWhole = Object.isFrozen(object) && areFixed(object, meter, isFixedField);
  meter.mostBytes += MARKS;
  return isWhole ? { ...object } : fieldsOf(object, meter, kept);
};
