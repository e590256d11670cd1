import * as t from 'io-ts';
import { Instant, instant, msOf } from './instant.ts';

/**
 * One reading of a time whose zone could not be decided.
 *
 * @public
 */
export interface MomentReading {
  /** The zone this reading supposes, such as `Europe/London` or `UTC`; the same in every moment of the group. */
  readonly zone: string;
  /** First instant it can have been under this reading; absent when unknown. */
  readonly earliest?: Instant;
  /** Last instant it can have been under this reading; absent when unknown. */
  readonly latest?: Instant;
}

/**
 * The readings of a moment that are still open.
 *
 * @public
 */
export interface Undecided {
  /** Moments with the same group shift together: one zone decides them all. */
  readonly group: string;
  /** The readings, in the same order of zones throughout the group. */
  readonly alternatives: readonly MomentReading[];
}

/**
 * When something happened, as exactly as its source says: an interval of instants, both ends included.
 *
 * @remarks
 * Shape: `10h51` is 09:51:00.000 to 09:51:59.999; a clock reading has both ends equal; something known only to
 * be over by then has no `earliest`; something exact that still runs has no `latest`. Where the zone is
 * undecided the ends hold all alternatives.
 * @public
 */
export interface Moment {
  /** First instant it can have been; absent when unknown. */
  readonly earliest?: Instant;
  /** Last instant it can have been; absent when unknown. */
  readonly latest?: Instant;
  /** The text as it stood in the source. */
  readonly written?: string;
  /** Zone that the ends were computed with: an IANA name, an offset, or an abbreviation as it stood. */
  readonly zone?: string;
  /** Where the zone comes from: beside the time, elsewhere in the document, or an assumption. */
  readonly basis?: 'stated' | 'document' | 'assumed';
  /** The readings still open, where the zone could not be decided. */
  readonly undecided?: Undecided;
}

/** The two ends of a moment or of one of its readings. */
type Ends = Pick<Moment, 'earliest' | 'latest'>;

const inOrder = ({ earliest, latest }: Ends): boolean =>
  earliest === undefined || latest === undefined || earliest <= latest;

const MomentReading: t.Type<MomentReading> = t.intersection(
  [t.type({ zone: t.string }), t.partial({ earliest: Instant, latest: Instant })],
  'MomentReading',
);

const Undecided: t.Type<Undecided> = t.type(
  { group: t.string, alternatives: t.readonlyArray(MomentReading) },
  'Undecided',
);

const MomentFields = t.partial({
  earliest: Instant,
  latest: Instant,
  written: t.string,
  zone: t.string,
  basis: t.keyof({ stated: null, document: null, assumed: null }),
  undecided: Undecided,
});

/**
 * The codec of `Moment`; it refuses an end before its start, and a moment that says nothing at all.
 *
 * @public
 */
export const Moment: t.Type<Moment> = t.refinement(
  MomentFields as t.Type<Moment>,
  (moment) =>
    inOrder(moment) &&
    (moment.undecided?.alternatives.every(inOrder) ?? true) &&
    (moment.earliest !== undefined || moment.latest !== undefined || moment.written !== undefined),
  'Moment (earliest not after latest, and at least one of earliest, latest, written)',
);

/**
 * The moment of a clock reading: both ends are that instant.
 *
 * @param at - An instant, or ISO 8601 text with an offset in the calling code.
 * @remarks Errors: throws a RangeError when the text is no such time.
 * @public
 */
export const exactly = (at: string): Moment => {
  const only = instant(at);
  return { earliest: only, latest: only };
};

/**
 * The moment somewhere from one instant to another.
 *
 * @remarks Errors: throws a RangeError when a text is no time or the second is before the first.
 * @public
 */
export const between = (earliest: string, latest: string): Moment => {
  const moment = { earliest: instant(earliest), latest: instant(latest) };
  if (!inOrder(moment)) throw new RangeError(`expected ${latest} not before ${earliest}`);
  return moment;
};

/**
 * The moment of which only the last possible instant is known: it had happened by then.
 *
 * @remarks Errors: throws a RangeError when the text is no such time.
 * @public
 */
export const noLaterThan = (latest: string): Moment => ({ latest: instant(latest) });

/**
 * The one instant that stands for a moment in an order: its earliest, else its latest.
 *
 * @public
 */
export const anchorOf = ({ earliest, latest }: Moment): Instant | undefined => earliest ?? latest;

/**
 * Length of the interval a moment spans: 0 for a clock reading, infinite with an end missing.
 *
 * @remarks Units: milliseconds.
 * @public
 */
export const widthMs = ({ earliest, latest }: Moment): number =>
  earliest === undefined || latest === undefined ? Infinity : msOf(latest) - msOf(earliest);

/**
 * Whether two moments can have been the same instant, so that their order is uncertain.
 *
 * @public
 */
export const mayCoincide = (
  a: Pick<Moment, 'earliest' | 'latest'>,
  b: Pick<Moment, 'earliest' | 'latest'>,
): boolean =>
  !(a.latest !== undefined && b.earliest !== undefined && a.latest < b.earliest) &&
  !(b.latest !== undefined && a.earliest !== undefined && b.latest < a.earliest);

/**
 * Whether the first moment lies wholly inside the second and is more exact.
 *
 * @public
 */
export const refines = (fine: Moment, coarse: Moment): boolean =>
  widthMs(fine) < widthMs(coarse) &&
  fine.earliest !== undefined &&
  fine.latest !== undefined &&
  (coarse.earliest === undefined || fine.earliest >= coarse.earliest) &&
  (coarse.latest === undefined || fine.latest <= coarse.latest);
