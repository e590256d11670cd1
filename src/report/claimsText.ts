import { textWidth } from './textWidth.ts';
import type { ClaimedPeriod, ClaimsView, Contradiction } from '../projections/claimsView.ts';
import type { Alignment } from './columns.ts';
import { columns } from './columns.ts';
import { differenceText, durationText } from './durationText.ts';
import { momentText } from './momentText.ts';
import type { Paint } from './paint.ts';
import { plain } from './plain.ts';
import { sourceText } from './sourceText.ts';
import type { ZonedClock } from './zonedClock.ts';
import { withDays } from './zonedClock.ts';

interface Drawn {
  readonly clock: ZonedClock;
  readonly width: number;
  readonly paint: Paint;
}

const orDash = <A>(value: A | null, show: (value: A) => string): string =>
  value === null ? '—' : show(value);

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const HEAD = ['from', 'to', 'length', 'stated', 'Δ start', 'Δ end', 'Δ length', 'overlap'];

const figures = HEAD.map((): Alignment => 'right');

const periodRow = (period: ClaimedPeriod, clock: ZonedClock): readonly string[] => [
  sourceText(period.source),
  orDash(period.from, clock.timeOf),
  orDash(period.to, clock.timeOf),
  orDash(period.ms, durationText),
  orDash(period.statedMs, durationText),
  orDash(period.startErrorMs, differenceText),
  orDash(period.endErrorMs, differenceText),
  orDash(period.durationErrorMs, differenceText),
  orDash(period.overlap, percent),
];

/** What each source claims, side by side with what happened; a name has its own line where all do not fit in one. */
export const periodsText = (
  { actual, periods }: ClaimsView,
  { clock: given, width }: Drawn,
): readonly string[] => {
  const clock = withDays(
    given,
    [actual, ...periods].flatMap(({ from, to }) => [from, to]),
  );
  const rows = [
    ['', ...HEAD],
    [
      'actual',
      orDash(actual.from, clock.timeOf),
      orDash(actual.to, clock.timeOf),
      orDash(actual.ms, durationText),
    ],
    ...periods.map((period) => periodRow(period, clock)),
  ];
  const lines = columns(rows, { indent: '  ', alignments: ['left', ...figures] });
  if (lines.every((line) => textWidth(line) <= width)) return lines;
  const cells = columns(
    rows.map(([, ...row]) => row),
    { indent: '    ', alignments: figures },
  );
  return rows.flatMap(([name = ''], index) => [
    ...(name === '' ? [] : [`  ${name}`]),
    cells[index] ?? '',
  ]);
};

/** A claimed value; what is about a duration is in milliseconds. */
const valueText = (about: string, value: string | number | undefined): string =>
  typeof value === 'number' && about.startsWith('duration')
    ? durationText(value)
    : plain(String(value ?? '—'));

const contradictionLines = (
  { about, claims }: Contradiction,
  { clock: given, width }: Drawn,
): readonly string[] => {
  const clock = withDays(
    given,
    claims.flatMap(({ moment }) => [moment?.earliest ?? null, moment?.latest ?? null]),
  );
  const rows = claims.map(({ source, language, moment, value }) => [
    `${sourceText(source)}${language === undefined ? '' : ` (${plain(language)})`}`,
    moment === undefined ? valueText(about, value) : momentText(moment, clock),
    moment?.written === undefined ? '' : `“${plain(moment.written)}”`,
  ]);
  return [`  ${plain(about)}`, ...columns(rows, { indent: '    ', width })];
};

/** The contradictions: what each is about, then the claims that cannot all be true, one below the other. */
export const contradictionsText = (
  contradictions: readonly Contradiction[],
  drawn: Drawn,
): readonly string[] =>
  contradictions.flatMap((contradiction) =>
    contradictionLines(contradiction, drawn).map((line) => drawn.paint('doubtful', line)),
  );
