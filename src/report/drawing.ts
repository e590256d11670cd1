import { textWidth } from './textWidth.ts';
import type { Instant } from '../primitives/instant.ts';
import { msOf } from '../primitives/instant.ts';
import type { IncidentReport } from './incidentReport.ts';
import { plain } from './plain.ts';
import { sourceText } from './sourceText.ts';
import { pieces, wrap } from './wrap.ts';
import type { ZonedClock } from './zonedClock.ts';

interface Span {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** One row of the drawing: a name and the stretches of time it covers. */
interface Lane {
  readonly name: string;
  readonly fill: string;
  readonly spans: readonly Span[];
}

/** Milestones that the axis is drawn over; what comes days later would flatten everything else. */
const ON_AXIS = [
  'changeMade',
  'impactStarted',
  'alerted',
  'cellCreated',
  'fixApplied',
  'restored',
  'firstPublicNotice',
  'publiclyResolved',
] as const;

const MOST_NAME_WIDTH = 24;

const lanesOf = ({ impact, claims }: IncidentReport): readonly Lane[] => {
  const hit = impact.components.map(({ component, intervals }) => ({
    name: plain(component ?? 'impact'),
    fill: '█',
    spans: intervals.filter(({ degree }) => degree !== 'none'),
  }));
  const periods = claims.periods.map(({ source, from, to }) => ({
    name: sourceText(source),
    fill: '▒',
    spans: from === null ? [] : [{ from, to }],
  }));
  return [...hit, ...periods].filter(({ spans }) => spans.length > 0);
};

/** Labels put on one line, each at its place; one that would touch the last is left out. */
const labelled = (labels: readonly (readonly [at: number, text: string])[]): string => {
  let line = '';
  for (const [at, text] of labels) {
    if (line === '' || at > line.length) line = line.padEnd(at) + text;
  }
  return line;
};

/** The times on the axis; the day stands before the first of each where there are several days. */
const timeLabels = (
  marks: readonly Instant[],
  { clock, cell }: { clock: ZonedClock; cell: (instant: Instant) => number },
): string => {
  const days = new Set(marks.map(clock.dayOf)).size;
  let day = '';
  return labelled(
    marks.map((at) => {
      const isNewDay = days > 1 && clock.dayOf(at) !== day;
      day = clock.dayOf(at);
      return [cell(at), isNewDay ? `${day} ${clock.timeOf(at)}` : clock.timeOf(at)] as const;
    }),
  );
};

/**
 * The incident drawn to scale: an axis with the milestones, a bar for each component hit, and one for the period
 * each source claims. Nothing when fewer than two instants are known.
 */
export const drawing = (
  report: IncidentReport,
  { clock, width }: { clock: ZonedClock; width: number },
): readonly string[] => {
  const lanes = lanesOf(report);
  const marks = ON_AXIS.flatMap((name) => report.milestones[name]?.moment.earliest ?? []);
  const instants = [
    ...marks,
    ...lanes.flatMap(({ spans }) =>
      spans.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    ),
  ].toSorted();
  const [first, last] = [instants[0], instants.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const nameWidth = Math.min(
    MOST_NAME_WIDTH,
    Math.max(0, ...lanes.map(({ name }) => textWidth(name))),
  );
  // The last label begins at the last cell, and needs room beyond it.
  const room = Math.max(20, width - nameWidth - '    hh:mm:ss'.length);
  const length = msOf(last) - msOf(first);
  const cell = (instant: Instant): number =>
    Math.round(((msOf(instant) - msOf(first)) / length) * (room - 1));
  const margin = ' '.repeat(nameWidth + 4);
  const ticks = new Set(marks.map(cell));
  const axis = Array.from({ length: room }, (_, at) => (ticks.has(at) ? '┬' : '─')).join('');
  const covers = ({ from, to }: Span, at: number): boolean =>
    at >= cell(from) && (to === null || at <= Math.max(cell(from), cell(to) - 1));
  const bar = ({ spans, fill }: Lane): string => {
    const runs = spans.some(({ to }) => to === null);
    const cells = Array.from({ length: room }, (_, at) =>
      spans.some((span) => covers(span, at)) ? fill : ' ',
    );
    return cells.join('') + (runs ? '→' : '');
  };
  const nameLines = (name: string): readonly string[] =>
    wrap(name, nameWidth).flatMap((line) => pieces(line, nameWidth));
  return [
    margin + timeLabels([...new Set(marks)].toSorted(), { clock, cell }),
    margin + axis,
    ...lanes.flatMap((lane) =>
      nameLines(lane.name).map((line, index) => {
        const space = ' '.repeat(nameWidth - textWidth(line));
        return `  ${line}${space}  ${index === 0 ? bar(lane) : ''}`.trimEnd();
      }),
    ),
  ];
};
