import type { Mention } from '../events/communication.ts';
import type { Moment } from '../primitives/moment.ts';
import { mayCoincide } from '../primitives/moment.ts';
import type { DatedUpdate } from './datedUpdates.ts';
import type { Page } from './page.ts';
import type { ProseTime } from './proseTimes.ts';
import { proseTimes } from './proseTimes.ts';
import type { ClaimPlace } from './reading.ts';
import type { LanguagePart } from './splitLanguages.ts';
import { momentOf } from './timeSetting.ts';
import type { DatedDay } from './wallMoment.ts';
import { lastBefore, nextDay } from './yearOf.ts';

const dayOf = ({ mark, day }: ProseTime, update: DatedUpdate): DatedDay | undefined => {
  const named = mark.day ?? day?.day;
  if (!named) return update.day;
  if (named.year !== undefined) return { ...named, year: named.year };
  return update.day && lastBefore(named, update.day);
};

const minutesOf = ({ mark }: ProseTime): number =>
  (mark.clock?.hour ?? 0) * 60 + (mark.clock?.minute ?? 0);

/** The times that the text of an update speaks of, as moments. */
export const mentionsIn = (
  page: Page,
  update: DatedUpdate,
  parts: readonly LanguagePart[],
): readonly Mention[] => {
  let start: ProseTime | undefined;
  return proseTimes(parts, page.notation).map((time) => {
    let day = dayOf(time, update);
    if (time.about === 'ImpactStarted') start = time;
    // A range that ends before it begins, both on one day, ends past midnight.
    const past = start?.language === time.language && minutesOf(time) < minutesOf(start);
    if (day && past && !time.mark.day && time.about === 'ImpactEnded') day = nextDay(day);
    const moment = momentOf(time.mark, day, page.local, page.reading, update.place);
    return { about: time.about, moment, language: time.language };
  });
};

const disagree = (a: Moment, b: Moment): boolean => !mayCoincide(a, b);

/** Whether what a text says in one language cannot be what it says in another. */
export const contradicts = (mentions: readonly Mention[]): boolean =>
  mentions.some((a, index) =>
    mentions.slice(index + 1).some((b) => a.about === b.about && disagree(a.moment, b.moment)),
  );

/** Claims the start and end of the impact that a text speaks of. */
export const impactTimes = (page: Page, mentions: readonly Mention[], place: ClaimPlace): void => {
  const seen = new Set<string>();
  for (const { about, moment } of mentions) {
    if (seen.has(about)) continue;
    seen.add(about);
    const type = about === 'ImpactStarted' ? about : 'ImpactEnded';
    for (const { impactId } of page.impacts) {
      page.reading.add(type, { impactId }, { ...place, occurredAt: moment });
    }
  }
};
