import type { Moment } from '../../primitives/moment.ts';

/** The moment from the beginning of one to the end of another, as a range in a text means it. */
export const spanOf = (from: Moment, to: Moment, written: string): Moment => {
  const { earliest, zone, basis } = from;
  const { latest } = to;
  if (earliest === undefined || latest === undefined || latest < earliest)
    return { ...from, written };
  const ends = to.undecided?.alternatives;
  const undecided = from.undecided && {
    group: from.undecided.group,
    alternatives: from.undecided.alternatives.map((one, index) => {
      const last = ends?.[index]?.latest ?? latest;
      return {
        ...one,
        latest: one.earliest !== undefined && last < one.earliest ? one.earliest : last,
      };
    }),
  };
  return {
    earliest,
    latest,
    written,
    ...(zone !== undefined && { zone }),
    ...(basis && { basis }),
    ...(undecided && { undecided }),
  };
};
