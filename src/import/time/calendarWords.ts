import { lexicon, TOPICS } from '../text/lexicon.ts';
import { LETTER, letterKind, STRANGE } from '../text/letters.ts';
import { firstWords } from '../text/neededWords.ts';
import { months } from './monthNames.ts';
import { weekdays } from './weekdays.ts';

/** The words with which a day can begin: names of months and of days of the week, without accents. */
export const calendarWords: ReadonlySet<string> = new Set([
  ...months.keys(),
  ...firstWords(weekdays),
]);

const { cells } = lexicon([{ words: calendarWords, partners: calendarWords }], new Map());

/** Whether the word that begins at a place in a text is one with which a day can begin. */
export const isCalendarWordAt = (text: string, start: number): boolean => {
  let place = 0;
  for (let at = start; ; at++) {
    const kind = at < text.length ? letterKind(text.charCodeAt(at)) : 0;
    if ((kind & LETTER) === 0) return cells[place + TOPICS] === 1;
    if ((kind & STRANGE) !== 0) return false;
    place = cells[place + (kind & LETTER)] ?? 0;
  }
};
