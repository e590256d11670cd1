import { bareHourAt, bareHourBehind } from '../time/bareHour.ts';
import { clockTimeAt } from '../time/clockTime.ts';
import { beginsWithClockWord } from '../time/clockWords.ts';
import { matchEnd } from '../text/matchEnd.ts';
import { plainText } from '../text/plainText.ts';
import { sharedDay } from '../time/sharedDay.ts';
import { sharedMeridiem } from '../time/sharedMeridiem.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { timeMarkAt } from '../time/timeMark.ts';
import { zoneMarkAt } from '../time/zoneMark.ts';

/** A line of a timeline: its time, perhaps until when, and what it tells. */
export interface TimelineLine {
  /** Its time. */
  readonly mark: TimeMark;
  /** The end, for a range such as `11h15 - 12h`. */
  readonly until?: TimeMark;
  /** What it tells. */
  readonly text: string;
}

const DIGIT = /\d/;
const LETTER = /^\p{L}/u;
const BEHIND_WORD = /^\s{0,2}(?:[:–—|,)=→-]|$)/;
const TO = /\s?(?:-->|->|--?|–|—|to|à|until|→|(?:fino )?(?:alle|a)(?: ore)?(?=\s))\s?/iy;
const SEPARATOR = /[\s:;,.–—\-|)\]*=>→]{0,8}/y;
const OPEN =
  /[\s[(*_~]{0,4}(?:(?:vers|à|at|around|about|circa|approximately|approx\.?|roughly|environ|env\.|ca?\.|from|de|le|on|il|EDIT|(?:alle\s|dalle\s)?ore|alle|dalle|(?:verso|dopo)\sle|h\.?)\s)?/iy;

/** `9:20 circa – first reports`. */
const ABOUT = /^(?:(?:circa|environ|env\.|approx\.?|approximately|ish)\s?[:–—-]|circa[,\s])\s?/i;

const rangeEnd = (text: string, mark: TimeMark, notation: Notation): TimeMark | null => {
  const at = matchEnd(TO, text, mark.end);
  if (at === mark.end || !mark.clock) return null;
  const clock = clockTimeAt(text, at, notation.dots);
  const whole = timeMarkAt(text, at, notation);
  if (!whole?.clock) return bareHourBehind(text, mark);
  if (whole.day || !clock) return whole;
  const zone = zoneMarkAt(text, clock.end);
  const stop = zone?.end ?? clock.end;
  return {
    start: at,
    end: stop,
    written: text.slice(at, stop),
    clock: clock.value,
    ...(zone && { zone: zone.value }),
  };
};

/** Reads a line that begins with its time; null when it does not. */
export const timelineLine = (markup: string, notation: Notation): TimelineLine | null => {
  if (!DIGIT.test(markup) && !beginsWithClockWord(markup)) return null;
  const text = plainText(markup);
  const begin = matchEnd(OPEN, text, 0);
  const dotted = { ...notation, dots: true };
  const mark = timeMarkAt(text, begin, dotted) ?? bareHourAt(text, begin, dotted);
  if (!mark) return null;
  const ending = rangeEnd(text, mark, dotted);
  const { from, to: until } = ending ? sharedMeridiem(mark, ending) : { from: mark, to: null };
  const stop = until?.end ?? mark.end;
  const next = text.charAt(stop);
  // "Noon deploys are stopped" is a sentence.
  if (LETTER.test(mark.written) && !mark.day && !until && !BEHIND_WORD.test(text.slice(stop)))
    return null;
  // "10.30 millions" or "17 mai 2024 était" are sentences, not times of a line; letters right behind are none either.
  if (next !== '' && matchEnd(SEPARATOR, text, stop) === stop) return null;
  return {
    mark: until ? sharedDay(from, until) : from,
    ...(until && { until }),
    text: text
      .slice(matchEnd(SEPARATOR, text, stop))
      .replace(ABOUT, '')
      .trim(),
  };
};
