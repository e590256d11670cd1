import { bareHourBefore, bareHourBehind } from '../time/bareHour.ts';
import { firstOfDays } from '../time/firstOfDays.ts';
import type { DayWord } from '../time/dayWord.ts';
import { dayWordBefore, dayWordBehind } from '../time/dayWord.ts';
import { sharedDay } from '../time/sharedDay.ts';
import { sharedMeridiem } from '../time/sharedMeridiem.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { timeMarkAt, timeMarks } from '../time/timeMark.ts';
import { clockWordsIn } from '../time/clockWords.ts';

/** A time in running text with the words around it. */
export interface ProseEntry {
  /** The time. */
  readonly mark: TimeMark;
  /** The end of a range. */
  readonly until?: TimeMark;
  /** The part of the sentence that tells of it. */
  readonly text: string;
  /** A day named before it in the same text, which holds for it. */
  readonly day?: TimeMark;
  /** A word for a day before it, behind any other day, which holds for it. */
  readonly word?: DayWord;
  /** Whether it says that something had happened by then. */
  readonly by: boolean;
  /** Whether it is the time of somebody elsewhere: `11pm their time`. */
  readonly elsewhere: boolean;
  /** The same time on the clock of another zone: `10:00 PDT (17:00 UTC)`. */
  readonly parallel?: TimeMark;
}

/** The times of a running text. */
export interface ProseTimes {
  /** The times, in its order. */
  readonly entries: readonly ProseEntry[];
  /** The last day that it names. */
  readonly day?: TimeMark;
}

/** A text is cut behind a full stop; one behind `a.m.` or `approx.` ends no sentence. */
const SENTENCE =
  /(?<=[.!?])(?<!(?:a|p)\.m\.|approx\.|env\.|vs\.|e\.g\.|i\.e\.)\s{1,4}(?=[\p{Lu}\d"“«(])|\n/giu;
/** A line that was wrapped goes on in the next; before a capital letter only one that is longer. */
const WRAPPED = /(?<![.!?:;])\n(?:(?<=[^\n]{50}\n)(?=[\p{Ll}\d(])|(?<=[^\n]{65}\n)(?=\p{Lu}))/gu;
const TO =
  /^\s{0,3}(?:,\s)?(?:(?:circa|environ|about|or so)\s)?(?:alle ore|et|and|to|until|till|through|à|a|jusqu['’]à|alle|e|e le|fino alle(?: ore)?|--?|–|—)\s{0,3}(?:environ\s|approximately\s|about\s|around\s|le\s|les\s)?$/i;
const BEFORE_RANGE =
  /(?<![\p{L}])(?:between|from|entre|de|du|dalle(?: ore)?|tra le|tra|fra le)\s{1,3}(?:les?\s|the\s|environ\s|approximately\s|around\s|about\s)?$/iu;
const DASH = /^\s?(?:--?|–|—|~|→|->)\s?$/;
const CUT = /(?:[;,]\s|\s\(|\s(?:and|et|e|then|puis|poi|before|while)\s)/gi;
const BY = /(?<![\p{L}])(?:by|before|avant|d'ici(?: à)?|entro(?: le)?|prima delle)\s{1,3}$/iu;
const ELSEWHERE = /^\s{0,2}\(?(?:in\s)?(?:their|his|her|my|our|local)\s(?:own\s)?(?:local\s)?time/i;
const SAYS_TIME = /\d|(?:midn|noon|midd|minuit|midi|mezz[ao])/i;
const LOOKED_AT = 20_000;
const SENTENCE_LENGTH = 1500;

const NOON = 12;

const endOf = ({ mark, until }: Pick<ProseEntry, 'mark' | 'until'>): number => (until ?? mark).end;

const isRange = (text: string, mark: TimeMark, next: TimeMark): boolean => {
  if (next.start - mark.end > 90) return false;
  const between = text.slice(mark.end, next.start).replace(/\s?\([^()]{0,60}\)/, '');
  if (between.length > 30) return false;
  if (DASH.test(between)) return true;
  return (
    TO.test(between) && BEFORE_RANGE.test(text.slice(Math.max(0, mark.start - 40), mark.start))
  );
};

/** Where the words about a time begin: behind the last cut before it, but not before the time that stands in front. */
const beginOf = (text: string, after: number, mark: TimeMark): number => {
  const between = text.slice(after, mark.start);
  let cut = -1;
  for (const { 0: all, index } of between.matchAll(CUT)) cut = index + all.length;
  return cut < 0 ? mark.start : after + cut;
};

const LAST_CUT = /^.*(?:[;,.!?]\s|\s\(|\s(?:and|et|e|then|puis|poi|before|while)\s)/isu;
const WORD = /\p{L}{3}/u;

/** The words of a line before those about a further time in it: `errors begin (11:30 restored)`. */
export const beforeNextTime = (text: string): string => {
  const next = timeMarks(text).find(({ clock }) => clock !== undefined);
  const own = next && LAST_CUT.exec(text.slice(0, next.start))?.[0];
  return own !== undefined && WORD.test(own) ? own.replace(/[\s(;,]{1,4}$/, '') : text;
};

const SAYS_HOUR = /(?<![\p{L}])(?:ore|alle|dalle|h)\s{1,2}$/iu;
const LENGTH_BEFORE =
  /(?<![\p{L}])(?:pendant|durant|dur[ée]e?(?:\s?:|\sde)?|for|last(?:s|ed|ing)|during|within|after|après|plus de|moins de|over|under|about|environ|près de|(?:d['’]|de )(?:environ|près de)|(?:coupure|interruption|panne|indisponibilité|retard|durée|total) (?:de|d['’]environ)|per|circa|dopo|ogni|every|toutes les)\s{1,2}$/iu;
const LENGTH_BEHIND = /^\s(?:de\s(?!l[’']|la\s)|d['’]|of\s|di\s|plus tard|later|ago|after|après)/i;
const HOUR_BEFORE =
  /(?<![\p{L}])(?:à|a|vers|dès|depuis|entre|et|de|avant|après|jusqu['’]à|les?|at|alle|dalle|du|au|il)\s{1,2}$|[-–—:(]\s?$|^$/iu;

/** The times of a sentence, words such as `midnight` among them. */
const marksIn = (sentence: string, notation: Notation): readonly TimeMark[] => {
  const marks = timeMarks(sentence, notation);
  const words = clockWordsIn(sentence).flatMap((at) => {
    const mark = timeMarkAt(sentence, at, notation);
    return mark && !marks.some(({ start, end }) => at >= start && at < end) ? [mark] : [];
  });
  return words.length === 0
    ? marks
    : [...marks, ...words].toSorted((one, other) => one.start - other.start);
};

/** The times of a sentence, without numbers and lengths that look like one: `1.17`, `pendant 2h`, `for 1h30`. */
const clockMarks = (sentence: string, notation: Notation): readonly TimeMark[] =>
  marksIn(sentence, { ...notation, dots: true }).filter(
    ({ written, start, end, day, clock, zone }) => {
      if (!clock || day) return true;
      const before = sentence.slice(Math.max(0, start - 30), start);
      if (/^\d{1,2}\.\d{2}$/.test(written)) return notation.dots === true || SAYS_HOUR.test(before);
      if (!/^\d{1,2}\s?h/i.test(written) || zone !== undefined) return true;
      if (LENGTH_BEFORE.test(before) || LENGTH_BEHIND.test(sentence.slice(end, end + 20)))
        return false;
      return !/h$/i.test(written) || HOUR_BEFORE.test(before);
    },
  );

/** The hours of ranges that stand alone beside a time: `from 4pm to 6`, `entre 14 et 15h`. */
const withBareHours = (sentence: string, marks: readonly TimeMark[]): readonly TimeMark[] =>
  marks.flatMap((mark, index) => {
    if (!mark.clock) return [mark];
    const [last, next] = [marks[index - 1], marks[index + 1]];
    const before = bareHourBefore(sentence, mark);
    if (before && before.start >= (last?.end ?? 0)) return [before, mark];
    const behind = bareHourBehind(sentence, mark);
    return behind && behind.end <= (next?.start ?? sentence.length) ? [mark, behind] : [mark];
  });

const PARALLEL = /^\s?[/(=]\s?$/;

/** The same time, or range, on the clock of another zone right behind: how many marks that takes, and its first. */
const parallelBehind = (
  sentence: string,
  marks: readonly TimeMark[],
  index: number,
  time: Pick<ProseEntry, 'mark' | 'until'>,
): { readonly mark: TimeMark; readonly count: number } | null => {
  const { mark, until } = time;
  const [first, second] = marks.slice(index, index + 2);
  if (!first?.clock || !PARALLEL.test(sentence.slice(endOf(time), first.start))) return null;
  const last = until ? second : first;
  if (!last?.clock || (until && !DASH.test(sentence.slice(first.end, last.start)))) return null;
  const { zone } = last;
  if (zone === undefined || zone === (until?.zone ?? mark.zone)) return null;
  return { mark: { ...first, zone: first.zone ?? zone }, count: until ? 2 : 1 };
};

const entriesOf = (
  sentence: string,
  notation: Notation,
  inLine: boolean,
): readonly ProseEntry[] => {
  const marks = withBareHours(sentence, clockMarks(sentence, notation));
  const found: (Pick<ProseEntry, 'mark' | 'until' | 'day' | 'word' | 'parallel'> & {
    from: number;
  })[] = [];
  let day: TimeMark | undefined;
  let night: TimeMark | undefined;
  let word: DayWord | undefined;
  let end = 0;
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index];
    if (!mark) continue;
    if (mark.day) {
      [day, word] = [mark, undefined];
      const first = firstOfDays(sentence, mark.start, mark.day);
      night = first?.night === true ? { ...mark, day: first.day } : undefined;
    }
    if (!mark.clock) continue;
    if (!mark.day) word = dayWordBefore(sentence, mark.start) ?? word;
    const next = marks[index + 1];
    const range =
      next?.clock && isRange(sentence, mark, next) ? sharedMeridiem(mark, next) : undefined;
    if (!mark.day && !range?.to.day)
      word = dayWordBehind(sentence, (range?.to ?? mark).end) ?? word;
    const cut = beginOf(sentence, end, mark);
    // The beginning of a line belongs to the time that stands before it.
    const isCut = cut < mark.start || sentence.charAt(cut - 1) === '(';
    const own = inLine && isCut ? cut : 0;
    const from = found.length === 0 ? own : cut;
    end = (range?.to ?? mark).end;
    const first = range && (day ? range.from : sharedDay(range.from, range.to));
    const time = { mark: first ?? mark, ...(range && { until: range.to }) };
    if (range) index++;
    const parallel = parallelBehind(sentence, marks, index + 1, time);
    // The evening of a night is that of its first day.
    const on = night && !mark.day && mark.clock.hour >= NOON ? night : day;
    found.push({
      ...time,
      from,
      ...(on && { day: on }),
      ...(word !== undefined && { word }),
      ...(parallel && { parallel: parallel.mark }),
    });
    if (range?.to.day) day = range.to;
    index += parallel?.count ?? 0;
  }
  return found.map(({ from, ...entry }, index) => {
    const stop = found[index + 1]?.from ?? sentence.length;
    const own = sentence
      .slice(from, stop)
      .replace(/(?:[;,]\s?|\s(?:and|et|e|then|puis|poi)\s?)$/i, '');
    const by = BY.test(sentence.slice(Math.max(0, entry.mark.start - 20), entry.mark.start));
    const elsewhere = ELSEWHERE.test(sentence.slice(endOf(entry), endOf(entry) + 20));
    return { ...entry, text: own.trim(), by, elsewhere };
  });
};

/**
 * The times of day that a running text speaks of, each with its part of the text; a day named before them holds on.
 *
 * @param inLine - Whether the text stands behind a time, in a line of a timeline.
 */
export const proseEntries = (text: string, notation: Notation, inLine = false): ProseTimes => {
  let day: TimeMark | undefined;
  let word: DayWord | undefined;
  const entries: ProseEntry[] = [];
  for (const sentence of text.slice(0, LOOKED_AT).replaceAll(WRAPPED, ' ').split(SENTENCE)) {
    if (!sentence || !SAYS_TIME.test(sentence)) continue;
    const looked = sentence.slice(0, SENTENCE_LENGTH);
    const found = entriesOf(looked, notation, inLine && entries.length === 0);
    for (const entry of found) {
      word = entry.word ?? (entry.day ? undefined : word);
      day = entry.day ?? day;
      entries.push({ ...entry, ...(day && { day }), ...(word !== undefined && { word }) });
      if (entry.until?.day) [day, word] = [entry.until, undefined];
    }
    const named =
      found.length === 0 ? timeMarks(looked, notation).find((mark) => mark.day) : undefined;
    if (named) [day, word] = [named, undefined];
  }
  return { entries, ...(day && { day }) };
};
