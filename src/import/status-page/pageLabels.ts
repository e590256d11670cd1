import type { PageLabel } from '../prose/labelPatterns.ts';
import { anyLabel, furniture, labelPatterns, notice } from '../prose/labelPatterns.ts';
import { topics } from '../prose/topics.ts';
import { wordsIn } from '../prose/wordsIn.ts';
import { plainWords } from '../text/plainWords.ts';
import type { SeenWords } from '../text/seenWords.ts';
import { FIGURE } from '../text/seenWords.ts';
import { isLongAgo } from './statedTimes.ts';

/** A labelled line: what it is about, and the text behind the label. */
export interface LabelledLine {
  /** What it is about. */
  readonly label: PageLabel;
  /** The text behind its colon; empty for a heading. */
  readonly value: string;
}

/**
 * Reads a labelled line or a heading of a page; null when it is none known.
 *
 * @param words - What its words show.
 */
export const labelledLine = (line: string, words = wordsIn(line)): LabelledLine | null => {
  if ((words.first & topics.label) === 0) return null;
  const plain = plainWords(line, 80);
  if (!anyLabel.test(plain)) return null;
  const label = labelPatterns.find(([, pattern]) => pattern.test(plain))?.[0];
  if (label === undefined) return null;
  const colon = line.indexOf(':');
  if (label === 'scheduled') return { label, value: line.trim() };
  return { label, value: colon < 0 || colon > 80 ? '' : line.slice(colon + 1).trim() };
};

/** What a way back and a copyright begin with. */
const SIGN = /^[←‹<©]/;
const LOOKED_AT = 120;
/** `1 incident` above one, `7 previous updates` below another. */
const COUNT = /^\d{1,3} (?:previous )?(?:incidents?|updates?)$/i;

/** Signs, digits and letters from `!` to `~`, and letters with accents from `À` to `ž`. */
const [FIRST, LAST, FIRST_ACCENTED, LAST_ACCENTED] = [0x21, 0x7e, 0xc0, 0x17e];
const BACK = 0x3c;

/** Whether a line begins with no sign of these, in whatever form, and has a letter or a digit where it is looked at. */
const isPlainly = (line: string, { start }: SeenWords): boolean => {
  if (start >= Math.min(LOOKED_AT, line.length)) return false;
  const code = line.charCodeAt(0);
  if (code <= LAST) return code >= FIRST && code !== BACK;
  return code >= FIRST_ACCENTED && code <= LAST_ACCENTED;
};

/**
 * Whether a line is part of the page itself and says nothing of the incident.
 *
 * @param words - What its words show.
 */
export const isFurniture = (line: string, words = wordsIn(line)): boolean => {
  if ((words.first & FIGURE) !== 0 && COUNT.test(line)) return true;
  if (isLongAgo(line)) return true;
  const present = (words.first & topics.furniture) | (words.topics & topics.notice);
  if (present === 0 && isPlainly(line, words)) return false;
  const plain = plainWords(line, LOOKED_AT);
  // A line of bars and dashes is the rule of a table.
  return (
    plain === '' ||
    SIGN.test(plain) ||
    !/[\p{L}\p{N}|]/u.test(plain) ||
    furniture.test(plain) ||
    notice.test(plain)
  );
};
