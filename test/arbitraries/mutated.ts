import * as fc from 'fast-check';

type Path = readonly (string | number)[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every place in a value. */
const pathsIn = (value: unknown, under: Path = []): readonly Path[] =>
  isObject(value)
    ? [under, ...Object.keys(value).flatMap((key) => pathsIn(value[key], [...under, key]))]
    : [under];

/** A copy with something else at a place. */
const changedAt = (
  value: unknown,
  [key, ...rest]: Path,
  change: (value: unknown) => unknown,
): unknown => {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) =>
      `${index}` === key ? changedAt(item, rest, change) : item,
    );
  }
  if (!isObject(value)) return value;
  return { ...value, [key]: changedAt(value[key], rest, change) };
};

class Foreign {
  readonly foreign = true;
}

const without = (value: unknown, index: number): unknown =>
  isObject(value) && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter((_, each) => each !== index))
    : value;

const reordered = (value: unknown): unknown =>
  isObject(value) && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toReversed())
    : value;

const withExtra = (value: unknown, extra: unknown): unknown =>
  isObject(value) && !Array.isArray(value) ? { ...value, extra } : value;

const ofAnother = (value: unknown, prototype: object | null): unknown =>
  isObject(value) && !Array.isArray(value)
    ? Object.assign(Object.create(prototype) as object, value)
    : value;

/** The things that can be done to a value at a place. */
const changes: fc.Arbitrary<(value: unknown) => unknown> = fc.oneof(
  fc
    .constantFrom(undefined, null, Number.NaN, Infinity, -0, '', 'text', true, [], {}, new Date(0))
    .map((other) => () => other),
  fc.constant(reordered),
  fc.nat({ max: 15 }).map((index) => (value: unknown) => without(value, index)),
  fc
    .constantFrom(undefined, Number.NaN, 1, { nested: 1 })
    .map((extra) => (value: unknown) => withExtra(value, extra)),
  fc
    .constantFrom(Foreign.prototype, null, { inherited: 1, text: { en: 'inherited' } })
    .map((prototype) => (value: unknown) => ofAnother(value, prototype)),
  fc.constant((value: unknown) => (typeof value === 'string' ? value.toUpperCase() : [value])),
);

/** A value as it is, or with up to three things changed anywhere inside it. */
export const mutated = (value: unknown): fc.Arbitrary<unknown> =>
  fc.array(fc.tuple(fc.nat(), changes), { maxLength: 3 }).map((edits) =>
    edits.reduce<unknown>((now, [at, change]) => {
      const paths = pathsIn(now);
      return changedAt(now, paths[at % paths.length] ?? [], change);
    }, value),
  );
