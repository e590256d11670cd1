import type { LanguagePart } from '../text/splitLanguages.ts';
import { CLOCK, EVERYTHING } from '../text/seenWords.ts';
import { sharedDay } from '../time/sharedDay.ts';
import { sharedMeridiem } from '../time/sharedMeridiem.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import { topics } from './topics.ts';

/** A start or end of the impact that a text speaks of. */
export interface ProseTime {
  /** What the time is of. */
  readonly about: 'ImpactStarted' | 'ImpactEnded';
  /** The time. */
  readonly mark: TimeMark;
  /** The day that holds for it, where the text names one before it. */
  readonly day?: TimeMark;
  /** Whether it is on the day before that of the text: `yesterday between 14:00 and 15:00`. */
  readonly yesterday?: boolean;
  /** Language of the text. */
  readonly language: string;
}

const BETWEEN = 'entre|between|from|de|du|dalle|tra le|tra';
const SINCE_WORDS =
  'since|depuis|starting (?:at|from)|started (?:at|on)|began (?:at|on)|beginning (?:at|on)|à partir de|dès|dalle ore|dalle|a commencé à|débuté à|survenue? (?:à|le)';
const UNTIL_WORDS = "until|jusqu['’]à|ended at|terminée? à|fino alle|(?:pris|a pris) fin à";
const START_LABELS =
  "start time|incident start|heure de début|date de début|début de l['’]incident|ora di inizio";
const END_LABELS =
  "end time|incident end|heure de fin|date de fin|fin de l['’]incident|ora di fine";
/** A pattern of what stands before a time from which, up to which or between which something was. */
export const timedBy = [BETWEEN, SINCE_WORDS, UNTIL_WORDS, START_LABELS, END_LABELS].join('|');

const labelled = (labels: string): RegExp =>
  new RegExp(String.raw`(?:^|\n)[^\p{L}\n]{0,6}(?:${labels})\s?:\s{0,3}$`, 'iu');
const STATED = [
  ['ImpactStarted', labelled(START_LABELS)],
  ['ImpactEnded', labelled(END_LABELS)],
] as const;

/** No letter stands before. */
const NO_LETTER = '(?<![a-zà-öø-ÿ])';
const RANGE = new RegExp(
  String.raw`${NO_LETTER}(?:${BETWEEN})\s{1,3}(?:les?\s|the\s)?(?:environ\s|about\s|approximately\s|around\s)?$`,
  'i',
);
const TO =
  /^\s{0,3}(?:et|and|to|until|till|à|a|jusqu['’]à|alle|e|-|–|—)\s{0,3}(?:environ\s|approximately\s|around\s)?$/i;
const SINCE = new RegExp(
  String.raw`${NO_LETTER}(?:${SINCE_WORDS})\s{1,3}(?:le\s|the\s|about\s|approximately\s|environ\s)?$`,
  'i',
);
/** What stands between the times of "beginning at 20:38 UTC and lasting until 21:28 UTC". */
const LASTING =
  /^,?\s{0,3}(?:and\s|et\s)?(?:(?:ending|lasting|ended|lasted|running)\s(?:until|till|to|through|at|on)|until|jusqu['’]à|à|to|through)\s{0,3}(?:about\s|approximately\s|around\s|environ\s)?$/i;
const UNTIL = new RegExp(String.raw`${NO_LETTER}(?:${UNTIL_WORDS})\s{1,3}$`, 'i');
const FUTURE =
  /(?<![a-zà-öø-ÿ])(?:will|shall|sera|seront|aura|scheduled|planned|pr[ée]vue?s?|programm[ée]e?s?|planifi[ée]e?s?|maintenance)(?![a-zà-öø-ÿ])/i;
/** What happens since a time is the impact only when the sentence speaks of trouble, and not of its end. */
const TROUBLE =
  /error|impact|degrad|dégrad|outage|incident|unavailab|disrupt|fail|slow|latenc|delay|issue|problem|problèm|difficult|perturb|lent|indisponib|panne|refus|erreur|interr|declin|down|troubl|coupure|anomal|disserviz|non riesc|rallentament|malfunzionament/i;
const RECOVERY =
  /recover|restor|normal|rétabl|mitigat|repris|fixed|rollback|rolled|deploy|déploy|correct|monitor|operational|opérationnel|healthy|mainten|ripristin|risolt/i;
const BEFORE = 40;
const YESTERDAY =
  /(?<![\p{L}])(?:yesterday|hier|ieri)(?![\p{L}])[^.!?\n]{0,60}$|^[^.!?\n]{0,12}(?<![\p{L}])(?:yesterday|hier|ieri)(?![\p{L}])/iu;

/** The sentence around a time, as far as it is near enough to matter. */
const sentenceAround = (text: string, from: number, to: number): string =>
  text.slice(Math.max(0, from - 200), to + 200);

const isRange = (before: string, between: string): boolean =>
  (TO.test(between) && RANGE.test(before)) || (LASTING.test(between) && SINCE.test(before));

/** Whether the words before a time, or right behind its range, say that it was the day before. */
const isYesterday = (text: string, { start }: TimeMark, end: number): boolean =>
  YESTERDAY.test(text.slice(Math.max(0, start - 100), start)) ||
  YESTERDAY.test(text.slice(end, end + 30));

const proseTime = (
  about: ProseTime['about'],
  mark: TimeMark,
  language: string,
  day: TimeMark | undefined,
  yesterday: boolean,
): ProseTime => {
  const time: { -readonly [K in keyof ProseTime]: ProseTime[K] } = { about, mark, language };
  if (day) time.day = day;
  if (yesterday) time.yesterday = true;
  return time;
};

/** The start, and the end, that lines of their own state: `Start time: 04/03/2024 08:02 UTC`. */
const statedIn = (
  text: string,
  marks: readonly TimeMark[],
  language: string,
): readonly ProseTime[] =>
  STATED.flatMap(([about, label]) => {
    const mark = marks.find(
      ({ start, clock }) =>
        clock &&
        text.slice(Math.max(0, start - 4), start).includes(':') &&
        label.test(text.slice(Math.max(0, start - BEFORE), start)),
    );
    return mark ? [proseTime(about, mark, language, undefined, false)] : [];
  });

const timesIn = (
  { text, language, present = EVERYTHING }: LanguagePart,
  notation: Notation,
): readonly ProseTime[] => {
  if ((present & CLOCK) === 0 || (present & topics.span) === 0) return [];
  // A page can be megabytes long; what its prose says of the impact stands at its beginning.
  const marks = timeMarks(text.slice(0, 20_000), notation);
  const stated = statedIn(text, marks, language);
  if (stated.length > 0) return stated;
  let day: TimeMark | undefined;
  for (const [index, mark] of marks.entries()) {
    if (mark.day) day = mark;
    if (!mark.clock) continue;
    const before = text.slice(Math.max(0, mark.start - BEFORE), mark.start);
    const next = marks[index + 1];
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
      const yesterday = !day && isYesterday(text, mark, mark.end);
      return [proseTime(alone, mark, language, day, yesterday)];
    }
    // "between 18:34 and 19:37 UTC" names the zone of both behind the second.
    const zoned =
      mark.zone === undefined && next.zone !== undefined ? { ...mark, zone: next.zone } : mark;
    const { from: first, to } = sharedMeridiem(zoned, next);
    const from = day ? first : sharedDay(first, to);
    const yesterday = !day && isYesterday(text, mark, next.end);
    return [
      proseTime('ImpactStarted', from, language, day, yesterday),
      proseTime('ImpactEnded', to, language, next.day ? next : day, yesterday),
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
  const times: ProseTime[] = [];
  for (const part of parts) {
    if (!times.some(({ language }) => language === part.language))
      times.push(...timesIn(part, notation));
  }
  return times;
};
