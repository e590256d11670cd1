import { asciiSet, isGap } from '../text/letters.ts';
import { matchEnd } from '../text/matchEnd.ts';
import type { ReadAt } from './clockTime.ts';
import { zoneAbbreviations, zonePhrases } from './zoneAbbreviations.ts';

const OPEN = /\s{0,2}\(?(?:heure\s)?/y;
const OFFSET = /(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?(?!:?\d)/y;
/** Without `UTC` only an offset that there is: `13:38-14:07`, or `10:30-11:00 UTC`, is a range. */
const STRICT_OFFSET =
  /(?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d{2})?(?!:?\d)|[+-](?:(?:0\d|1[0-4]):?00|(?:0[2-69]|10):?30|(?:05|08|12|13):?45)(?!:?\d)(?!\s?\(?(?:UTC|GMT|[A-Z]{1,4}T)(?![\p{L}\d]))/uy;
const LETTERS = /(?:[A-Z]{1,5}|utc|gmt|cest)(?![\p{L}\d/])/uy;
/** Letters that no offset and no other part of a name follow. */
const ABBREVIATION = /[A-Z]{1,5}(?![\p{L}\d/]|\s?[+-])/uy;
const IANA = /[A-Z][A-Za-z]{1,20}\/[A-Z][A-Za-z_-]{1,30}(?:\/[A-Z][A-Za-z_-]{1,30})?/y;
const PHRASE = new RegExp(
  `(?:${Object.keys(zonePhrases)
    .map((phrase) => phrase.replaceAll(/[/().]/g, '\\$&'))
    .join('|')})(?![\\p{L}])`,
  'iuy',
);
/** What a zone can begin with: a capital, an offset's sign, or a letter with which some phrase begins. */
const BEGINS = asciiSet(
  `ABCDEFGHIJKLMNOPQRSTUVWXYZ+-ugc${Object.keys(zonePhrases)
    .map((phrase) => phrase.charAt(0))
    .join('')}`,
);

/** Whether a zone, or a gap before one, can begin at a place. */
const mayBegin = (text: string, at: number): boolean => {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return BEGINS[code] === 1 || isGap(code);
};

/** Four capital letters that end in T look like a zone, even when no table knows them. */
const ZONE_LIKE = /^[A-Z]{2,4}T$/;

const at = (pattern: RegExp, text: string, index: number): string | null => {
  const end = matchEnd(pattern, text, index);
  return end === index ? null : text.slice(index, end);
};

const BRACKET = 40;

/** Where a zone can begin behind a time: behind two gaps and a bracket at most. */
const gapEnd = (text: string, index: number): number => {
  let end = index;
  while (end < index + 2 && end < text.length && isGap(text.charCodeAt(end))) end++;
  return text.charCodeAt(end) === BRACKET ? end + 1 : end;
};

const KNOWN: ReadonlySet<string> = new Set(Object.keys(zoneAbbreviations));

/** Letters behind one gap, as most zones are written. */
const PLAIN = /\s[A-Z]{1,5}(?![\p{L}\d/]|\s?[+-])/uy;

/**
 * Reads the zone that stands right behind a time: `UTC`, `CET`, `(PDT)`, `+01:00`, `Europe/Paris`, `heure de Paris`.
 * Letters that name no zone are left alone, unless they look like one: then they are given back to be reported.
 */
export const zoneMarkAt = (text: string, index: number): ReadAt<string> | null => {
  const near = gapEnd(text, index);
  if (!mayBegin(text, near)) return null;
  const plainEnd = matchEnd(PLAIN, text, index);
  const plain = text.slice(index + 1, plainEnd);
  if (KNOWN.has(plain)) return { value: plain, end: plainEnd };
  const far = matchEnd(OPEN, text, index);
  const isOpen = near > index && text.charCodeAt(near - 1) === BRACKET;
  const close = (value: string, end: number): ReadAt<string> => ({
    value,
    end: isOpen && text[end] === ')' ? end + 1 : end,
  });
  for (const start of near === far ? [near] : [far, near]) {
    if (!mayBegin(text, start)) continue;
    const known = at(ABBREVIATION, text, start);
    if (known !== null && KNOWN.has(known)) return close(known, start + known.length);
    const sure = at(PHRASE, text, start) ?? at(IANA, text, start) ?? at(STRICT_OFFSET, text, start);
    if (sure !== null) return close(sure, start + sure.length);
    const letters = at(LETTERS, text, start);
    if (letters !== null) {
      if (KNOWN.has(letters.toUpperCase()) || ZONE_LIKE.test(letters)) {
        return close(letters, start + letters.length);
      }
    } else if (isOpen) {
      const offset = at(OFFSET, text, start);
      if (offset !== null) return close(offset, start + offset.length);
    }
  }
  return null;
};
