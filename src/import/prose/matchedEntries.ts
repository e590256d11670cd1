import type { Localized } from '../../primitives/text.ts';
import type { TimelineEntry } from './timelineEntries.ts';

/** A line of a timeline with its text in every language that has it. */
export interface MatchedEntry extends Omit<TimelineEntry, 'text'> {
  /** What it tells, by language. */
  readonly text: Localized;
}

/** The entries of one language. */
export interface LanguageEntries {
  /** The language. */
  readonly language: string;
  /** Its entries, in order. */
  readonly entries: readonly TimelineEntry[];
}

const keyOf = ({ moment, until }: TimelineEntry): string =>
  [moment?.earliest, moment?.latest, until?.latest].join(' ') +
  (moment && moment.earliest === undefined ? (moment.written ?? '') : '');

/**
 * The timelines of several languages as one: lines of the same time, in their order, are one line. Lines that
 * only one language has stay as they are.
 */
export const matchedEntries = (languages: readonly LanguageEntries[]): readonly MatchedEntry[] => {
  const [only, ...others] = languages.filter(({ entries }) => entries.length > 0);
  if (only && others.length === 0) {
    return only.entries.map((entry) => ({ ...entry, text: { [only.language]: entry.text } }));
  }
  const matched: (TimelineEntry & { texts: Record<string, string> })[] = [];
  const byKey = new Map<string, typeof matched>();
  for (const { language, entries } of languages) {
    const taken = new Map<string, number>();
    for (const entry of entries) {
      const key = keyOf(entry);
      const same = byKey.get(key) ?? [];
      byKey.set(key, same);
      let nth = taken.get(key) ?? 0;
      while (same[nth]?.texts[language] !== undefined) nth++;
      taken.set(key, nth + 1);
      const partner = same[nth];
      if (partner) partner.texts[language] = entry.text;
      else {
        const fresh = { ...entry, texts: { [language]: entry.text } };
        same.push(fresh);
        matched.push(fresh);
      }
    }
  }
  return matched.map(({ texts, text: _text, ...entry }) => ({ ...entry, text: texts }));
};
