import type { FoundUpdate } from '../prose/foundUpdate.ts';
import type { ReadOptions } from '../importer.ts';
import { nearestTo } from '../time/yearOf.ts';
import type { PageHeader } from './pageHeader.ts';
import type { Reading } from '../reading.ts';
import type { TimeMark } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import type { TimeSetting } from '../time/timeSetting.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { dayMs, isDated, isoDay } from '../time/wallMoment.ts';
import type { Zone } from '../time/zone.ts';
import { zoneOf } from '../time/zone.ts';

const UTC: Zone = zoneOf('UTC') ?? { written: 'UTC', readingsAt: () => [] };

const LOOKED_AT = 200;
/** How far from the updates a day can be that a text tells with its year, so that they are of that year. */
const NEAR = 15 * 24 * 60 * 60_000;

/** The days of a text that have their year. */
const daysIn = (text: string): readonly DatedDay[] =>
  timeMarks(text.slice(0, 500))
    .map(({ day }) => day)
    .filter(isDated);

/**
 * The first day of the updates with the year that the months or else the texts of the page tell; where they tell several
 * years, it is open. Only where each update has its day: a day that a text speaks of is not that of the update.
 */
const witnessedYear = (
  { months, title = '' }: PageHeader,
  updates: readonly FoundUpdate[],
  reading: Pick<Reading, 'warn'>,
): DatedDay | undefined => {
  const days = updates.map(({ mark }) => mark?.day);
  const [first] = days;
  if (!first || days.includes(undefined)) return undefined;
  const said = (): readonly DatedDay[] =>
    updates
      .flatMap(({ body }) => body)
      .slice(0, LOOKED_AT)
      .flatMap(({ text }) => daysIn(text))
      .filter((day) => Math.abs(dayMs(nearestTo(first, day)) - dayMs(day)) <= NEAR);
  for (const witnesses of [() => months, () => daysIn(title), said]) {
    const found = new Set(witnesses().map((day) => nearestTo(first, day).year));
    const [year] = found;
    if (year === undefined) continue;
    if (found.size > 1) return undefined;
    if (witnesses === said)
      reading.warn('document', `no update tells its year; ${year} is taken from their texts`);
    return { ...first, year };
  }
  return undefined;
};

/** The first day that has its year. */
const datedIn = (marks: readonly (TimeMark | undefined)[]): DatedDay | undefined =>
  marks.map((mark) => mark?.day).find(isDated);

/** The day in the name of a document, its year written. */
const namedDay = (documentName: string | undefined): DatedDay | undefined =>
  datedIn(timeMarks(documentName?.slice(0, 300).replaceAll(/[_T]/g, ' ') ?? ''));

/** The day on which a page was seen, where it calls it `today`: that in the name of the document. */
export const seenDay = (
  updates: readonly FoundUpdate[],
  documentName: string | undefined,
  reading: Pick<Reading, 'warn'>,
): DatedDay | undefined => {
  const told = updates.find(({ mark }) => mark?.daysBefore !== undefined)?.mark;
  if (!told) return undefined;
  const named = namedDay(documentName);
  reading.warn(
    'document',
    named
      ? `"${told.written}" and the like are counted from ${isoDay(named)}, the day in the document's name`
      : `no day is known that "${told.written}" and the like count from; one in the document's name, as in page-2024-12-17.txt, would tell it`,
  );
  return named;
};

/** A day of the incident whose year is known: from the top of the page, an update, another line, or the document's name. */
export const anchorDay = (
  header: PageHeader,
  updates: readonly FoundUpdate[],
  documentName: string | undefined,
  reading: Pick<Reading, 'warn'>,
): DatedDay | undefined => {
  const sure = datedIn([...header.marks, ...updates.map(({ mark }) => mark)]);
  if (sure) return sure;
  for (const { number, text } of header.unknown.slice(0, 50)) {
    const dated = datedIn(timeMarks(text.slice(0, 200)));
    if (!dated) continue;
    const told = updates.find(({ mark }) => mark?.day)?.mark?.day;
    const { year } = told ? nearestTo(told, dated) : dated;
    reading.warn('document', `no update tells its year; ${year} is taken from line ${number}`);
    return dated;
  }
  return namedDay(documentName) ?? witnessedYear(header, updates, reading);
};

/** The day that the top of a page names, its year known. */
export const headerDay = (
  header: PageHeader,
  anchor: DatedDay | undefined,
): DatedDay | undefined => {
  const day = header.sentence?.mark?.day ?? header.marks.find((mark) => mark.day)?.day;
  if (!day) return undefined;
  if (isDated(day)) return day;
  return anchor && nearestTo(day, anchor);
};

/**
 * What the times that a page displays mean: the zone that stands with one of them holds for all.
 *
 * @param general - The zone that the page says all its times are in.
 */
export const shownSetting = (
  updates: readonly FoundUpdate[],
  options: ReadOptions,
  group: string,
  orderKnown: boolean,
  general: string | null,
): TimeSetting => {
  const stated =
    updates.find(({ mark }) => mark?.zone !== undefined && zoneOf(mark.zone) !== null)?.mark
      ?.zone ?? general;
  const shared = {
    group,
    orderKnown,
    ...(options.zone !== undefined && { preferred: options.zone }),
  };
  const zone = stated === null ? null : zoneOf(stated, options.zone);
  if (zone) return { zone, basis: 'document', ...shared };
  const told = options.zone === undefined ? null : zoneOf(options.zone);
  return { zone: told ?? UTC, basis: 'assumed', ...shared };
};

/** What local times in prose mean: in the zone that the document states for some, else as the reader says, else as shown. */
export const localSetting = (
  stated: string | null,
  shown: TimeSetting,
  options: ReadOptions,
): TimeSetting => {
  const zone = stated === null ? null : zoneOf(stated, options.zone);
  if (zone) return { ...shown, zone, basis: 'document' };
  // A page that shows local times shows them in the zone in which its people write.
  if (shown.basis === 'document' && shown.zone.written !== 'UTC' && shown.zone.written !== 'GMT') {
    return shown;
  }
  const told = options.zone === undefined ? null : zoneOf(options.zone);
  return { ...shown, zone: told ?? shown.zone, basis: 'assumed' };
};
