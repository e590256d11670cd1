import type { NumberedLine } from '../text/numberedLine.ts';
import type { Notation } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import type { CalendarDay } from '../time/calendarDay.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { nearestTo } from '../time/yearOf.ts';

/** The days by which the times of a document that name none are dated. */
export interface DocumentAnchors {
  /** Day of the incident. */
  readonly incident?: DatedDay;
  /** The day in the title. */
  readonly titled?: DatedDay;
}

const PACKED = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/;

const dayIn = (text: string, notation: Notation): CalendarDay | undefined =>
  timeMarks(text.slice(0, 300), notation).find(({ day }) => day)?.day;

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
    const found = timeMarks(text.slice(0, 500), notation).find(
      ({ day }) => day?.year !== undefined,
    );
    if (found) return found.day;
  }
  return undefined;
};

/** Finds the days: in the title, a labelled value, the name of the document, else the first that the text names. */
export const documentAnchors = (
  title: string,
  stated: readonly string[],
  documentName: string | undefined,
  lines: readonly NumberedLine[],
  notation: Notation,
): DocumentAnchors => {
  const titled = dayIn(title, notation);
  const named = documentName === undefined ? undefined : dayIn(nameWords(documentName), notation);
  const days = [
    titled,
    named,
    ...stated.map((text) => dayIn(text, notation)),
    firstDay(lines, notation),
  ].flatMap((day) => day ?? []);
  const whole = days.find(({ year }) => year !== undefined);
  const anchor: DatedDay | undefined =
    whole?.year === undefined ? undefined : { ...whole, year: whole.year };
  const [first] = days;
  if (!anchor || !first) return {};
  return {
    incident: nearestTo(first, anchor),
    ...(titled && { titled: nearestTo(titled, anchor) }),
  };
};
