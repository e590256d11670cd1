import type { DatedDay } from '../time/wallMoment.ts';
import { dayMs, isDated } from '../time/wallMoment.ts';
import type { CalendarDay } from '../time/calendarDay.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { timeMarkAt, timeMarks } from '../time/timeMark.ts';

/** What may stand around a day without making it a sentence. */
const MOST_AROUND = 14;
const LABEL =
  /(?:(?<=\([^()\n]{0,40}|\s[—–|-]\s)(?:by|before|pour le|avant le|entro il)|(?<![\p{L}])(?:due(?: date| by| on)?|deadline|eta|target(?: date)?|[ée]ch[ée]ance|d[ée]lai|date limite|scadenza|entro(?: il)?|d['’]ici(?: au| le)?))\s?[:：]?\s{0,2}(?:by |on |the |le |il )?(?=[\p{L}\d])/giu;

/** The day by which an action is to be done, of a cell or a value; null where it is no day: "TBD", "next sprint". */
export const actionDue = (value: string, notation: Notation): TimeMark | null => {
  const [mark] = timeMarks(value.slice(0, 60), notation);
  const around = value.trim().length - (mark ? mark.end - mark.start : 0);
  return mark?.day && around <= MOST_AROUND ? mark : null;
};

/** The day behind a label in the text of an action: `(due: 2024-06-01)`, `échéance : 15/02/2026`. */
export const labelledDue = (text: string, notation: Notation): TimeMark | null => {
  for (const { 0: label, index } of text.slice(0, 1000).matchAll(LABEL)) {
    const mark = timeMarkAt(text, index + label.length, notation);
    if (mark?.day) return mark;
  }
  return null;
};

/** A length of time by the end of which an action is to be done: `2 weeks`, `within 10 days`, `J+7`. */
export interface DueWithin {
  /** As it stood. */
  readonly written: string;
  /** How many days. */
  readonly days: number;
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:d|j|g)/i, 1],
  [/^(?:w|sem|set)/i, 7],
];
const WITHIN =
  /^\s?(?:(?:in|within|sous|dans|entro|tra|after)\s)?(\d{1,3})\s?(days?|weeks?|jours?|semaines?|giorn[oi]|settiman[ae])(?![\p{L}])/iu;
const COUNTED = /^\s?[JDT]\s?\+\s?(\d{1,3})(?![\d:])/u;

/** Reads such a length at the beginning of a value; null where none stands there. */
export const dueWithin = (value: string): DueWithin | null => {
  const counted = COUNTED.exec(value);
  if (counted) return { written: counted[0].trim(), days: Number(counted[1]) };
  const [written, figure, unit = ''] = WITHIN.exec(value) ?? [];
  const days = UNITS.find(([pattern]) => pattern.test(unit))?.[1];
  if (written === undefined || days === undefined) return null;
  return { written: written.trim(), days: Number(figure) * days };
};

/** The same behind a label in the text of an action: `(due: 2 weeks)`. */
export const labelledWithin = (text: string): DueWithin | null => {
  for (const { 0: label, index } of text.slice(0, 1000).matchAll(LABEL)) {
    const within = dueWithin(text.slice(index + label.length, index + label.length + 40));
    if (within) return within;
  }
  return null;
};

/** A day to come: where its year is missing, the first such day that is not before the incident. */
export const dayToCome = (
  day: CalendarDay,
  incident: DatedDay | undefined,
): DatedDay | undefined => {
  if (isDated(day)) return day;
  if (!incident) return undefined;
  const same = { ...day, year: incident.year };
  return dayMs(same) >= dayMs(incident) ? same : { ...same, year: incident.year + 1 };
};
