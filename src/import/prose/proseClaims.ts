import type { Mention } from '../../events/communication.ts';
import type { Moment } from '../../primitives/moment.ts';
import { mayCoincide } from '../../primitives/moment.ts';
import type { DatedUpdate } from './datedUpdates.ts';
import type { Page } from './page.ts';
import type { ProseTime } from './proseTimes.ts';
import { proseTimes } from './proseTimes.ts';
import type { ClaimPlace } from '../reading.ts';
import { isAhead, lastDay } from './lastDay.ts';
import type { LanguagePart } from '../text/splitLanguages.ts';
import type { TimeMark } from '../time/timeMark.ts';
import { momentOf } from '../time/timeSetting.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { isDated } from '../time/wallMoment.ts';
import { lastBefore, nextDay } from '../time/yearOf.ts';

const minutesOf = ({ mark }: ProseTime): number =>
  (mark.clock?.hour ?? 0) * 60 + (mark.clock?.minute ?? 0);

const namedDay = ({ mark, day }: ProseTime, update: DatedUpdate): DatedDay | undefined => {
  const named = mark.day ?? day?.day;
  if (!named) return undefined;
  if (isDated(named)) return named;
  return update.day && lastBefore(named, update.day);
};

/** The times that one language of an update speaks of: each is on the last such day before the update. */
const mentionsOf = (
  page: Page,
  update: DatedUpdate,
  times: readonly ProseTime[],
  unnamedDay: (mark: TimeMark) => DatedDay | undefined,
): readonly Mention[] => {
  const [first] = times;
  const last = times.at(-1);
  if (!first || !last) return [];
  const past = minutesOf(last) < minutesOf(first);
  const before = first.yesterday === true && update.day ? nextDay(update.day, -1) : undefined;
  const from = namedDay(first, update) ?? before;
  const to = last.mark.day && namedDay(last, update);
  // "from 22:40 to 00:10 on September 4" does not say on which day it began.
  const near = to ? undefined : unnamedDay(first.mark);
  const day = from ?? (to && !past ? to : near);
  const mentions: Mention[] = [];
  for (const time of times) {
    const on = time === first ? day : (to ?? (day && (past ? nextDay(day) : day)));
    const moment = momentOf(time.mark, on, page.local, page.reading, update.place);
    if (isAhead(moment, update.edited ?? update.moment)) {
      page.reading.warn(
        update.place,
        `"${time.mark.written}" is later than the update that speaks of it; no claim is made of it`,
      );
    } else mentions.push({ about: time.about, moment, language: time.language });
  }
  return mentions;
};

/**
 * The times that the text of an update speaks of, as moments.
 *
 * @param unnamedDay - The day of a time that names none; the last before the update when absent.
 */
export const mentionsIn = (
  page: Page,
  update: DatedUpdate,
  parts: readonly LanguagePart[],
  unnamedDay = (mark: TimeMark): DatedDay | undefined =>
    update.day && lastDay(mark, update.day, update, page.local),
): readonly Mention[] => {
  const told = proseTimes(parts, page.notation);
  if (told.length === 0) return [];
  const languages = new Set(told.map(({ language }) => language));
  const mentions: Mention[] = [];
  for (const language of languages) {
    const times = told.filter((time) => time.language === language);
    mentions.push(...mentionsOf(page, update, times, unnamedDay));
  }
  return mentions;
};

const disagree = (a: Moment, b: Moment): boolean => !mayCoincide(a, b);

/** Whether what a text says in one language cannot be what it says in another. */
export const contradicts = (mentions: readonly Mention[]): boolean =>
  mentions.some((a, index) =>
    mentions.some(
      (b, other) => other > index && a.about === b.about && disagree(a.moment, b.moment),
    ),
  );

/** Claims the start and end of the impact that a text speaks of. */
export const impactTimes = (page: Page, mentions: readonly Mention[], place: ClaimPlace): void => {
  for (const [index, { about, moment }] of mentions.entries()) {
    if (mentions.findIndex((one) => one.about === about) < index) continue;
    const type = about === 'ImpactStarted' ? about : 'ImpactEnded';
    for (const { impactId } of page.impacts) {
      page.reading.add(type, { impactId }, { ...place, occurredAt: moment });
    }
  }
};
