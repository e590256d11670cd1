import type { OutsideObject } from '../json/outsideJson.ts';
import { outsideObject } from '../json/outsideJson.ts';

/** A variable of a webhook’s template that nothing was put in for. */
const isUnfilled = (value: unknown): boolean =>
  value === '' || (typeof value === 'string' && /^\$\{?[A-Z][A-Z_]+\}?$/.test(value.trim()));

/** The first of these fields that says something; what the others say is the same in other words. */
export const firstOf = (
  records: readonly (OutsideObject | undefined)[],
  keys: readonly string[],
): readonly [OutsideObject, string] | undefined => {
  const found = records.flatMap((record) =>
    record === undefined
      ? []
      : keys.flatMap((key) => {
          const value = record.raw(key);
          return value === undefined || isUnfilled(value) ? [] : [[record, key] as const];
        }),
  );
  return found[0];
};

/** What it says. */
const valueIn = (
  records: readonly (OutsideObject | undefined)[],
  keys: readonly string[],
): unknown => {
  const found = firstOf(records, keys);
  return found?.[0].raw(found[1]);
};

/** The same where it is text or a number, as text. */
export const wordIn = (
  records: readonly (OutsideObject | undefined)[],
  ...keys: readonly string[]
): string | undefined => {
  const value = valueIn(records, keys);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
};

/** Tags as one text, whether they are listed or written behind each other. */
export const listIn = (
  records: readonly (OutsideObject | undefined)[],
  ...keys: readonly string[]
): string | undefined => {
  const value = valueIn(records, keys);
  return Array.isArray(value) && value.length > 0
    ? value.map(String).join(',')
    : typeof value === 'string'
      ? value
      : undefined;
};

/** Variables under their own names, as `metadata: { "ALERT_ID": … }`, which some templates have. */
export const variablesIn = (record: OutsideObject): OutsideObject | undefined => {
  const found = record.has('metadata') ? record.object('metadata') : undefined;
  if (!found) return undefined;
  const named = found.keys().map((key) => [key.toLowerCase(), found.raw(key)] as const);
  return outsideObject(Object.fromEntries(named), found.place, () => {});
};
