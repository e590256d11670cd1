import type { NumberedLine } from '../text/numberedLine.ts';
import { statedDay, storyDay } from './storyDay.ts';
import type { Notation } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import type { CalendarDay } from '../time/calendarDay.ts';
import { firstOfDays } from '../time/firstOfDays.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { dayMs, isDated, isoDay } from '../time/wallMoment.ts';
import { nearestTo } from '../time/yearOf.ts';

/** The days by which the times of a document that name none are dated. */
export interface DocumentAnchors {
  /** Day of the incident. */
  readonly incident?: DatedDay;
  /** The day in the title. */
  readonly titled?: DatedDay;
  /** The day in the name of the document. */
  readonly named?: DatedDay;
  /** What is said of the day of the incident, where the name of the document is of another. */
  readonly doubt?: string;
}

const PACKED = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/;

/** The same in a title, where figures behind letters or a sign are a number. */
const PACKED_WORD = /(?<![\p{L}\d#])(20\d{2})(\d{2})(\d{2})(?!\d)/u;

/** The first day that a text names, the first of several. */
const dayIn = (text: string, notation: Notation): CalendarDay | undefined => {
  const head = text.slice(0, 300);
  const found = timeMarks(head, notation).find(({ day }) => day);
  return found?.day && (firstOfDays(head, found.start, found.day)?.day ?? found.day);
};

/** The name of a file as words, its date told apart. */
const nameWords = (documentName: string): string =>
  documentName
    .replace(/^.*[/\\]/, '')
    .slice(0, 300)
    .replace(PACKED, '$1-$2-$3 ')
    .replaceAll(/[_]/g, ' ')
    .replace(/(\d{4}-\d{1,2}-\d{1,2})[-T]/, '$1 ');

/** The first day with its year that running text names. */
const firstDay = (lines: readonly NumberedLine[], notation: Notation): CalendarDay | undefined => {
  for (const { text } of lines.slice(0, 2000)) {
    const found = timeMarks(text.slice(0, 500), notation).find(({ day }) => isDated(day));
    if (found) return found.day;
  }
  return undefined;
};

/**
 * Finds the days: in the title, a labelled value, the name of the document unless its text tells of another day, else
 * the first that the text names.
 */
export const documentAnchors = (
  title: string,
  stated: readonly string[],
  documentName: string | undefined,
  lines: readonly NumberedLine[],
  notation: Notation,
): DocumentAnchors => {
  const titled = dayIn(title, notation) ?? dayIn(title.replace(PACKED_WORD, '$1-$2-$3 '), notation);
  const named = documentName === undefined ? undefined : dayIn(nameWords(documentName), notation);
  const surest = [titled, statedDay(lines, (text) => dayIn(text, notation))].flatMap(
    (day) => day ?? [],
  );
  const others = [named, ...stated.map((text) => dayIn(text, notation))].flatMap(
    (day) => day ?? [],
  );
  const days = [...surest, ...others, firstDay(lines, notation)].flatMap((day) => day ?? []);
  const anchor = days.find(isDated);
  const [first] = days;
  if (!anchor || !first) return {};
  const found = nearestTo(first, anchor);
  const told = surest.length > 0 || others.length === 0 ? found : storyDay(lines, found, notation);
  const incident = told ?? found;
  const byName = named && nearestTo(named, anchor);
  return {
    incident,
    ...(titled && { titled: nearestTo(titled, anchor) }),
    ...(byName && { named: byName }),
    ...(byName &&
      !titled &&
      dayMs(byName) !== dayMs(incident) && {
        doubt: `the name of the document is of ${isoDay(byName)}, but it tells of ${isoDay(incident)}: times that name no day are taken to be on that`,
      }),
  };
};
