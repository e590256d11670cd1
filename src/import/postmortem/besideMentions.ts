import type { Claim } from '../../events/claim.ts';
import type { Mention } from '../../events/communication.ts';
import type { Moment } from '../../primitives/moment.ts';
import type { SpokenEntry } from './documentFacts.ts';
import type { DocumentTimes } from './documentTimes.ts';
import { parallelMoment } from './parallelWitnesses.ts';
import type { Postmortem } from '../prose/postmortem.ts';

/** Zones are written to the minute; those who write them round. */
const TOLERANCE = 2 * 60_000;

const isApart = (one: Moment, other: Moment): boolean => {
  const [a, b, c, d] = [one.earliest, one.latest, other.earliest, other.latest].map((instant) =>
    instant === undefined ? NaN : Date.parse(instant),
  );
  return (a ?? NaN) > (d ?? NaN) + TOLERANCE || (c ?? NaN) > (b ?? NaN) + TOLERANCE;
};

/** The type of the first claim made of each line, by its number. */
const typesByLine = (claims: readonly Claim[]): ReadonlyMap<string, string> => {
  const types = new Map<string, string>();
  for (const { source, type } of claims) {
    const line = /, line (\d+)$/.exec(source.locator ?? '')?.[1];
    if (line !== undefined && type !== 'NoteAdded' && !types.has(line)) types.set(line, type);
  }
  return types;
};

/**
 * What lines tell that tell a time twice, on the clocks of two zones, where the two are not one time: both are kept as
 * mentions, which are compared and never taken for a claim. Those that agree tell nothing new.
 */
export const besideMentions = (
  { page }: Postmortem,
  times: DocumentTimes,
  spoken: readonly SpokenEntry[],
): readonly Mention[] => {
  let types: ReadonlyMap<string, string> | undefined;
  return spoken.flatMap(({ language, entry }) => {
    const beside = entry.parallel && parallelMoment(entry);
    const moment = times.momentOf(entry);
    if (!beside || !isApart(moment, beside)) return [];
    types ??= typesByLine(page.reading.claims);
    const about = types.get(`${entry.line}`) ?? 'NoteAdded';
    page.reading.warn(
      `line ${entry.line}`,
      `"${entry.mark.written}" and "${beside.written ?? ''}" beside it are not the same time; the first is taken`,
    );
    return [
      { about, moment, language },
      { about, moment: beside, language: 'und' },
    ];
  });
};
