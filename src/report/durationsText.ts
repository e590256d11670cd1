import { rowLines } from './columns.ts';
import { durationText } from './durationText.ts';
import type { Duration } from '../projections/duration.ts';
import type { IncidentReport } from './incidentReport.ts';
import type { Paint, Style } from './paint.ts';
import { plain } from './plain.ts';

/** How far a duration can be off: `± 1 min` where that is the same on both sides. */
const boundsOf = ({ ms, minMs, maxMs }: Duration): string => {
  if (ms !== null && minMs !== null && maxMs !== null && ms - minMs === maxMs - ms) {
    return minMs === maxMs ? 'exact' : `± ${durationText(maxMs - ms)}`;
  }
  if (minMs === null) return maxMs === null ? '—' : `at most ${durationText(maxMs)}`;
  return maxMs === null
    ? `at least ${durationText(minMs)}`
    : `${durationText(minMs)} to ${durationText(maxMs)}`;
};

/** What it runs between, and what is to be said of that. */
const meaningOf = (
  { status, basis, definition, missing }: Duration,
  inferred: ReadonlySet<string>,
): string => {
  const note =
    status === 'missing' ? `missing: ${missing.join(', ')}` : status === 'recorded' ? '' : status;
  const other = basis === definition.from ? '' : `from ${basis}`;
  const guesses = [basis, definition.to].filter((name) => note === '' && inferred.has(name));
  const notes = [note, other, ...guesses.map((name) => `${name} inferred`)]
    .filter((each) => each !== '')
    .join(', ');
  return plain(`${definition.from} → ${definition.to}${notes === '' ? '' : ` (${notes})`}`);
};

const STYLES: Readonly<Partial<Record<Duration['status'], Style>>> = {
  running: 'doubtful',
  missing: 'faint',
  'not-applicable': 'faint',
  invalid: 'bad',
};

/** The durations in aligned lines: value, bounds, and the milestones they run between. */
export const durationsText = (
  { durations, milestones }: Pick<IncidentReport, 'durations' | 'milestones'>,
  { width, paint }: { width: number; paint: Paint },
): readonly string[] => {
  const inferred = new Set(
    Object.entries(milestones).flatMap(([name, { inferred: isInferred }]) =>
      isInferred ? [name] : [],
    ),
  );
  const rows = durations.map((duration) => [
    plain(duration.name),
    duration.ms === null ? '—' : durationText(duration.ms),
    boundsOf(duration),
    meaningOf(duration, inferred),
  ]);
  const lines = rowLines(rows, { indent: '  ', alignments: ['left', 'right'], width });
  return durations.flatMap(({ status }, index) => {
    const style = STYLES[status];
    const own = lines[index] ?? [];
    return style === undefined ? own : own.map((line) => paint(style, line));
  });
};
