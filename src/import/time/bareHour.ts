import type { Notation, TimeMark } from './timeMark.ts';
import { timeMarkAt } from './timeMark.ts';
import { zoneMarkAt } from './zoneMark.ts';

/** What stands before the first hour of a range, the hour, and what joins it to the second. */
const BEFORE =
  /(?:^|(?<![\p{L}\d]))((?:between|from|entre|de|dalle(?: ore)?|(?:tra|fra) le)\s{1,2})(\d{1,2})(\s?(?:to|until|till|and|et|à|alle(?: ore)?|e(?: le)?|[-–—])\s?)$/iu;
const OPENS = /(?<![\p{L}])(?:between|from|entre|de|dalle(?: ore)?|(?:tra|fra) le)\s{1,2}$/iu;
const BEHIND =
  /\s{0,2}(?:to|until|till|and|et|à|alle(?: ore)?|e(?: le)?|[-–—])\s{0,2}(\d{1,2})(?![\d:.,%/]\d|[%\p{L}]|\s?(?:am|pm|a\.m|p\.m|h)(?![\p{L}]))/iuy;
const AT =
  /(\d{1,2})(\s{0,2}(?:to|until|till|and|et|à|alle(?: ore)?|e(?: le)?|[-–—])\s{0,2})(?=\d)/iuy;
const DASH = /[-–—]/;
const HALF = /\d\s?[ap]\.?m\.?$/i;
/** Figures that more words follow count something: `from 10:00 to 12 servers`. */
const ENDS = /^\s?(?:$|[.,;:)\]])/;
const LOOKED_BACK = 40;

const hourOf = (figures: string): number | null => {
  const hour = Number(figures);
  return hour > 23 ? null : hour;
};

/** The hour before a time that ends a range, where it stands alone: `from 4 to 6pm`, `entre 14 et 15h`, `dalle 9 alle 10:30`. */
export const bareHourBefore = (text: string, { start }: TimeMark): TimeMark | null => {
  const begin = Math.max(0, start - LOOKED_BACK);
  const [all = '', lead = '', figures = ''] = BEFORE.exec(text.slice(begin, start)) ?? [];
  const hour = figures === '' ? null : hourOf(figures);
  if (hour === null) return null;
  const at = start - all.length + lead.length;
  return { start: at, end: at + figures.length, written: figures, clock: { hour, minute: 0 } };
};

/** The hour behind a time that begins a range, where it stands alone: `from 4pm to 6 GMT`, `from 16:00 to 18`. */
export const bareHourBehind = (text: string, { start, end }: TimeMark): TimeMark | null => {
  if (!OPENS.test(text.slice(Math.max(0, start - LOOKED_BACK), start))) return null;
  BEHIND.lastIndex = end;
  const [all = '', figures = ''] = BEHIND.exec(text) ?? [];
  const hour = figures === '' ? null : hourOf(figures);
  if (hour === null) return null;
  const stop = end + all.length;
  const zone = zoneMarkAt(text, stop);
  if (!zone && !ENDS.test(text.slice(stop, stop + 2))) return null;
  const last = zone?.end ?? stop;
  const at = stop - figures.length;
  return {
    start: at,
    end: last,
    written: text.slice(at, last),
    clock: { hour, minute: 0 },
    ...(zone && { zone: zone.value }),
  };
};

/**
 * The hour that begins a range at a place in a text, where it stands alone: `4 to 6pm`, `9 alle 10:30`, `4-6pm`. Before
 * a dash and a time without its half of the day it is the number of a line.
 */
export const bareHourAt = (text: string, start: number, notation: Notation): TimeMark | null => {
  AT.lastIndex = start;
  const [all = '', figures = '', joiner = ''] = AT.exec(text) ?? [];
  const hour = figures === '' ? null : hourOf(figures);
  if (hour === null) return null;
  const next = timeMarkAt(text, start + all.length, notation);
  if (!next?.clock || next.day) return null;
  if (DASH.test(joiner) && (hour > 12 || !HALF.test(next.written))) return null;
  return { start, end: start + figures.length, written: figures, clock: { hour, minute: 0 } };
};
