import type { Moment } from '../../primitives/moment.ts';
import type { Reading } from '../reading.ts';
import type { TimeMark } from './timeMark.ts';
import type { DatedDay } from './wallMoment.ts';
import { wallMoment } from './wallMoment.ts';
import type { Zone } from './zone.ts';
import { zoneOf } from './zone.ts';

/** What a document and the reader's options say about times that do not say it themselves. */
export interface TimeSetting {
  /** Zone of times that name none. */
  readonly zone: Zone;
  /** Where that zone comes from. */
  readonly basis: 'stated' | 'document' | 'assumed';
  /** Zone the reader was told of; it decides between the meanings of an abbreviation. */
  readonly preferred?: string;
  /** Name of the group of moments whose zone is decided together. */
  readonly group: string;
  /** Whether the document itself shows the order of day and month in its dates. */
  readonly orderKnown: boolean;
}

/** A date of numbers. */
const NUMERIC = /(\d{1,2})[/.-]\d{1,2}(?:[/.-]|(?!\d))/;

/** Where what was assumed about a time is told. */
type Warnings = Pick<Reading, 'warn' | 'warnOnce'>;

const ignored = (): void => undefined;

/** Tells nobody: for a moment that is only looked at. */
export const unheard: Warnings = { warn: ignored, warnOnce: ignored };

/** Makes a written time a moment, with warnings for what was assumed; only `written` when it cannot be told. */
export const momentOf = (
  mark: TimeMark,
  day: DatedDay | undefined,
  setting: TimeSetting,
  reading: Warnings,
  place: string,
): Moment => {
  const { written } = mark;
  const zone = mark.zone === undefined ? setting.zone : zoneOf(mark.zone, setting.preferred);
  if (!zone) {
    reading.warn(
      place,
      `${mark.zone ?? ''} is no zone known; "${written}" is kept as written only`,
    );
    return { written };
  }
  if (!day) {
    reading.warn(place, `no day or year is known for "${written}"; it is kept as written only`);
    return { written };
  }
  if (mark.day?.ambiguous === true && !setting.orderKnown) {
    const first = Number(NUMERIC.exec(written)?.[1]) === mark.day.day ? 'day' : 'month';
    reading.warnOnce(
      place,
      `order ${first}`,
      `"${written}" is read with the ${first} first; the document does not show its order`,
    );
  }
  const basis = mark.zone === undefined ? setting.basis : 'stated';
  if (basis === 'assumed' && zone.doubt === undefined) {
    reading.warnOnce(
      place,
      `zone ${zone.written}`,
      `no zone is named for "${written}" and the like; ${zone.written} is assumed`,
    );
  }
  const { clock } = mark;
  const { moment, doubts } = wallMoment({ day, clock, zone, basis, written, group: setting.group });
  for (const doubt of doubts) reading.warnOnce(place, doubt, doubt);
  return moment;
};
