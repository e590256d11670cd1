import type { Instant } from '../primitives/instant.ts';
import { msOf } from '../primitives/instant.ts';
import type { SeverityScale } from '../primitives/severity.ts';
import { rankOf } from '../primitives/severity.ts';
import type { FleetRow } from './fleetState.ts';

/** Texts in order, null last. */
export const byText = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
};

/** Items under one key, or under none. */
export type Group<T> = readonly [key: string | null, items: readonly T[]];

/** The items under each of their keys, the keys in order. */
export const groupsBy = <T>(
  items: readonly T[],
  keysOf: (item: T) => readonly (string | null)[],
  order: (a: string | null, b: string | null) => number = byText,
): readonly Group<T>[] => {
  const groups = new Map<string | null, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return [...groups].toSorted(([a], [b]) => order(a, b));
};

/** The rows by component. */
export const componentGroups = (rows: readonly FleetRow[]): readonly Group<FleetRow>[] =>
  groupsBy(rows, ({ components }) => components);

/** The scales that incidents have a level on, in order. */
export const scalesOf = (rows: readonly FleetRow[]): readonly string[] =>
  [...new Set(rows.flatMap(({ severity }) => Object.keys(severity)))].toSorted();

const levelOn = ({ severity }: FleetRow, scale: string): string | null =>
  Object.hasOwn(severity, scale) ? (severity[scale] ?? null) : null;

/** The rows by level on a scale, the worst first. */
export const levelGroups = (
  rows: readonly FleetRow[],
  scale: string,
  scales: readonly SeverityScale[] | undefined,
): readonly Group<FleetRow>[] => {
  const rank = (level: string | null): number =>
    (level === null ? null : rankOf(scale, level, scales)) ?? Infinity;
  return groupsBy(
    rows,
    (row) => [levelOn(row, scale)],
    (a, b) => (rank(a) === rank(b) ? byText(a, b) : rank(a) - rank(b)),
  );
};

/** What gives the month of an instant in a time zone, such as `2024-12`. */
export const monthIn = (zone: string): ((at: Instant) => string) => {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
  });
  return (at) => {
    const parts = format.formatToParts(msOf(at));
    const [year = '', month = ''] = (['year', 'month'] as const).map(
      (type) => parts.find((part) => part.type === type)?.value,
    );
    return `${year.padStart(4, '0')}-${month}`;
  };
};

/** The rows by the month in which impact started. */
export const monthGroups = (
  rows: readonly FleetRow[],
  zone: string,
): readonly Group<FleetRow>[] => {
  const monthOf = monthIn(zone);
  return groupsBy(rows, ({ startedAt }) => [startedAt && monthOf(startedAt)]);
};
