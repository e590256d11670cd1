import type { DocumentEntry } from './documentEntry.ts';
import type { Moment } from '../../primitives/moment.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { wallMoment } from '../time/wallMoment.ts';
import type { Witness } from '../time/witness.ts';
import { wallMsOf } from './witnessedZone.ts';
import { nextDay } from '../time/yearOf.ts';
import { zoneOf } from '../time/zone.ts';

const HOUR = 60 * 60_000;
const [LEAST, MOST] = [-12 * HOUR, 14 * HOUR];

/** The time beside that of an entry as a moment, on the day on which the two clocks are least apart. */
export const parallelMoment = ({ parallel, mark, day }: DocumentEntry): Moment | null => {
  const zone = parallel?.zone === undefined ? null : zoneOf(parallel.zone);
  const wall = wallMsOf({ mark, ...(day && { day }) });
  if (!parallel?.clock || !zone || !day || wall === null) return null;
  const { clock, written } = parallel;
  const on = (one: DatedDay): Moment =>
    wallMoment({ day: one, clock, zone, basis: 'stated', written, group: '' }).moment;
  const named = parallel.day && { ...parallel.day, year: parallel.day.year ?? day.year };
  if (named) return on(named);
  const near = [-1, 0, 1].flatMap((days) => {
    const moment = on(nextDay(day, days));
    const ahead = moment.earliest === undefined ? Infinity : wall - Date.parse(moment.earliest);
    return ahead >= LEAST && ahead <= MOST ? [{ moment, ahead: Math.abs(ahead) }] : [];
  });
  return near.toSorted((one, other) => one.ahead - other.ahead)[0]?.moment ?? null;
};

/** The times that stand beside others on the clock of a zone which leaves nothing open: each tells an instant. */
export const parallelWitnesses = (entries: readonly DocumentEntry[]): readonly Witness[] =>
  entries.flatMap((entry) => {
    const { parallel, line } = entry;
    if (entry.origin === 'prose' || parallel?.zone === undefined) return [];
    const moment = parallelMoment(entry);
    const sure = moment?.undecided === undefined && moment?.basis === 'stated';
    if (moment?.earliest === undefined || moment.latest === undefined || !sure) return [];
    const ms = Date.parse(moment.earliest);
    return [
      {
        what: 'time beside it',
        ms,
        widthMs: Date.parse(moment.latest) - ms + 1,
        written: parallel.written,
        line,
      },
    ];
  });
