/** What the beginning of a text of JSON shows, for telling formats apart. */
export interface JsonHead {
  /** Whether all of these are keys in it; one asked for as `created_at` may be spelled `createdAt`. */
  has(...keys: readonly string[]): boolean;
  /** Whether a key has a value, or begins with one, that matches. */
  says(key: string, value: RegExp): boolean;
}

const HEAD = 65_536;
const PAIR = /"([A-Za-z_][\w.]{0,60})"\s{0,20}:(?:\s{0,20}"((?:[^"\\]|\\.){0,80}))?/g;

/** Looks at the beginning of a text; null when it does not begin as JSON. */
export const jsonHead = (head: string): JsonHead | null => {
  const text = head.slice(0, HEAD).replace(/^\uFEFF/, '');
  if (!/^\s{0,100}[{[]/.test(text)) return null;
  const values = new Map<string, string[]>();
  for (const [, key = '', value] of text.matchAll(PAIR)) {
    const known = values.get(key) ?? [];
    if (value !== undefined) known.push(value);
    values.set(key, known);
    const snake = key.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    if (!values.has(snake)) values.set(snake, known);
  }
  return {
    has: (...keys) => keys.every((key) => values.has(key)),
    says: (key, pattern) => values.get(key)?.some((value) => pattern.test(value)) ?? false,
  };
};
