import type { Instant } from '../primitives/instant.ts';
import type { Moment } from '../primitives/moment.ts';
import { widthMs } from '../primitives/moment.ts';
import { plain } from './plain.ts';
import type { ZonedClock } from './zonedClock.ts';

/** An interval shorter than this is shown by its beginning: a minute as people write it. */
const MINUTE_MS = 60_000;

/** The last instant of a minute as that minute: `10:14` for 10:14:59.999. */
const endText = (latest: Instant, clock: ZonedClock): string =>
  clock.timeOf(latest).replace(/:59\.999$/, '');

/**
 * A moment for people: `10:51` when it is known to the minute, `≤ 10:14` when only its end is known, `≥ 10:14`
 * when only its beginning is, `10:00–11:30` when it lies somewhere between; `?` marks an undecided zone. One
 * without either end is shown as its source wrote it.
 *
 * @public
 */
export const momentText = (moment: Moment, clock: ZonedClock): string => {
  const { earliest, latest, undecided, written = '' } = moment;
  const doubt = undecided ? ' ?' : '';
  if (earliest === undefined) {
    if (latest === undefined) return written === '' ? 'unknown' : `“${plain(written)}”`;
    return `≤ ${endText(latest, clock)}${doubt}`;
  }
  if (latest === undefined) return `≥ ${clock.timeOf(earliest)}${doubt}`;
  if (widthMs(moment) < MINUTE_MS) return `${clock.timeOf(earliest)}${doubt}`;
  const end = endText(latest, clock);
  const sameDay = clock.dayOf(earliest) === clock.dayOf(latest);
  // A clock that shows days shows them in its times.
  const day = sameDay || end.startsWith(clock.dayOf(latest)) ? '' : `${clock.dayOf(latest)} `;
  return `${clock.timeOf(earliest)}–${day}${end}${doubt}`;
};
