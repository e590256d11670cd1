import type { AsOf } from '../history/asOf.ts';
import type { Instant } from '../primitives/instant.ts';
import { actionsText } from './actionsText.ts';
import { contradictionsText, periodsText } from './claimsText.ts';
import { columns } from './columns.ts';
import { drawing } from './drawing.ts';
import { durationsText } from './durationsText.ts';
import { downText, impactText } from './impactText.ts';
import type { IncidentReport, ReportedWarning } from './incidentReport.ts';
import { localizedLines } from './localizedLines.ts';
import type { Paint } from './paint.ts';
import { unpainted } from './paint.ts';
import { plain } from './plain.ts';
import { timelineText } from './timelineText.ts';
import { wrap } from './wrap.ts';
import type { ZonedClock } from './zonedClock.ts';
import { dated, zonedClock } from './zonedClock.ts';

/**
 * How a report is shown to people.
 *
 * @public
 */
export interface ReportTextOptions {
  /** Zone that times are shown in: an IANA name; `UTC` when absent. */
  readonly zone?: string;
  /** Width to wrap at, in columns; 100 when absent. */
  readonly width?: number;
  /** Colours text; leaves it plain when absent. */
  readonly paint?: Paint;
  /** From where the history was looked at, to be said on top; the end of each axis when absent. */
  readonly asOf?: AsOf;
}

interface Drawn {
  readonly clock: ZonedClock;
  readonly width: number;
  readonly paint: Paint;
}

const summaryOf = ({ status, impact }: IncidentReport, { clock }: Drawn): string => {
  const severity = Object.entries(impact.severity).map(([scale, level]) => `${scale} ${level}`);
  const down = impact.components.length === 0 ? [] : [downText(impact.downtimeMs)];
  return [
    status === 'none' ? 'nothing known' : status,
    ...severity,
    ...down,
    `times in ${clock.zone}`,
  ]
    .map(plain)
    .join(' · ');
};

const asOfText = ({ knownAt, recordedBefore, occurredBefore }: AsOf, { clock }: Drawn): string => {
  const part = (word: string, instant: Instant | undefined): readonly string[] =>
    instant === undefined ? [] : [`${word} ${dated(clock).timeOf(instant)}`];
  return [
    ...part('stated by', knownAt),
    ...part('recorded before', recordedBefore),
    ...part('happened before', occurredBefore),
  ].join(', ');
};

const headOf = (report: IncidentReport, asOf: AsOf, drawn: Drawn): readonly string[] => {
  const only = asOfText(asOf, drawn);
  const below = [
    ...localizedLines(report.title ?? {}),
    summaryOf(report, drawn),
    ...(only === '' ? [] : [`as of: ${only}`]),
  ];
  return [
    drawn.paint('heading', plain(report.incidentId)),
    ...below.flatMap((line) => wrap(line, drawn.width - 2)).map((line) => `  ${line}`),
  ];
};

const warningLines = (
  warnings: readonly ReportedWarning[],
  { width, paint }: Drawn,
): readonly string[] =>
  columns(
    warnings.map(({ place, message }) => [`${plain(place)}: ${plain(message)}`]),
    { indent: '  ', width },
  ).map((line) => paint('doubtful', line));

/** Names what the columns of the periods mean. */
const claimsTitle = ({ claims: { actual } }: IncidentReport): string =>
  `Claimed against actual (${actual.basis === null ? '' : `impactStarted → ${actual.basis}; `}Δ claimed less actual)`;

/**
 * The report of an incident as text for people: a drawn timeline, every happening, the durations with their
 * bounds, who was hit, and what was claimed against what happened.
 *
 * @remarks Control characters in the texts are made visible, so that a document cannot steer the terminal.
 * Errors: throws a RangeError when there is no such zone.
 * @public
 */
export const reportText = (report: IncidentReport, options: ReportTextOptions = {}): string => {
  const { zone = 'UTC', width = 100, paint = unpainted, asOf = {} } = options;
  const drawn: Drawn = { clock: zonedClock(zone), width, paint };
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', paint('heading', title), ...lines];
  const known: readonly (readonly [string, readonly string[]])[] = [
    ['Overview (┬ milestone, █ hit, ▒ claimed)', drawing(report, drawn)],
    ['Timeline', timelineText(report.timeline, drawn)],
    ['Durations', durationsText(report, drawn)],
    ['Impact', impactText(report.impact, drawn.clock)],
    [claimsTitle(report), periodsText(report.claims, drawn)],
    ['Contradictions', contradictionsText(report.claims.contradictions, drawn)],
    ['Actions', actionsText(report.actions, drawn)],
  ];
  return [
    ...headOf(report, asOf, drawn),
    ...(report.status === 'none' ? [] : known.flatMap(([title, lines]) => section(title, lines))),
    ...section('Warnings', warningLines(report.warnings, drawn)),
    '',
  ].join('\n');
};
