type Called = (...given: readonly unknown[]) => unknown;

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

const isCalled = (value: unknown): value is Called => typeof value === 'function';

/** What is at a path from the global object; undefined where this runtime does not have it. */
const globalAt = (path: readonly string[]): unknown => {
  let at: unknown = globalThis;
  for (const key of path) {
    if (!isObject(at)) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
};

/** What tells the time, or something that nobody can foresee. */
const SENSES: readonly (readonly string[])[] = [
  ['Date', 'now'],
  ['Math', 'random'],
  ['performance', 'now'],
  ['crypto', 'getRandomValues'],
  ['crypto', 'randomUUID'],
  ['Temporal', 'Now', 'instant'],
  ['Temporal', 'Now', 'timeZoneId'],
  ['Temporal', 'Now', 'zonedDateTimeISO'],
  ['Temporal', 'Now', 'plainDateTimeISO'],
  ['Temporal', 'Now', 'plainDateISO'],
  ['Temporal', 'Now', 'plainTimeISO'],
  ['process', 'hrtime', 'bigint'],
  ['process', 'hrtime'],
  ['process', 'uptime'],
];

/** The same function, which tells when it is called. */
const watched = (original: Called, name: string, tell: (name: string) => void): Called =>
  new Proxy(original, {
    apply: (target, self, given): unknown => {
      tell(name);
      return Reflect.apply(target, self, given);
    },
  });

/** The same `Date`, which tells when it is asked for the present. */
const watchedDate = (tell: (name: string) => void): typeof Date =>
  new Proxy(Date, {
    apply: (target, self, given): unknown => {
      tell('Date()');
      return Reflect.apply(target, self, given);
    },
    construct: (target, given: unknown[], made): object => {
      if (given.length === 0) tell('new Date()');
      const date: unknown = Reflect.construct(target, given, made);
      return isObject(date) ? date : {};
    },
  });

/** Puts something in the place of a property, and gives back how to undo that; null where that cannot be done. */
const replace = (holder: object, key: string, value: unknown): (() => void) | null => {
  const before = Reflect.getOwnPropertyDescriptor(holder, key);
  const enumerable = before?.enumerable ?? false;
  const isDone = Reflect.defineProperty(holder, key, {
    value,
    enumerable,
    writable: true,
    configurable: true,
  });
  if (!isDone) return null;
  return () => {
    if (before) Reflect.defineProperty(holder, key, before);
    else Reflect.deleteProperty(holder, key);
  };
};

/**
 * Runs something while everything that tells the time, or gives something random, tells when it is called. All is
 * as before afterwards, whatever happens.
 *
 * @param tell - Is given what was called, such as `Math.random`.
 */
export const watchingSenses = <A>(tell: (name: string) => void, run: () => A): A => {
  const undo: ((() => void) | null)[] = [];
  try {
    for (const path of SENSES) {
      const holder = globalAt(path.slice(0, -1));
      const key = path.at(-1) ?? '';
      const original = globalAt(path);
      if (!isObject(holder) || !isCalled(original)) continue;
      undo.push(replace(holder, key, watched(original, path.join('.'), tell)));
    }
    undo.push(replace(globalThis, 'Date', watchedDate(tell)));
    return run();
  } finally {
    for (const restore of undo.toReversed()) restore?.();
  }
};
