import type { ComponentImpact, ImpactView } from '../projections/impactView.ts';
import type { Figure } from '../projections/measuredImpact.ts';
import type { UnmeasuredImpact } from '../projections/placedImpact.ts';
import { durationText } from './durationText.ts';
import { momentText } from './momentText.ts';
import { plain } from './plain.ts';
import { sourceText } from './sourceText.ts';
import type { ZonedClock } from './zonedClock.ts';
import { dated, withDays } from './zonedClock.ts';

/** How long something was down. */
export const downText = (ms: number | null): string =>
  ms === null ? 'down for an unknown time' : `down ${durationText(ms)}`;

const boundsText = ({ minMs, maxMs }: UnmeasuredImpact): string => {
  if (maxMs !== null && maxMs < 0) return ', its end before its start';
  const bounds = [
    ...(minMs === null || minMs <= 0 ? [] : [`at least ${durationText(minMs)}`]),
    ...(maxMs === null ? [] : [`at most ${durationText(maxMs)}`]),
  ];
  return bounds.map((bound) => `, ${bound}`).join('');
};

const componentLines = (
  { component, intervals, unmeasured, downtimeMs }: ComponentImpact,
  clock: ZonedClock,
  whole: ZonedClock,
): readonly string[] => [
  `  ${plain(component ?? 'no component named')}: ${downText(downtimeMs)}`,
  ...intervals.map(
    ({ from, to, degree }) =>
      `    ${clock.timeOf(from)} – ${to === null ? 'still' : clock.timeOf(to)}  ${degree}`,
  ),
  ...unmeasured.map((each) => {
    const [from, to] = [each.from, each.to].map((moment) =>
      moment === null ? '—' : momentText(moment, whole),
    );
    return `    not counted: from ${from} to ${to}${boundsText(each)}`;
  }),
];

const figureLine = <M extends { readonly basis: string }>(
  name: string,
  figure: Figure<M> | null,
  show: (value: M) => string,
): readonly string[] =>
  figure === null
    ? []
    : [
        `  ${name}: ${plain(show(figure.value))}${figure.value.basis === 'estimate' ? ' (estimate)' : ''} [${sourceText(figure.source)}]`,
      ];

const measureText = ({ count, share }: { readonly count?: number; readonly share?: number }) =>
  [
    ...(count === undefined ? [] : [`${count}`]),
    ...(share === undefined ? [] : [`${Math.round(share * 1000) / 10} %`]),
  ].join(', ') || '—';

/** Who was hit, when and how badly, and what was measured of it. */
export const impactText = (
  { components, measured }: ImpactView,
  clock: ZonedClock,
): readonly string[] => {
  const instants = components.flatMap(({ intervals }) =>
    intervals.flatMap(({ from, to }) => [from, to]),
  );
  const short = withDays(clock, instants);
  return [
    ...components.flatMap((component) => componentLines(component, short, dated(clock))),
    ...figureLine('clients', measured.clients, measureText),
    ...figureLine('transactions', measured.transactions, measureText),
    ...figureLine('amount', measured.amount, ({ value, currency }) => `${value} ${currency}`),
  ];
};
