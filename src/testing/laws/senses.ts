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

/** Puts a property in the place of another, and gives back how to undo that; null where that cannot be done. */
const replaceBy = (holder: object, key: string, by: PropertyDescriptor): (() => void) | null => {
  const before = Reflect.getOwnPropertyDescriptor(holder, key);
  const enumerable = before?.enumerable ?? false;
  const isDone = Reflect.defineProperty(holder, key, { ...by, enumerable, configurable: true });
  if (!isDone) return null;
  return () => {
    if (before) Reflect.defineProperty(holder, key, before);
    else Reflect.deleteProperty(holder, key);
  };
};

/** The same for a value. */
const replace = (holder: object, key: string, value: unknown): (() => void) | null =>
  replaceBy(holder, key, { value, writable: true });

/** Tells when it is asked to write a date without being given one: then it writes the present. */
const watchedFormat = (original: Called, name: string, tell: (name: string) => void): Called =>
  new Proxy(original, {
    apply: (target, self, given): unknown => {
      if (given[0] === undefined) tell(name);
      return Reflect.apply(target, self, given);
    },
  });

/** What writes dates: the property `format`, which gives a function, and the method beside it. */
const formatsWatched = (tell: (name: string) => void): readonly ((() => void) | null)[] => {
  const { prototype } = Intl.DateTimeFormat;
  const format = Reflect.getOwnPropertyDescriptor(prototype, 'format')?.get;
  const formatToParts: unknown = Reflect.get(prototype, 'formatToParts');
  const name = 'Intl.DateTimeFormat.format';
  return [
    replaceBy(prototype, 'format', {
      get(this: unknown): unknown {
        const original: unknown = format && Reflect.apply(format, this, []);
        return isCalled(original) ? watchedFormat(original, `${name}()`, tell) : original;
      },
    }),
    isCalled(formatToParts)
      ? replace(prototype, 'formatToParts', watchedFormat(formatToParts, `${name}ToParts()`, tell))
      : null,
  ];
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
    undo.push(replace(globalThis, 'Date', watchedDate(tell)), ...formatsWatched(tell));
    return run();
  } finally {
    for (const restore of undo.toReversed()) restore?.();
  }
};
