import { keyLabel } from './keyLabel.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import { timelineLine } from '../prose/timelineLine.ts';
import type { Notation } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import type { CalendarDay } from '../time/calendarDay.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { dayMs } from '../time/wallMoment.ts';
import { nearestTo } from '../time/yearOf.ts';

const DAY = 24 * 60 * 60_000;
const LOOKED_AT = 400;
const FIELDS_WITHIN = 80;
/** The title, and the section that states the facts. */
const MOST_HEADINGS = 2;
const LINE_LENGTH = 300;
/** The first lines of a text tell what it is about. */
const OPENING = 5;
/** A post mortem is hardly written later than this. */
const MOST_DAYS = 60;
const LINK = /\]\([^()\s]{0,300}\)|https?:\/\/[^\s)>\]]{1,400}/g;
const FIELD =
  /^[\s>*_#|+-]{0,8}(\p{L}[^:|\n]{1,40}?)[*_\s]{0,4}[:|][*_\s|]{0,6}([^\s|*_].{2,80})$/u;
const HEADING = /^\s{0,3}#{1,6}\s{1,4}(.{2,40}?)[:#\s]{0,4}$/u;
const ABOUT_ITSELF =
  /(?<![\p{L}])(?:updated?|written|published?|posted|authors?|revised|mise à jour|publié|rédigé|auteurs?|pubblicato|aggiornato|autor[ei])(?![\p{L}])/iu;

/** The day that a labelled value states, `**Date**: 19.09.2023`, or what stands below a heading that says so. */
export const statedDay = (
  lines: readonly NumberedLine[],
  dayIn: (text: string) => CalendarDay | undefined,
): CalendarDay | undefined => {
  const head = lines.filter(({ text }) => text.trim() !== '').slice(0, FIELDS_WITHIN);
  let headings = 0;
  for (const [index, { text }] of head.entries()) {
    const line = text.slice(0, LINE_LENGTH).trimEnd();
    const [, title] = HEADING.exec(line) ?? [];
    if (/^\s{0,3}#/.test(line)) headings++;
    // Further on, a date is that of something else.
    if (headings > MOST_HEADINGS && title === undefined) continue;
    const [, name = title ?? '', value = head[index + 1]?.text ?? ''] = FIELD.exec(line) ?? [];
    if (name === '' || !/\d/.test(value) || keyLabel(name)?.about !== 'date') continue;
    const day = dayIn(value);
    if (day) return day;
  }
  return undefined;
};

/**
 * The day of which a text tells, where it names that of its document nowhere: the name of a page is often of the day
 * on which it was published. It is the first day with which a line begins, else the first that its opening names.
 */
export const storyDay = (
  lines: readonly NumberedLine[],
  named: DatedDay,
  notation: Notation,
): DatedDay | undefined => {
  let [begun, opening]: (DatedDay | undefined)[] = [];
  let written = 0;
  for (const { text } of lines.slice(0, LOOKED_AT)) {
    if (text.trim() === '') continue;
    const line = text.slice(0, LINE_LENGTH).replaceAll(LINK, ' ');
    if (!/^\s{0,3}#/.test(line)) written++;
    if (!/\d/.test(line) || ABOUT_ITSELF.test(line)) continue;
    for (const { day } of timeMarks(line, notation)) {
      if (!day) continue;
      const dated = nearestTo(day, named);
      const days = (dayMs(named) - dayMs(dated)) / DAY;
      if (days === 0) return undefined;
      if (days < -1 || days > MOST_DAYS) continue;
      const first = timelineLine(line.replace(/^[\s>#|*+_-]{0,10}/, ''), notation);
      if (first?.mark.day && (first.mark.clock || first.text === '')) begun ??= dated;
      if (written <= OPENING) opening ??= dated;
    }
  }
  return begun ?? opening;
};
