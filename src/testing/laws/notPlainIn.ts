import { isObject } from '../../primitives/isObject.ts';

/** What in a state is not a tree of plain JSON. */
export interface NotPlain {
  /** Path from the root of the state; empty for the root itself. */
  readonly path: string;
  /** What is wrong there; goes on after what it is about. */
  readonly problem: string;
}

/** Whether it is an object literal's, of this realm or another. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    isObject(prototype) &&
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, 'isPrototypeOf')
  );
};

const leafProblem = (value: unknown): string | null => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return null;
    case 'number':
      if (Object.is(value, -0)) return 'is -0, which comes back from JSON as 0: add 0 to it';
      return Number.isFinite(value) ? null : `is ${value}, which JSON does not have`;
    case 'undefined':
      return 'is undefined, which is lost when the state is saved: delete the key, or put null';
    case 'bigint':
    case 'function':
    case 'symbol':
      return `is a ${typeof value}, which JSON does not have`;
    case 'object':
      return null;
  }
};

const kindOf = (value: object): string => {
  const maker: unknown = Reflect.get(value, 'constructor');
  const name: unknown = typeof maker === 'function' ? maker.name : '';
  return typeof name === 'string' && name !== '' && name !== 'Object' ? `a ${name}` : '';
};

const objectProblem = (value: object): string | null => {
  const keys = Reflect.ownKeys(value);
  if (Array.isArray(value)) {
    if (keys.length !== value.length + 1) return 'is a list with holes, or with keys of its own';
  } else if (!isPlain(value)) {
    return kindOf(value) === ''
      ? 'has a prototype of its own, as a key named __proto__ gives it: put something before ids that are keys'
      : `is ${kindOf(value)}, which does not come back from JSON`;
  }
  if (keys.includes('__proto__'))
    return 'has a key named __proto__, which is lost in copies: put something before ids that are keys';
  const odd = keys.find((key) => {
    const { enumerable, get } = Reflect.getOwnPropertyDescriptor(value, key) ?? {};
    const isLength = key === 'length' && Array.isArray(value);
    return typeof key === 'symbol' || get !== undefined || (enumerable !== true && !isLength);
  });
  return odd === undefined ? null : `has the key ${String(odd)}, which is lost when it is saved`;
};

/**
 * What in a state is not a tree of plain JSON: values that JSON does not have, and objects that are in two places.
 *
 * @param shared - Objects that may be in two places: those of events, which nothing may change.
 */
export const notPlainIn = (state: unknown, shared: ReadonlySet<object>): NotPlain | null => {
  const places = new Map<object, string>();
  const walk = (value: unknown, path: string): NotPlain | null => {
    const leaf = leafProblem(value);
    if (leaf !== null) return { path, problem: leaf };
    if (!isObject(value)) return null;
    const place = places.get(value);
    if (place !== undefined && !shared.has(value) && !Object.isFrozen(value)) {
      const other = place === '' ? 'the state itself' : place;
      return {
        path,
        problem: `is the same object as ${other}: changed in one place, it changes in both`,
      };
    }
    if (place !== undefined && (path === place || path.startsWith(`${place}.`) || place === '')) {
      return { path, problem: 'holds itself' };
    }
    places.set(value, path);
    const problem = objectProblem(value);
    if (problem !== null) return { path, problem };
    for (const [key, child] of Object.entries(value)) {
      const found = walk(child, path === '' ? key : `${path}.${key}`);
      if (found) return found;
    }
    return null;
  };
  return walk(state, '');
};

/** Every object in some values. */
export const objectsIn = (values: readonly unknown[]): ReadonlySet<object> => {
  const found = new Set<object>();
  const walk = (value: unknown): void => {
    if (!isObject(value) || found.has(value)) return;
    found.add(value);
    for (const child of Object.values(value)) walk(child);
  };
  for (const value of values) walk(value);
  return found;
};
