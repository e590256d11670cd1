import { withoutAccents } from '../text/plainWords.ts';
import { monthOf } from '../time/monthNames.ts';

const plain = (word: string): string => withoutAccents(word.toLowerCase().replace('.', ''));

/** The names of a month in a language, alone and beside a day, as some decline them. */
const namesOf = (month: number, language: string): readonly string[] =>
  [undefined, 'numeric' as const].flatMap((day) => {
    const format = new Intl.DateTimeFormat(language, { month: 'long', day, timeZone: 'UTC' });
    const parts = format.formatToParts(Date.UTC(2024, month, 1));
    return parts.filter(({ type }) => type === 'month').map(({ value }) => plain(value));
  });

const known = new Map<string, readonly (readonly string[])[]>();

/** The number of the month that a word names in a language, whole or by its first letters, 1 to 12. */
export const monthIn = (word: string, language: string): number | undefined => {
  const common = monthOf(word.replace('.', ''));
  if (common !== undefined) return common;
  const names =
    known.get(language) ?? Array.from({ length: 12 }, (_, month) => namesOf(month, language));
  known.set(language, names);
  const short = plain(word);
  const found = names.flatMap((all, index) =>
    all.some((name) => name.startsWith(short)) ? [index + 1] : [],
  );
  return found.length === 1 ? found[0] : undefined;
};
