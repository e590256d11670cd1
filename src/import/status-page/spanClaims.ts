import type { Degree } from '../../events/impact.ts';
import type { Instant } from '../../primitives/instant.ts';
import { msOf } from '../../primitives/instant.ts';
import type { Moment } from '../../primitives/moment.ts';
import type { DatedUpdate } from '../prose/datedUpdates.ts';
import { lastDay } from '../prose/lastDay.ts';
import type { ClaimPlace, Reading } from '../reading.ts';
import { minutesOf } from '../time/dayKeeper.ts';
import type { TimeMark } from '../time/timeMark.ts';
import type { TimeSetting } from '../time/timeSetting.ts';
import { momentOf, unheard } from '../time/timeSetting.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { dayMs, isDated } from '../time/wallMoment.ts';
import { nextDay } from '../time/yearOf.ts';
import type { StatusSpan } from './statusSpans.ts';

/** An impact whose component had its statuses from time to time. */
export interface SpannedImpact {
  /** Its id. */
  readonly impactId: string;
  /** The component. */
  readonly component: string;
  /** When it had which status. */
  readonly spans: readonly StatusSpan[];
}

interface Stretch {
  readonly degree?: Degree;
  readonly from: Moment;
  readonly to: Moment;
  readonly isEmpty: boolean;
}

/** What the days of spans are found with. */
export interface SpanSetting {
  /** The updates of the page, the oldest first. */
  readonly updates: readonly DatedUpdate[];
  /** What its displayed times mean. */
  readonly shown: TimeSetting;
  /** Whether the incident is over; until then the last status goes on. */
  readonly isOver: boolean;
}

const CLOCKS_DIFFER = 5 * 60_000;
const DAY = 24 * 60 * 60_000;

const msIn = (instant: Instant | undefined): number =>
  instant === undefined ? NaN : msOf(instant);

/** The day of the beginning of a span: the one it tells, else that which brings it between the first and the last update. */
const dayOf = (mark: TimeMark, { updates, shown }: SpanSetting): DatedDay | null => {
  if (isDated(mark.day)) return mark.day;
  const [first, last] = [updates[0], updates.at(-1)];
  if (!first?.day || !last) return null;
  const from = msIn(first.moment.earliest) - CLOCKS_DIFFER;
  const to = msIn(last.moment.latest) + CLOCKS_DIFFER;
  if (!(to - from < DAY)) return null;
  const days = [first.day, nextDay(first.day), nextDay(first.day, -1)];
  const isBetween = (day: DatedDay): boolean => {
    const at = msIn(momentOf(mark, day, shown, unheard, '').earliest);
    return at >= from && at <= to;
  };
  return days.find(isBetween) ?? lastDay(mark, first.day, first, shown);
};

const stretchOf = (
  { degree, from, to }: StatusSpan,
  setting: SpanSetting,
  reading: Reading,
): Stretch | null => {
  const begun = dayOf(from, setting);
  if (!begun) return null;
  const past = minutesOf(to) < minutesOf(from) ? nextDay(begun) : begun;
  const over = isDated(to.day) ? to.day : past;
  return {
    ...(degree && { degree }),
    from: momentOf(from, begun, setting.shown, reading, 'header'),
    to: momentOf(to, over, setting.shown, reading, 'header'),
    isEmpty: dayMs(begun) === dayMs(over) && minutesOf(from) === minutesOf(to),
  };
};

/**
 * Claims the impact that the statuses of a component tell; false when they tell none.
 */
export const spanClaims = (
  { impactId, component, spans }: SpannedImpact,
  setting: SpanSetting,
  reading: Reading,
  place: ClaimPlace,
): boolean => {
  const told = spans.flatMap((span) => stretchOf(span, setting, reading) ?? []);
  const bad = told
    .filter(
      ({ degree, isEmpty, from }) => degree !== 'none' && !isEmpty && from.earliest !== undefined,
    )
    .toSorted((one, other) => ((one.from.earliest ?? '') < (other.from.earliest ?? '') ? -1 : 1));
  const last = bad.at(-1);
  if (told.length < spans.length)
    reading.warn(
      'header',
      `the statuses of "${component}" name no day; when it had them is left out`,
    );
  if (!last || told.length < spans.length) return false;
  for (const [index, { degree, from }] of bad.entries()) {
    const before = bad[index - 1];
    if (before && before.to.earliest !== from.earliest)
      reading.add(
        'ImpactChanged',
        { impactId, component, degree: 'none' },
        { ...place, occurredAt: before.to },
      );
    const data = { impactId, component, degree: degree ?? 'unspecified' };
    reading.add(index === 0 ? 'ImpactStarted' : 'ImpactChanged', data, {
      ...place,
      occurredAt: from,
    });
  }
  if (setting.isOver) reading.add('ImpactEnded', { impactId }, { ...place, occurredAt: last.to });
  return true;
};
