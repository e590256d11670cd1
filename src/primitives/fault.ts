import type * as t from 'io-ts';

/**
 * One thing that is wrong with a value: where it is, what was expected there and what was found.
 *
 * @public
 */
export interface Fault {
  /** Path to the field from the root of the value, such as `data.alertId`; empty for the root itself. */
  readonly path: string;
  /** What would have been right there, in words. */
  readonly expected: string;
  /** What was there, shortened, or `nothing`. */
  readonly actual: string;
}

const SHOWN = 80;

/** JSON where the value has one; what it says of itself where it is a cycle or holds what JSON cannot. */
const shown = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
};

/**
 * Shows a value in a message: JSON where it has one, at most 80 characters.
 *
 * @public
 */
export const showValue = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'number' || typeof value === 'bigint' ? `${value}` : shown(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
};

const isRefined = (type: t.Decoder<unknown, unknown>): type is t.RefinementType<t.Mixed> =>
  '_tag' in type && type._tag === 'RefinementType';

const isBranch = (type: t.Decoder<unknown, unknown>): boolean =>
  isRefined(type)
    ? isBranch(type.type)
    : '_tag' in type && (type._tag === 'IntersectionType' || type._tag === 'UnionType');

/** The name of what was expected: that of an intersection where one of its members was not met. */
const nameOf = (context: t.Context): string | undefined =>
  context.findLast((_, index) => {
    const parent = context[index - 1]?.type;
    return !(parent && '_tag' in parent && parent._tag === 'IntersectionType');
  })?.type.name;

/** The keys of a context that are fields of the value; members of unions and intersections are not. */
const pathOf = (context: t.Context): string =>
  context
    .filter((_, index) => {
      const parent = context[index - 1];
      return index > 0 && parent !== undefined && !isBranch(parent.type);
    })
    .map((entry) => entry.key)
    .filter((key) => key !== '')
    .join('.');

/**
 * Turns io-ts validation errors into faults, one a field, in the order met.
 *
 * @param errors - What a codec's `decode` gave on the left.
 * @param under - Path of the decoded value within the whole, put before each fault's own.
 * @public
 */
export const faultsOf = (errors: t.Errors, under = ''): readonly Fault[] => {
  const byPath = new Map<string, Fault>();
  for (const error of errors) {
    const own = pathOf(error.context);
    const path = [under, own].filter((part) => part !== '').join('.');
    const expected = error.message ?? nameOf(error.context) ?? 'something else';
    const known = byPath.get(path);
    byPath.set(path, {
      path,
      expected:
        known && !known.expected.split(' or ').includes(expected)
          ? `${known.expected} or ${expected}`
          : expected,
      actual: showValue(error.value),
    });
  }
  return [...byPath.values()];
};

/**
 * Says a fault in one sentence.
 *
 * @public
 */
export const showFault = ({ path, expected, actual }: Fault): string =>
  `${path === '' ? 'value' : path}: expected ${expected}, got ${actual}`;
