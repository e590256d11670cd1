import type { OutsideObject } from '../json/outsideJson.ts';
import type { Teller, Told } from './teller.ts';
import { inOurWords } from './teller.ts';

/** A value as people write it; null for what is empty. */
export const shownValue = (value: unknown): string | null => {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    const shown = value.flatMap((element) => shownValue(element) ?? []);
    return shown.length > 0 ? shown.join(', ') : null;
  }
  const text = JSON.stringify(value);
  return text === '{}' ? null : text;
};

/** The fields of an object as lines, `key: value`. */
export const fieldLines = (
  object: OutsideObject | undefined,
): readonly (readonly [string, unknown])[] =>
  object?.keys().map((key) => [key, object.raw(key)] as const) ?? [];

/** Keeps facts for which there is no event type as one note, a line each: `service: Checkout`. */
export const tellDetails = (
  { tell }: Pick<Teller, 'tell'>,
  lines: readonly (readonly [label: string, value: unknown])[],
  told: Told,
): void => {
  const shown = lines.flatMap(([label, value]) => {
    const text = shownValue(value);
    return text === null ? [] : [`${label}: ${text}`];
  });
  if (shown.length > 0) tell('NoteAdded', { text: inOurWords(shown.join('\n')) }, told);
};
