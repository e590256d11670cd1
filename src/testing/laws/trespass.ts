/** What every object inherits, and so what a key such as `__proto__` or `constructor` leads to. */
const COMMON: readonly (readonly [name: string, object: object])[] = [
  ['Object.prototype', Object.prototype],
  ['Object', Object],
  ['Array.prototype', Array.prototype],
  ['Array', Array],
];

/** What was put into something that all objects have in common. */
export interface Trespass {
  /** Into what. */
  readonly into: string;
  /** Under which key. */
  readonly key: string;
}

/** Runs something; what it puts into what all objects have in common is told, and taken away again. */
export const watchingTrespass = <A>(
  tell: ((trespass: Trespass) => void) | null,
  run: () => A,
): A => {
  const before = COMMON.map(([, object]) => new Set(Reflect.ownKeys(object)));
  try {
    return run();
  } finally {
    for (const [index, [into, object]] of COMMON.entries()) {
      for (const key of Reflect.ownKeys(object)) {
        if (before[index]?.has(key) === true) continue;
        Reflect.deleteProperty(object, key);
        tell?.({ into, key: String(key) });
      }
    }
  }
};
