import { uncertainOrder } from '../history/order.ts';
import { Instant } from '../primitives/instant.ts';
import type { Moment } from '../primitives/moment.ts';
import type { TimelineEntry } from '../projections/timelineEntry.ts';
import { rowLines } from './columns.ts';
import { differenceText } from './durationText.ts';
import { localizedLines } from './localizedLines.ts';
import { momentText } from './momentText.ts';
import type { Paint } from './paint.ts';
import { plain } from './plain.ts';
import { wrap } from './wrap.ts';
import type { ZonedClock } from './zonedClock.ts';

/** What the signs mean; a legend explains those that are used. */
const SIGNS: readonly (readonly [sign: string, meaning: string])[] = [
  ['●', 'happened'],
  ['│', 'published'],
  ['≤', 'then or before'],
  ['≥', 'then or after'],
  ['~', 'order uncertain'],
  ['?', 'zone undecided'],
];

/** A space that a line is not broken at. */
const HELD = '\u00A0';

const isUndated = ({ earliest, latest }: Moment): boolean =>
  earliest === undefined && latest === undefined;

const dayOf = ({ moment }: TimelineEntry, clock: ZonedClock): string => {
  const instant = moment.earliest ?? moment.latest;
  return instant === undefined ? 'no date' : clock.dayOf(instant);
};

/** What is said in few words, with the window of planned work as the clock shows it. */
const detailText = (detail: string, clock: ZonedClock): string => {
  const [from, to, more] = detail.split('/');
  return Instant.is(from) && Instant.is(to) && more === undefined
    ? `${clock.dayOf(from)} ${momentText({ earliest: from, latest: to }, clock)}`
    : plain(detail);
};

/** What an entry says, a paragraph a language, and who says so behind the last. */
const textOf = ({ text, detail, sources, moment }: TimelineEntry, clock: ZonedClock): string => {
  const when =
    isUndated(moment) && (moment.written ?? '') !== '' ? [momentText(moment, clock)] : [];
  const all = [
    ...when,
    ...(detail === null ? [] : [detailText(detail, clock)]),
    ...localizedLines(text),
  ];
  const kinds = [...new Set(sources.map(({ kind }) => kind))].join(', ');
  return [...all.slice(0, -1), `${all.at(-1) ?? ''} [${kinds}]`.trim()].join('\n');
};

/**
 * The entries whose place among those known from both sides is uncertain. A moment with one end says so itself,
 * and would put every neighbour in doubt.
 */
const uncertain = (timeline: readonly TimelineEntry[]): ReadonlySet<TimelineEntry> => {
  const bounded = timeline.filter(
    ({ moment }) => moment.earliest !== undefined && moment.latest !== undefined,
  );
  const doubts = uncertainOrder(bounded.map(({ moment }) => moment));
  return new Set(bounded.filter((_, index) => doubts[index]));
};

const whenText = ({ moment }: TimelineEntry, clock: ZonedClock): string =>
  isUndated(moment) ? '—' : momentText(moment, clock);

/** The signs that the cells hold, each with its meaning. */
const legendOf = (cells: readonly (readonly string[])[]): string => {
  const used = SIGNS.filter(([sign]) =>
    cells.some(([when = '', , what = '']) => when.includes(sign) || what.startsWith(sign)),
  );
  // A sign and its meaning stay on one line.
  return ['offsets from impact start', ...used.map((each) => each.join(' '))]
    .map((part) => part.replaceAll(' ', HELD))
    .join(' · ');
};

/**
 * The timeline in lines: what its signs mean, then day by day each happening once, with its offset from the start
 * of the impact, its text in every language and its sources.
 */
export const timelineText = (
  timeline: readonly TimelineEntry[],
  { clock, width, paint }: { clock: ZonedClock; width: number; paint: Paint },
): readonly string[] => {
  if (timeline.length === 0) return [];
  const doubtful = uncertain(timeline);
  const rows = timeline.map((entry) => [
    `${doubtful.has(entry) ? '~' : ' '}${whenText(entry, clock)}`,
    entry.offsetMs === null ? '—' : differenceText(entry.offsetMs),
    `${entry.lane === 'communication' ? '│' : '●'} ${plain(entry.type)}`,
    textOf(entry, clock),
  ]);
  const lines = rowLines(rows, { indent: '  ', alignments: ['left', 'right'], width });
  const legend = wrap(legendOf(rows), width - 2).map((line) =>
    paint('faint', `  ${line.replaceAll(HELD, ' ')}`),
  );
  let day = '';
  return [
    ...legend,
    ...timeline.flatMap((entry, index) => {
      const today = dayOf(entry, clock);
      const heading = today === day ? [] : [paint('faint', `  ${today}`)];
      day = today;
      const own = lines[index] ?? [];
      return [
        ...heading,
        ...(entry.lane === 'communication' ? own.map((line) => paint('faint', line)) : own),
      ];
    }),
  ];
};
