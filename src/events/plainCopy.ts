import { isPlain } from './objectGuard.ts';

/** Stands for a copy that was not made: the value is no plain JSON, or has to be looked at closely. */
export const REFUSED: unique symbol = Symbol('refused');

/** As deep as an event may be nested. */
const DEEPEST = 100;

/** Whether it is its own copy as JSON: of -0 that is 0, and what is not finite has none. */
export const isLeaf = (value: unknown): boolean => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    default:
      return value === null;
  }
};

/** A frozen copy of plain JSON; `REFUSED` for anything else. */
export const plainCopy = (value: unknown, depth = 0): unknown => {
  if (isLeaf(value)) return value;
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return REFUSED;
  if (Array.isArray(value)) {
    if (Object.keys(value).length !== value.length) return REFUSED;
    const copy = value.map((item) => plainCopy(item, depth + 1));
    return copy.includes(REFUSED) ? REFUSED : Object.freeze(copy);
  }
  if (!isPlain(value)) return REFUSED;
  const copy: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) {
    const copied = key === '__proto__' ? REFUSED : plainCopy(child, depth + 1);
    if (copied === REFUSED) return REFUSED;
    copy[key] = copied;
  }
  return Object.freeze(copy);
};
