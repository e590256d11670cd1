import type { ReadAt } from '../time/clockTime.ts';
import { postedWords, statusWordAt } from '../prose/statusWords.ts';
import { topics } from '../prose/topics.ts';
import { wordsIn } from '../prose/wordsIn.ts';
import { DIGIT, LETTER, letterKind, STRANGE } from '../text/letters.ts';
import { FIGURE } from '../text/seenWords.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { timeMarkAt } from '../time/timeMark.ts';

/**
 * What a line of a page's timeline is: the head of an update with status and time, a status alone, a status with
 * the beginning of its text, a time alone, or a time with text but no status.
 */
export interface UpdateLine {
  /** Which of them. */
  readonly kind: 'head' | 'status' | 'status-text' | 'time' | 'time-text';
  /** The status, where it has one. */
  readonly status?: string;
  /** The time, where it has one. */
  readonly mark?: TimeMark;
  /** Text of the update that stands in the same line. */
  readonly rest: string;
}

const LEAD = /[^\p{L}\p{N}]{0,16}/uy;
const POSTED = new RegExp(
  String.raw`posted\s[^.,]{1,30}?\sago[.,]\s|(?:${postedWords})(?:\s(?:on|at|le|il))?\s?:?\s`,
  'iy',
);
const JOINER = /[\s\-–—:|•·,@([*_\]]{0,8}(?:(?:on|at|le|à|il|alle|since|posted)\s)?/iy;
const CLOSE = /[\s)\]*_:.]{0,6}/y;
const SEPARATOR = /[ *_)\]]{0,4}(?:[-–—:|•·\t]|\s[-–—])[\s*_]{0,6}/y;
/** The number of an update in a list. */
const NUMBER = /\s{0,6}\d{1,2}[.)]\s{1,4}/y;
/** What stands behind a time in brackets, as in `[9:16 PM PDT] We are …`. */
const BRACKET = /\s?\][\s*_]{1,6}/y;
/** What stands behind a time with its zone where nothing separates them, as in `3:53 PM PDT We are …`. */
const SENTENCE = /\s{1,3}(?=\p{Lu}[\p{Ll}']{0,20}[\s,])/uy;
/** Such as `(2 days ago)` or `(il y a 2 jours)`. */
const AGO = /\s{0,3}[(·•-]?\s{0,2}(?:\d{1,3}|an?|il y a)\s[\p{L}\d ]{1,30}\)?\s{0,3}$/uy;
/** Lines longer than this at their beginning are prose. */
const HEAD = 240;

/** What a word before the time of an update begins with. */
const POSTED_BEGINS = /[pmu]/i;

/** Whether a text begins with a letter of a word or with a digit, and not with a sign. */
const beginsPlainly = (text: string): boolean => {
  const kind = letterKind(text.charCodeAt(0));
  return (kind & (LETTER | DIGIT)) !== 0 && (kind & STRANGE) === 0;
};

const skip = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
};

const isOver = (line: string, at: number): boolean =>
  at === line.length ||
  skip(CLOSE, line, at) === line.length ||
  skip(AGO, line, at) === line.length;

/** The text behind a head: all that follows a separator; null when the line goes on without one. */
const behind = (line: string, at: number, bracket = false): string | null => {
  if (isOver(line, at)) return '';
  const text = Math.max(skip(SEPARATOR, line, at), bracket ? skip(BRACKET, line, at) : at);
  return text > at ? line.slice(text).trim() : null;
};

/** Words that begin many a sentence: with text right behind they are no status. */
const EVERYDAY =
  /^(?:fixed|corrig|closed|cl[oô]tur|ferm|chius|created|opened|reported|ouvert|cr[ée]|apert|edit)/i;

const afterStatus = (
  line: string,
  head: string,
  start: number,
  status: ReadAt<string>,
  notation: Notation,
): UpdateLine | null => {
  const { value, end: at } = status;
  const mark = timeMarkAt(head, skip(JOINER, head, at), notation);
  const rest = mark && behind(line, mark.end);
  if (mark && rest !== null) return { kind: 'head', status: value, mark, rest };
  if (isOver(line, at)) return { kind: 'status', status: value, rest: '' };
  const bracketed = line.charAt(start - 1) === '[';
  if (!bracketed && EVERYDAY.test(head.slice(start, at))) return null;
  const text = behind(line, at, bracketed);
  return text === null ? null : { kind: 'status-text', status: value, rest: text };
};

const afterTime = (line: string, head: string, mark: TimeMark): UpdateLine | null => {
  if (isOver(line, mark.end)) return { kind: 'time', mark, rest: '' };
  const status = statusWordAt(head, skip(JOINER, head, mark.end));
  const rest = status && behind(line, status.end);
  const word = status && head.slice(skip(JOINER, head, mark.end), status.end);
  const isWord = rest === '' || !EVERYDAY.test(word ?? '');
  if (status && isWord && rest !== null) return { kind: 'head', status: status.value, mark, rest };
  const sentence = mark.zone === undefined ? mark.end : skip(SENTENCE, line, mark.end);
  const text =
    mark.clock &&
    (sentence > mark.end
      ? line.slice(sentence).trim()
      : behind(line, mark.end, line.charAt(mark.start - 1) === '['));
  return typeof text === 'string' ? { kind: 'time-text', mark, rest: text } : null;
};

/**
 * Reads a line as one of a page's timeline; null when it is none.
 *
 * @param words - What its words show: it begins with a status, a word before a time, or a time.
 */
export const updateLine = (
  line: string,
  notation: Notation,
  words = wordsIn(line),
): UpdateLine | null => {
  if ((words.first & (topics.head | FIGURE)) === 0) return null;
  const head = line.slice(0, HEAD);
  const lead = beginsPlainly(head) ? 0 : skip(LEAD, head, 0);
  const start = POSTED_BEGINS.test(head.charAt(lead)) ? skip(POSTED, head, lead) : lead;
  const numbered = start === lead ? skip(NUMBER, head, 0) : 0;
  const status = statusWordAt(head, start) ?? (numbered > 0 ? statusWordAt(head, numbered) : null);
  if (status) return afterStatus(line, head, start, status, notation);
  const mark = timeMarkAt(head, start, notation);
  return mark && afterTime(line, head, mark);
};
