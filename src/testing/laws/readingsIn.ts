import { isObject } from '../../primitives/isObject.ts';
import { copied } from './law.ts';

/** The same value, which tells which texts, numbers and keys are read in it, at any depth. */
const watched = (value: unknown, path: string, tell: (path: string) => void): unknown => {
  if (!isObject(value)) return value;
  const within = (key: string | symbol): string =>
    path === '' ? String(key) : `${path}.${String(key)}`;
  const tellOf = (key: string | symbol): void => {
    if (typeof key === 'string') tell(within(key));
  };
  const children = new Map<object, unknown>();
  return new Proxy(value, {
    get: (target, key): unknown => {
      const child: unknown = Reflect.get(target, key);
      // What is inherited says nothing about the value.
      if (typeof child === 'function') return child;
      if (!isObject(child)) {
        tellOf(key);
        return child;
      }
      if (!children.has(child)) children.set(child, watched(child, within(key), tell));
      return children.get(child);
    },
    has: (target, key) => {
      tellOf(key);
      return Reflect.has(target, key);
    },
    ownKeys: (target) => {
      tell(path === '' ? 'the keys' : `the keys of ${path}`);
      return Reflect.ownKeys(target);
    },
  });
};

/**
 * What is read in a copy of a value while something is done with it: the paths of texts and numbers, and of objects whose
 * keys are listed; null where that cannot be told.
 */
export const readingsIn = (
  value: unknown,
  run: (watched: unknown) => void,
): ReadonlySet<string> | null => {
  const paths = new Set<string>();
  const tell = (path: string): void => {
    paths.add(path);
  };
  try {
    run(watched(copied(value), '', tell));
    return paths;
  } catch {
    return null;
  }
};
