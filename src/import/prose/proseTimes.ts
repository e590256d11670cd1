import type { LanguagePart } from '../text/splitLanguages.ts';
import { FIGURE } from '../text/seenWords.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';

/** A start or end of the impact that a text speaks of. */
export interface ProseTime {
  /** What the time is of. */
  readonly about: 'ImpactStarted' | 'ImpactEnded';
  /** The time. */
  readonly mark: TimeMark;
  /** The day that holds for it, where the text names one before it. */
  readonly day?: TimeMark;
  /** Language of the text. */
  readonly language: string;
}

const RANGE =
  /(?:entre|between|from|de|du|dalle|tra le|tra)\s{1,3}(?:les?\s|the\s)?(?:environ\s|approximately\s|around\s)?$/i;
const TO =
  /^\s{0,3}(?:et|and|to|until|till|à|a|jusqu['’]à|alle|e|-|–|—)\s{0,3}(?:environ\s|approximately\s|around\s)?$/i;
const SINCE =
  /(?:since|depuis|starting (?:at|from)|started (?:at|on)|began (?:at|on)|beginning (?:at|on)|à partir de|dès|dalle ore|dalle|a commencé à|débuté à|survenue? (?:à|le))\s{1,3}(?:le\s|the\s|about\s|approximately\s|environ\s)?$/i;
/** What stands between the times of "beginning at 20:38 UTC and lasting until 21:28 UTC". */
const LASTING =
  /^,?\s{0,3}(?:and\s|et\s)?(?:(?:ending|lasting|ended|lasted|running)\s(?:until|till|to|through|at|on)|until|jusqu['’]à|à|to|through)\s{0,3}(?:about\s|approximately\s|around\s|environ\s)?$/i;
const UNTIL = /(?:until|jusqu['’]à|ended at|terminée? à|fino alle|(?:pris|a pris) fin à)\s{1,3}$/i;
const FUTURE =
  /(?<![\p{L}])(?:will|shall|sera|seront|aura|scheduled|planned|pr[ée]vue?s?|programm[ée]e?s?|planifi[ée]e?s?|maintenance)(?![\p{L}])/iu;
/** What happens since a time is the impact only when the sentence speaks of trouble, and not of its end. */
const TROUBLE =
  /error|impact|degrad|dégrad|outage|incident|unavailab|disrupt|fail|slow|latenc|delay|issue|problem|problèm|difficult|perturb|lent|indisponib|panne|refus|erreur|interr|declin|down|troubl|coupure|anomal|disserviz/i;
const RECOVERY =
  /recover|restor|normal|rétabl|mitigat|repris|fixed|rollback|rolled|deploy|déploy|correct|monitor|operational|opérationnel|healthy|mainten|ripristin|risolt/i;
const BEFORE = 40;

/** The sentence around a time, as far as it is near enough to matter. */
const sentenceAround = (text: string, from: number, to: number): string =>
  text.slice(Math.max(0, from - 200), to + 200);

const isRange = (before: string, between: string): boolean =>
  (RANGE.test(before) && TO.test(between)) || (SINCE.test(before) && LASTING.test(between));

const timesIn = (
  { text, language, present = FIGURE }: LanguagePart,
  notation: Notation,
): readonly ProseTime[] => {
  if ((present & FIGURE) === 0) return [];
  // A page can be megabytes long; what its prose says of the impact stands at its beginning.
  const marks = timeMarks(text.slice(0, 20_000), notation);
  let day: TimeMark | undefined;
  for (const [index, mark] of marks.entries()) {
    if (mark.day) day = mark;
    if (!mark.clock) continue;
    const before = text.slice(Math.max(0, mark.start - BEFORE), mark.start);
    const next = marks[index + 1];
    const told = { language, ...(day && { day }) };
    const range =
      next?.clock !== undefined &&
      next.start - mark.end < 40 &&
      isRange(before, text.slice(mark.end, next.start));
    const alone = SINCE.test(before) ? 'ImpactStarted' : UNTIL.test(before) ? 'ImpactEnded' : null;
    if (!range && alone === null) continue;
    if (FUTURE.test(sentenceAround(text, mark.start, next?.end ?? mark.end))) continue;
    if (!range) {
      const near = text.slice(Math.max(0, mark.start - 120), mark.end + 120);
      if (alone === null || !TROUBLE.test(near) || RECOVERY.test(near)) continue;
      return [{ about: alone, mark, ...told }];
    }
    // "between 18:34 and 19:37 UTC" names the zone of both behind the second.
    const from =
      mark.zone === undefined && next.zone !== undefined ? { ...mark, zone: next.zone } : mark;
    return [
      { about: 'ImpactStarted', mark: from, ...told },
      { about: 'ImpactEnded', mark: next, ...told, ...(next.day && { day: next }) },
    ];
  }
  return [];
};

/**
 * The start and end of the impact that the text of an update speaks of, for each of its languages: the first such
 * range or time. Later ones tell of parts of the incident.
 */
export const proseTimes = (
  parts: readonly LanguagePart[],
  notation: Notation,
): readonly ProseTime[] => {
  const seen = new Set<string>();
  return parts.flatMap((part) => {
    if (seen.has(part.language)) return [];
    const times = timesIn(part, notation);
    if (times.length > 0) seen.add(part.language);
    return times;
  });
};
