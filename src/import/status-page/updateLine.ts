import { isCalendarWordAt } from '../time/calendarWords.ts';
import type { ReadAt } from '../time/clockTime.ts';
import { isDigit } from '../time/figuresEnd.ts';
import { postedWords, statusWordAt } from '../prose/statusWords.ts';
import { topics } from '../prose/topics.ts';
import { wordsIn } from '../prose/wordsIn.ts';
import { asciiSet, DIGIT, isGap, LETTER, letterKind, STRANGE } from '../text/letters.ts';
import { matchEnd } from '../text/matchEnd.ts';
import { FIGURE } from '../text/seenWords.ts';
import { relativeMarkAt } from '../time/relativeDay.ts';
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
  /** Where its status ends, when its time stands behind it. */
  readonly statusEnd?: number;
}

const LEAD = /[^\p{L}\p{N}]{0,16}/uy;
/** `Posted 3 months ago.`, `Publié il y a 3 mois.`, `Commentaire de Acme -`, `Posted on`. */
const POSTED = new RegExp(
  String.raw`(?:${postedWords})\s(?:[^.,]{1,30}?\s(?:ago|fa)[.,]|il y a [^.,]{1,30}[.,]|(?:by|par|de|da)\s[^.,]{1,40}?\s(?:[-–—]|on|at|le|il))\s|(?:${postedWords})(?:\s(?:on|at|le|il))?\s?:?\s`,
  'iy',
);
const JOINER = /[\s\-–—:|•·,@([*_\]→>]{0,8}(?:(?:on|at|le|à|il|alle|since|posted)\s)?/iy;
const CLOSE = /[\s)\]*_:.|]{0,6}/y;
/** The number of an update behind its status: `Update 2 -`. */
const COUNTED = / #?\d{1,2}(?= [-–—(|]|:?$|: )/y;
/** Between a time and the same in another zone: `10:22 UTC (11:22 CET)`. */
const TWIN = /\s?[(/]\s?/y;
/** What stands before a day in French and Italian. */
const ON_DAY = /(?:le|il)\s(?=\d)/iy;
const BEGINS_ON = asciiSet('iIlL');
/** Between a status and the same in another language: `Résolu / Resolved`. */
const SLASH = /\s?\/\s?/y;
const SEPARATOR =
  /[ *_)\]]{0,4}(?:[-–—:|•·\t]|\s[-–—]|(?<=\*\*)\s)(?:[*_]{1,3}(?=\s))?\s{0,6}(?:[*_]{1,3}(?=\S))?/y;
/** The number of an update in a list. */
const NUMBER = /\s{0,6}\d{1,2}[.)]\s{1,4}/y;
/** What stands behind a time in brackets, as in `[9:16 PM PDT] We are …`. */
const BRACKET = /\s?\][\s*_]{1,6}/y;
/** What stands behind a time with its zone where nothing separates them, as in `3:53 PM PDT We are …`; no level of a log. */
const SENTENCE =
  /\s{1,3}(?!(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL)\s)(?=\p{Lu}[\p{L}'’]{0,20}[\s,])/uy;
/** Such as `(2 days ago)` or `(il y a 2 jours)`. */
const AGO = /\s{0,3}[(·•-]?\s{0,2}(?:\d{1,3}|an?|il y a)\s[\p{L}\d ]{1,30}\)?\s{0,3}$/uy;
/** Lines longer than this at their beginning are prose. */
const HEAD = 240;

/** What a word before the time of an update begins with. */
const BEGINS_POSTED = asciiSet('cCmMpPuU');

/** Whether a text begins with a letter of a word or with a digit, and not with a sign. */
const beginsPlainly = (text: string): boolean => {
  const kind = letterKind(text.charCodeAt(0));
  return (kind & (LETTER | DIGIT)) !== 0 && (kind & STRANGE) === 0;
};

/** The status at a place, also when it is told twice. */
const statusAt = (text: string, at: number): ReadAt<string> | null => {
  const status = statusWordAt(text, at);
  if (!status) return null;
  if (status.value === 'update') return { ...status, end: matchEnd(COUNTED, text, status.end) };
  const near = text.slice(status.end, status.end + 2);
  const other = near.includes('/') ? statusWordAt(text, matchEnd(SLASH, text, status.end)) : null;
  return other ? { value: status.value, end: other.end } : status;
};

const isOver = (line: string, at: number): boolean =>
  at === line.length ||
  matchEnd(CLOSE, line, at) === line.length ||
  matchEnd(AGO, line, at) === line.length;

/** The text behind a status or a time: all that follows a separator; null when the line goes on without one. */
export const behind = (line: string, at: number, bracket = false): string | null => {
  if (isOver(line, at)) return '';
  const text = Math.max(matchEnd(SEPARATOR, line, at), bracket ? matchEnd(BRACKET, line, at) : at);
  return text > at ? line.slice(text).trim() : null;
};

/** The time of an update, its day written or told as `today`. */
const timeOf = (head: string, at: number, notation: Notation): TimeMark | null =>
  timeMarkAt(head, at, notation) ?? relativeMarkAt(head, at, notation);

/** Where a time ends, with the same time in another zone behind it. */
const timeEnd = (head: string, { end, zone }: TimeMark, notation: Notation): number => {
  const at = zone === undefined || end === head.length ? end : matchEnd(TWIN, head, end);
  const twin = at > end ? timeMarkAt(head, at, notation) : null;
  if (!twin?.clock || twin.zone === undefined) return end;
  return head.charAt(twin.end) === ')' ? twin.end + 1 : twin.end;
};

/** Words that begin many a sentence: with text right behind they are no status. */
const EVERYDAY =
  /^(?:fixed|corrig|closed|cl[oô]tur|ferm|chius|created|opened|reported|ouvert|cr[ée]|apert|edit)/i;

/** Where the time behind a status can begin: most stand behind a gap alone. */
const joined = (head: string, at: number): number => {
  const isPlain =
    isGap(head.charCodeAt(at)) &&
    (isDigit(head.charCodeAt(at + 1)) || isCalendarWordAt(head, at + 1));
  return isPlain ? at + 1 : matchEnd(JOINER, head, at);
};

const afterStatus = (
  line: string,
  head: string,
  start: number,
  status: ReadAt<string>,
  notation: Notation,
): UpdateLine | null => {
  const { value, end: at } = status;
  const mark = timeOf(head, joined(head, at), notation);
  const rest = mark && behind(line, timeEnd(head, mark, notation));
  if (mark && rest !== null) return { kind: 'head', status: value, mark, rest, statusEnd: at };
  if (isOver(line, at)) return { kind: 'status', status: value, rest: '' };
  const bracketed = line.charAt(start - 1) === '[';
  if (!bracketed && EVERYDAY.test(head.slice(start, at))) return null;
  const text = behind(line, at, bracketed);
  return text === null ? null : { kind: 'status-text', status: value, rest: text };
};

/** The sentence right behind a status, as in `Nov 20, 2024 10:00 UTC Scheduled We will …`; null where the words go on. */
const sentenceBehind = (line: string, at: number, { day, clock }: TimeMark): string | null => {
  const text = day && clock ? matchEnd(SENTENCE, line, at) : at;
  return text > at ? line.slice(text).trim() : null;
};

const afterTime = (
  line: string,
  head: string,
  mark: TimeMark,
  notation: Notation,
): UpdateLine | null => {
  const over = timeEnd(head, mark, notation);
  if (isOver(line, over)) return { kind: 'time', mark, rest: '' };
  const status = statusAt(head, matchEnd(JOINER, head, over));
  const rest = status && (behind(line, status.end) ?? sentenceBehind(line, status.end, mark));
  const word = status && head.slice(matchEnd(JOINER, head, over), status.end);
  const isWord = rest === '' || !EVERYDAY.test(word ?? '');
  if (status && isWord && rest !== null) return { kind: 'head', status: status.value, mark, rest };
  // A sentence can begin with it.
  if (mark.daysBefore !== undefined) return null;
  const isFirst = mark.start === 0 && mark.written.includes(':');
  const isPlain = isFirst || mark.zone !== undefined;
  const sentence = isPlain ? matchEnd(SENTENCE, line, over) : over;
  const text =
    mark.clock &&
    (sentence > over
      ? line.slice(sentence).trim()
      : behind(line, over, line.charAt(mark.start - 1) === '['));
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
  const isHead = (words.first & (topics.head | FIGURE)) !== 0;
  const mayBeOn = !isHead && BEGINS_ON[line.charCodeAt(words.start)] === 1;
  const on = mayBeOn ? matchEnd(ON_DAY, line, words.start) : words.start;
  if (!isHead && on === words.start) return null;
  const head = line.slice(0, HEAD);
  const plain = beginsPlainly(head) ? 0 : matchEnd(LEAD, head, 0);
  const lead = isHead ? plain : on;
  const start = BEGINS_POSTED[head.charCodeAt(lead)] === 1 ? matchEnd(POSTED, head, lead) : lead;
  const isFigure = (words.first & FIGURE) !== 0;
  const numbered = isFigure && start === lead ? matchEnd(NUMBER, head, 0) : 0;
  const status = statusAt(head, start) ?? (numbered > 0 ? statusAt(head, numbered) : null);
  if (status) return afterStatus(line, head, start, status, notation);
  const mark = timeOf(head, start, notation);
  return mark && afterTime(line, head, mark, notation);
};
