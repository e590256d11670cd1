import { calendarDayAt } from './calendarDay.ts';
import type { DatedDay } from './wallMoment.ts';
import { dayMs } from './wallMoment.ts';
import { nextDay } from './yearOf.ts';

/** A day of the week without its date, perhaps with its day of the month: `Sunday`, `samedi 13`. */
export interface NamedWeekday {
  /** Sunday is 0. */
  readonly weekday: number;
  /** Its day of the month, where written. */
  readonly day?: number;
  /** As it stood. */
  readonly written: string;
}

/** A word for a day: its name, or where it is from the day of the text. */
export type DayWord = NamedWeekday | 'today' | 'yesterday';

/** The names in three languages, from Sunday on; short ones, such as `sat` and `mar`, are words as well. */
const NAMES: readonly (readonly string[])[] = [
  ['sunday', 'dimanche', 'domenica'],
  ['monday', 'lundi', 'lunedì', 'lunedi'],
  ['tuesday', 'mardi', 'martedì', 'martedi'],
  ['wednesday', 'mercredi', 'mercoledì', 'mercoledi'],
  ['thursday', 'jeudi', 'giovedì', 'giovedi'],
  ['friday', 'vendredi', 'venerdì', 'venerdi'],
  ['saturday', 'samedi', 'sabato'],
];
const indices = new Map(NAMES.flatMap((names, index) => names.map((name) => [name, index])));

const NAMED = String.raw`(?:the |le |il )?(${[...indices.keys()].join('|')})(?:,?\s(?:the\s|le\s)?(\d{1,2})(?:st|nd|rd|th|er)?(?![\p{L}\d:.]))?`;
const PART = String.raw`(?:\s(?:morning|afternoon|evening|night|matin|apr[èe]s-midi|soir|mattina|pomeriggio|sera))?`;
const LEAD = String.raw`(?:(?:at|around|about|approximately|from|between|vers|à|de|dès|entre|environ|alle(?:\sore)?|dalle(?:\sore)?|verso\sle|tra\sle|ore)\s)`;
const TODAY =
  "today|this (?:morning|afternoon|evening)|aujourd['’]hui|ce (?:matin|soir)|cet apr[èe]s-midi|oggi|stamattina|questa mattina";
const BEFORE = new RegExp(String.raw`(?<![\p{L}])${NAMED}${PART},?\s${LEAD}{0,2}$`, 'iu');
const NEAR = new RegExp(
  String.raw`(?<![\p{L}])(?:(${TODAY})|yesterday|hier|ieri)${PART},?\s${LEAD}{0,2}$`,
  'iu',
);
const AT_START = new RegExp(
  String.raw`^[^\p{L}\p{N}]{0,6}${NAMED}(?![\p{L}])${PART}[\s,:–—-]{0,3}${LEAD}?`,
  'iu',
);
const BEHIND = new RegExp(
  String.raw`^\s(?:(?:on|le|de|del|di)\s)?(?:${NAMED}${PART}|(?:(${TODAY})|yesterday|hier|ieri)${PART})(?![\p{L}'’]|,?\s(?:at\s|à\s)?\d)`,
  'iu',
);
const LOOKED_BACK = 60;
const HALF_WEEK = 3;
const HALF_MONTH = 15;

const named = (name: string, day: string | undefined): NamedWeekday => ({
  weekday: indices.get(name.toLowerCase()) ?? 0,
  ...(day !== undefined && { day: Number(day) }),
  written: day === undefined ? name : `${name} ${day}`,
});

/** A word for a day that stands right before a time in a text; null where none does. */
export const dayWordBefore = (text: string, at: number): DayWord | null => {
  const before = text.slice(Math.max(0, at - LOOKED_BACK), at);
  const [, name, day] = BEFORE.exec(before) ?? [];
  if (name !== undefined) return named(name, day);
  const near = NEAR.exec(before);
  return near && (near[1] === undefined ? 'yesterday' : 'today');
};

/** A word for a day that stands right behind a time in a text: `04:40 on Friday morning`; null where none does. */
export const dayWordBehind = (text: string, at: number): DayWord | null => {
  const [all, name, day, today] = BEHIND.exec(text.slice(at, at + LOOKED_BACK)) ?? [];
  if (all === undefined) return null;
  if (name !== undefined) return named(name, day);
  return today === undefined ? 'yesterday' : 'today';
};

/** The day of the week with which a line begins, and where that ends; null where it begins with none, or with a date. */
export const weekdayAtStart = (
  line: string,
): { readonly named: NamedWeekday; readonly end: number } | null => {
  const [all, name, day] = AT_START.exec(line) ?? [];
  if (all === undefined || name === undefined) return null;
  if (calendarDayAt(line, line.indexOf(name))) return null;
  return { named: named(name, day), end: all.length };
};

/** Whether a day may be called by a name of a day of the week, whole or short; a name that is not known may be that of any. */
export const mayBe = (name: string, day: DatedDay): boolean => {
  const short = name.toLowerCase().replace('.', '');
  const weekday = NAMES.findIndex((names) => names.some((whole) => whole.startsWith(short)));
  return weekday < 0 || short.length < 3 || new Date(dayMs(day)).getUTCDay() === weekday;
};

const fits = (day: DatedDay, { weekday, day: figures }: NamedWeekday): boolean =>
  new Date(dayMs(day)).getUTCDay() === weekday && (figures === undefined || figures === day.day);

/** Such a day nearest to another: with its day of the month in the weeks around, else within half a week. */
export const weekdayNear = (weekday: NamedWeekday, near: DatedDay): DatedDay | undefined => {
  const most = weekday.day === undefined ? HALF_WEEK : HALF_MONTH;
  for (let days = 0; days <= most; days++) {
    const found = [days, -days].map((by) => nextDay(near, by)).find((day) => fits(day, weekday));
    if (found) return found;
  }
  return undefined;
};

/** The first such day that is not before another one. */
export const weekdayFrom = (weekday: NamedWeekday, from: DatedDay): DatedDay | undefined => {
  const { day: _day, ...bare } = weekday;
  const next = Array.from({ length: 7 }, (_, days) => nextDay(from, days)).find((day) =>
    fits(day, bare),
  );
  return next && fits(next, weekday) ? next : weekdayNear(weekday, from);
};

/** The last such day that is not behind another one. */
export const weekdayUntil = (weekday: NamedWeekday, until: DatedDay): DatedDay | undefined =>
  weekdayFrom(weekday, nextDay(until, weekday.day === undefined ? -6 : 0));
