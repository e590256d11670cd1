import { timelineLine } from '../prose/timelineLine.ts';
import { zoneMarkAt } from '../time/zoneMark.ts';
import { zoneOf } from '../time/zone.ts';

const SAYS_TIMES =
  /(?<![\p{L}])(?:(?:all\s)?(?:date)?\/?times?(?:stamps?|zone|\szone)?|hours?|clock|heures?|horaires?|horodatages?|fuseau(?:\shoraire)?|or[aei]|orari[oi]?|fuso(?:\sorario)?|data\/ora|timeline|chronologie|cronologia|all events)(?![\p{L}])/giu;
const LOOKED_BEHIND = 70;
/** The zone in brackets behind the day of the document: `Date: 28 October 2024 (CET)`. */
const BESIDE_DATE =
  /^[\W_]{0,6}(?:incident )?(?:date|data|jour|giorno)(?:[ _](?:[\p{L}']{1,12}[ _]){0,2}incidente?)?[\s*_]{0,4}:[^:()\n]{4,40}\(([^()\n]{2,30})\)[\W_]{0,4}$/iu;

/** The first zone that a text names at the beginning of a word. */
const zoneIn = (text: string): string | null => {
  for (const { index } of text.matchAll(/(?<![\p{L}\d/])[\p{L}+(-]/gu)) {
    const zone = zoneMarkAt(text, index);
    if (zone && zoneOf(zone.value)) return zone.value;
  }
  return null;
};

const ALONE = /^[\W_]{0,4}\(([^()\n]{2,30})\)[\W_]{0,4}$/u;

/** The zone that stands alone in brackets, `(GMT+2)`; null when something else does. */
const zoneAlone = (text: string): string | null => {
  const named = ALONE.exec(text)?.[1];
  return named === undefined ? null : zoneIn(named);
};

/** The zone behind a day and nothing else: `2024-10-28 (CET)`. */
const zoneBehindDay = (text: string): string | null => {
  const line = text.length < 80 ? timelineLine(text, {}) : null;
  return line?.mark.day && !line.mark.clock ? zoneAlone(line.text) : null;
};

/**
 * The zone that a line says times are in: `All times UTC`, `Timeline (times in BST)`, `Toutes les heures sont en CET`,
 * `Time (CET)`, `Gli orari sono in ora italiana`; null when it says none.
 */
export const documentZone = (line: string): string | null => {
  const text = line.slice(0, 400);
  for (const { 0: word, index } of text.matchAll(SAYS_TIMES)) {
    // The word itself can begin the name of a zone: "heure de Paris".
    const sentence =
      text.slice(index, index + word.length + LOOKED_BEHIND).split(/[.;](?=\s|$)|\n/u, 1)[0] ?? '';
    // A time of day in between means that the zone is that of the time alone.
    const zone = /\d[:h.]\d/.test(sentence) ? null : zoneIn(sentence);
    if (zone !== null) return zone;
  }
  if (!text.includes('(')) return null;
  const beside = BESIDE_DATE.exec(text)?.[1];
  return beside === undefined ? zoneBehindDay(text) : zoneIn(beside);
};

const STATEMENT =
  /^[\W_]{0,6}(?:\(|note\s?:?\s?)?(?:please note that\s)?(?:all\s|the\s|tou(?:te)?s\sles\s|les\s|tutt[ei]\sgli\s|gli\s|le\s)?(?:event\s|following\s)?(?:date|events are|times?|timestamps?|heures?|horaires?|horodatages?|orari[oi]?|ore|time\s?zone|fuseau|fuso)(?![\p{L}])/iu;

/** Whether a line says in which zone times are, and nothing of the incident. */
export const isZoneStatement = (line: string): boolean =>
  zoneAlone(line) !== null ||
  (line.length < 160 &&
    STATEMENT.test(line) &&
    !/\d[:h]\d/.test(line) &&
    documentZone(line) !== null);
