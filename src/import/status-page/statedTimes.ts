import { durationOf } from '../time/durationNotation.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { timeMarkAt } from '../time/timeMark.ts';

const LABEL =
  /^(?:(?:started|began|begun|starts?|ended|ends?|resolved|closed|created|opened|posted|updated|last updated?|detected)(?: (?:at|on|time|by \S{1,30}))?|d[ée]but|fin|date de (?:d[ée]but|fin)|r[ée]solu|inizio|fine)$/i;
const BEHIND =
  /^(?:»\s)?((?:start(?:ed)?|began|begin|end(?:ed)?|resolved|closed|created|opened|posted|published|updated|last updated?|detected|d[ée]but|fin|inizio|fine)(?: (?:time|at|on|by \S{1,30}))?)\s?:?\s+(\S.*)$/i;
const OTHER_LABEL =
  /^(?:impact|severity|gravit[ée]|s[ée]v[ée]rit[ée]|gravit[àa]|duration|durée|durata|(?:(?:previously )?affected )?locations?(?:\(s\))?|regions?)$/i;
const RANGE = /\s{0,2}[-–—]\s{0,2}/y;
const NOTHING = /^[-–—]$/;

const wholeMark = (text: string, at: number, notation: Notation): TimeMark | null => {
  const mark = timeMarkAt(text, at, notation);
  return mark?.clock && mark.end === text.length ? mark : null;
};

/** Lines with each label that stands alone above its time or its length put before it: `Started: Jun 19, 2016, 11:58 PM UTC`. */
export const withJoinedLabels = (
  lines: readonly NumberedLine[],
  notation: Notation,
): readonly NumberedLine[] => {
  const joined: NumberedLine[] = [];
  for (let index = 0; index < lines.length; index++) {
    const [line, next] = [lines[index], lines[index + 1]];
    if (!line) continue;
    const label = line.text.replace(/\s?:$/, '');
    const isTimed =
      next &&
      label.length < 50 &&
      ((LABEL.test(label) && wholeMark(next.text, 0, notation) !== null) ||
        (OTHER_LABEL.test(label) &&
          (durationOf(next.text) !== null || NOTHING.test(next.text) || !/^d/i.test(label))));
    if (isTimed) {
      joined.push({ number: line.number, text: `${label}: ${next.text}` });
      index++;
    } else joined.push(line);
  }
  return joined;
};

const isShown = (mark: TimeMark, shown: readonly TimeMark[]): boolean =>
  shown.some(
    ({ day, clock, zone }) =>
      clock?.hour === mark.clock?.hour &&
      clock?.minute === mark.clock?.minute &&
      (!day || !mark.day || (day.month === mark.day.month && day.day === mark.day.day)) &&
      (zone === undefined || mark.zone === undefined || zone === mark.zone),
  );

/** A time, or a range of times, that a line states, and whether updates show the same. */
export interface StatedTimes {
  /** The times. */
  readonly marks: readonly TimeMark[];
  /** Whether each is that of an update, so that the line says nothing more. */
  readonly isShown: boolean;
}

/**
 * Reads a line that states a time of the whole incident, behind a label such as `Started`, or a range of times and
 * nothing else; null when it is none.
 *
 * @param shown - The times of the updates.
 */
export const statedTimes = (
  line: string,
  shown: readonly TimeMark[],
  notation: Notation,
): StatedTimes | null => {
  const labelled = BEHIND.exec(line.slice(0, 200))?.[2] ?? '';
  const one = labelled === '' ? null : wholeMark(labelled, 0, notation);
  if (one) return { marks: [one], isShown: isShown(one, shown) };
  const from = timeMarkAt(line.slice(0, 200), 0, notation);
  if (!from?.clock) return null;
  RANGE.lastIndex = from.end;
  const dash = RANGE.exec(line);
  const to = dash && wholeMark(line, from.end + dash[0].length, notation);
  return to && { marks: [from, to], isShown: isShown(from, shown) && isShown(to, shown) };
};

const LONG_AGO =
  /^\(?(?:about |over |almost |environ |circa )?(?:(?:\d{1,3}|an?)\s[a-z]{3,8}\s(?:ago|earlier|later|fa)|il y a (?:environ )?(?:\d{1,3}|une?)\s\p{L}{3,8})\)?$/iu;

/** Whether a line only says how long ago something was: `(8 minutes earlier)`, `il y a 3 mois`. */
export const isLongAgo = (line: string): boolean => line.length < 50 && LONG_AGO.test(line);
