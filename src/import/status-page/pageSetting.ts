import type { FoundUpdate } from '../prose/foundUpdate.ts';
import type { ReadOptions } from '../importer.ts';
import { nearestTo } from '../time/yearOf.ts';
import type { PageHeader } from './pageHeader.ts';
import type { TimeMark } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import type { TimeSetting } from '../time/timeSetting.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import type { Zone } from '../time/zone.ts';
import { zoneOf } from '../time/zone.ts';

const UTC: Zone = zoneOf('UTC') ?? { written: 'UTC', readingsAt: () => [] };

/** A day of the incident whose year is known: from the top of the page, an update, another line, or the document's name. */
export const anchorDay = (
  header: PageHeader,
  updates: readonly FoundUpdate[],
  documentName: string | undefined,
): DatedDay | undefined => {
  const named =
    documentName === undefined
      ? []
      : timeMarks(documentName.slice(0, 300).replaceAll(/[_T]/g, ' '));
  const marks: readonly (TimeMark | undefined)[] = [
    ...header.marks,
    ...updates.map(({ mark }) => mark),
    ...header.unknown.slice(0, 50).flatMap(({ text }) => timeMarks(text.slice(0, 200))),
    ...named,
  ];
  const dated = marks.find((mark) => mark?.day?.year !== undefined)?.day;
  return dated?.year === undefined ? undefined : { ...dated, year: dated.year };
};

/** The day that the top of a page names, its year known. */
export const headerDay = (
  header: PageHeader,
  anchor: DatedDay | undefined,
): DatedDay | undefined => {
  const day = header.sentence?.mark?.day ?? header.marks.find((mark) => mark.day)?.day;
  if (!day) return undefined;
  if (day.year !== undefined) return { ...day, year: day.year };
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
