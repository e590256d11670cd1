import type { ClockTime, ReadAt } from './clockTime.ts';
import { isGap, SMALL } from '../text/letters.ts';

const FRENCH =
  /(?<hour>\d{1,2})(?:\s?h|(?<full>\sheures?))(?:\s?(?<minute>[0-5]\d)(?!\d)|\s(?:et|(?<before>moins))\s(?:le\s)?(?<word>demie?|quart|cinq|dix|vingt))?(?![\p{L}\d])/iuy;
/** What makes an hour in French a time of day, and no length as in `il y a 2 heures` and `limité à 2 heures`. */
const FRENCH_LEAD =
  /(?<![\p{L}])(?:(?<!y\s)(?<!(?:estim|limit|port|fix)ée?s?\s|(?:réduit|égal|inférieur|supérieur)e?s?\s)[àa]|vers|dès|jusqu['’]à|entre(?:\sles)?|entre\s\d{1,2}(?:\s?h|\sheures?)?(?:\s?\d{2})?\set)\s$/iu;
/** `de 2 à 3 heures`: up to noon it is how long something took. */
const LENGTH = /\d\s[àa]\s$/i;
const NOON = 12;
/** `de 9 heures à 10 heures`, `9 heures : …` */
const FRENCH_BEHIND = /\sà\s\d/y;
const LINE_BEGINS = /(?:^|\n)[\s*_>•·–-]{0,6}$/;
const LABEL_BEHIND = /\s?[:–—]/y;

const ENGLISH =
  /(?<hour>\d{1,2})(?:\s?o['’]clock|(?=\s(?:in\sthe|this)\s(?:morning|afternoon|evening)))(?![\p{L}\d])/iuy;

const ITALIAN =
  /(?<hour>\d{1,2})(?:[.,](?<figures>[0-5]\d)(?![\d%])|\s(?:e|(?<before>meno))\s(?:(?<word>mezz[ao]|un\squarto|tre\squarti|cinque|dieci|venti)(?![\p{L}])|(?<minute>[0-5]?\d)(?![\d.:,%\p{L}])))?(?![.:,]?\d|%)/iuy;
/** What makes an hour in Italian a time of day; behind `ore` anything may follow. */
const ITALIAN_LEAD =
  /(?<![\p{L}\d])(?:(?<!\d\s)(?<full>ore)|d?alle(?:\scirca)?|(?:verso|dopo|entro|sono|erano|tra|fra)\sle|(?:tra|fra)\sle\s\d{1,2}(?:[.:,]\d{2})?\se\sle|prima\sdelle)\s$/iu;
/** What follows an hour: an end, an article, a name, a verb; what is counted, as in `alle 9 istanze`, is a noun in the plural. */
const ITALIAN_BEHIND =
  /$|\s?[.,;:)\]–—(-]|\s(?:il|lo|la|le|i|gli|un[oa]?|l|si|è|e|ed|in|di|dell?|della|con|per|(?:av|inter)?viene|parte|riceve)(?![\p{L}])|\s\p{Ll}{1,20}(?:[aoàòù]|[ao]no)(?![\p{L}])|\s\p{Lu}/uy;

/** The hour up to which a range goes on: `dalle 22 alle 2`, `dalle 9 alle 10.30`. */
const ITALIAN_RANGE = /\s(?:fino\s)?alle\s(?:ore\s)?(?=\d{1,2}([.:]\d{2})?)/iuy;

const MINUTES: Readonly<Record<string, number>> = {
  demi: 30,
  demie: 30,
  mezza: 30,
  mezzo: 30,
  quart: 15,
  'un quarto': 15,
  'tre quarti': 45,
  cinq: 5,
  cinque: 5,
  dix: 10,
  dieci: 10,
  vingt: 20,
  venti: 20,
};

const LOOKED_BACK = 40;
/** The letter with which all that stands before an hour in Italian ends, and those with which words behind an hour begin. */
const [E, H, I, O, T] = [101, 104, 105, 111, 116];

/** The small letter at a place. */
const letterAt = (text: string, at: number): number => text.charCodeAt(at) | SMALL;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const follows = (pattern: RegExp, text: string, at: number): boolean =>
  matchAt(pattern, text, at) !== null;

/** The time that the parts of a match tell; null when there is none such. */
const timeOf = ({ 0: all, index, groups = {} }: RegExpExecArray): ReadAt<ClockTime> | null => {
  const { hour = '', minute, figures, word, before } = groups;
  const told = word === undefined ? Number(minute ?? figures ?? 0) : MINUTES[word.toLowerCase()];
  const total = Number(hour) * 60 + (told ?? 0) * (before === undefined ? 1 : -1);
  if (Number(hour) > 23 || total < 0) return null;
  return { value: { hour: Math.floor(total / 60), minute: total % 60 }, end: index + all.length };
};

const frenchHour = (text: string, at: number, before: string): ReadAt<ClockTime> | null => {
  const found = matchAt(FRENCH, text, at);
  const time = found && timeOf(found);
  if (!time) return null;
  const { full, word } = found.groups ?? {};
  // "9h" alone is a time of figures.
  if (full === undefined) return word === undefined ? null : time;
  const isLength = LENGTH.test(before) && time.value.hour <= NOON;
  const isTime =
    (!isLength && FRENCH_LEAD.test(before)) ||
    follows(FRENCH_BEHIND, text, time.end) ||
    (LINE_BEGINS.test(before) && follows(LABEL_BEHIND, text, time.end));
  return isTime ? time : null;
};

const italianHour = (text: string, at: number, before: string): ReadAt<ClockTime> | null => {
  const lead = ITALIAN_LEAD.exec(before);
  const found = lead && matchAt(ITALIAN, text, at);
  const time = found && timeOf(found);
  if (!time) return null;
  const isSure = lead.groups?.['full'] !== undefined || found.groups?.['word'] !== undefined;
  if (isSure || follows(ITALIAN_BEHIND, text, time.end)) return time;
  const range = matchAt(ITALIAN_RANGE, text, time.end);
  if (!range) return null;
  const [all, minutes] = range;
  const second = range.index + all.length;
  const near = text.slice(Math.max(0, second - LOOKED_BACK), second);
  return minutes !== undefined || italianHour(text, second, near) ? time : null;
};

/**
 * Reads an hour that words make a time of day: `à 9 heures 30`, `9h et quart`, `9 o'clock`, `alle 9`, `verso le 10 e mezza`;
 * null for numbers, lengths and things that are counted.
 *
 * @param end - Where its figures end.
 */
export const spokenHourAt = (text: string, at: number, end: number): ReadAt<ClockTime> | null => {
  const next = end < text.length && isGap(text.charCodeAt(end)) ? end + 1 : end;
  const mayBeItalian = at > 2 && isGap(text.charCodeAt(at - 1)) && letterAt(text, at - 2) === E;
  const letter = letterAt(text, next);
  const mayBeFrench = letter === H;
  const mayBeEnglish = letter === O || letter === I || letter === T;
  if (!mayBeItalian && !mayBeFrench && !mayBeEnglish) return null;
  const before = text.slice(Math.max(0, at - LOOKED_BACK), at);
  const english = mayBeEnglish ? matchAt(ENGLISH, text, at) : null;
  return (
    (english && timeOf(english)) ??
    (mayBeFrench ? frenchHour(text, at, before) : null) ??
    (mayBeItalian ? italianHour(text, at, before) : null)
  );
};
