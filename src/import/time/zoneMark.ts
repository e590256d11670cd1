import type { ReadAt } from './clockTime.ts';
import { zoneAbbreviations, zonePhrases } from './zoneAbbreviations.ts';

const OPEN = /\s{0,2}\(?(?:heure\s)?/y;
const GAP = /^\s{0,2}\(?/;
const LONGEST_GAP = 3;
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
    .map((phrase) => phrase.replaceAll('/', '\\/'))
    .join('|')})(?![\\p{L}])`,
  'iuy',
);
/** What a zone can begin with: a capital, an offset's sign, or a letter with which some phrase begins. */
const BEGINNING = new RegExp(
  `[A-Z\\s+-]|[${Object.keys(zonePhrases)
    .map((phrase) => phrase.charAt(0))
    .join('')}ugc]`,
);
/** Four capital letters that end in T look like a zone, even when no table knows them. */
const ZONE_LIKE = /^[A-Z]{2,4}T$/;

const at = (pattern: RegExp, text: string, index: number): string | null => {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0] ?? null;
};

/** What can stand behind a time and begins no zone. */
const NO_ZONE = /[.,;:!?)\]]/;
/** Letters behind one gap, as most zones are written. */
const PLAIN = /\s([A-Z]{1,5})(?![\p{L}\d/]|\s?[+-])/uy;

/**
 * Reads the zone that stands right behind a time: `UTC`, `CET`, `(PDT)`, `+01:00`, `Europe/Paris`, `heure de Paris`.
 * Letters that name no zone are left alone, unless they look like one: then they are given back to be reported.
 */
export const zoneMarkAt = (text: string, index: number): ReadAt<string> | null => {
  if (index >= text.length || NO_ZONE.test(text.charAt(index))) return null;
  PLAIN.lastIndex = index;
  const plain = PLAIN.exec(text)?.[1];
  if (plain !== undefined && Object.hasOwn(zoneAbbreviations, plain))
    return { value: plain, end: index + 1 + plain.length };
  const open = at(OPEN, text, index) ?? '';
  const close = (value: string, end: number): ReadAt<string> => ({
    value,
    end: open.includes('(') && text[end] === ')' ? end + 1 : end,
  });
  const gap = open.length > LONGEST_GAP ? (GAP.exec(open)?.[0] ?? '') : open;
  for (const lead of gap === open ? [open] : [open, gap]) {
    const start = index + lead.length;
    if (!BEGINNING.test(text.charAt(start))) continue;
    const known = at(ABBREVIATION, text, start);
    if (known !== null && known in zoneAbbreviations) return close(known, start + known.length);
    const sure = at(PHRASE, text, start) ?? at(IANA, text, start) ?? at(STRICT_OFFSET, text, start);
    if (sure !== null) return close(sure, start + sure.length);
    const letters = at(LETTERS, text, start);
    if (letters !== null) {
      if (letters.toUpperCase() in zoneAbbreviations || ZONE_LIKE.test(letters)) {
        return close(letters, start + letters.length);
      }
    } else if (lead.includes('(')) {
      const offset = at(OFFSET, text, start);
      if (offset !== null) return close(offset, start + offset.length);
    }
  }
  return null;
};
