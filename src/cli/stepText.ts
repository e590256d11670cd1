import type { FieldDifference, Step } from '../index.ts';
import { viewDifferences } from '../index.ts';
import type { Paint, Style } from '../report/public.ts';
import { momentText, plain, zonedClock } from '../report/public.ts';

/** How steps are shown. */
export interface StepTextOptions {
  /** Zone of times. */
  readonly zone: string;
  /** Colours of a terminal, or none. */
  readonly paint: Paint;
  /** Columns there are. */
  readonly width: number;
  /** Whether the projection sees events in several ways, so that each says as what it was seen. */
  readonly withScope: boolean;
}

/** A value longer than this is cut; `--json` has all of it. */
const LEAST_SHOWN = 60;

const valueText = (value: unknown, room: number): string => {
  const text = plain(JSON.stringify(value) ?? 'undefined');
  const most = Math.max(LEAST_SHOWN, room);
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
};

/** What became of a field, with the sign it is shown by. */
const signOf = ({ a, b }: FieldDifference): readonly ['+' | '-' | '~', Style] => {
  if (a === undefined) return ['+', 'good'];
  return b === undefined ? ['-', 'bad'] : ['~', 'doubtful'];
};

const changeText = (change: FieldDifference, { paint, width }: StepTextOptions): string => {
  const { path, a, b } = change;
  const [sign, style] = signOf(change);
  const head = `${sign} ${plain(path === '' ? '(state)' : path)}: `;
  const room = width - head.length - 6;
  const value =
    sign === '~'
      ? `${valueText(a, room / 2)} → ${valueText(b, room / 2)}`
      : valueText(sign === '+' ? b : a, room);
  return `      ${paint(style, head)}${value}`;
};

/** One event, who says so, and what it changes in the state, in lines. */
export const stepText = <S>(
  { event, scope, before, after, fault }: Step<S>,
  number: number,
  options: StepTextOptions,
): string => {
  const { zone, paint, withScope } = options;
  const clock = zonedClock(zone);
  const { occurredAt, type, source, actor, eventId } = event;
  const day = occurredAt.earliest ?? occurredAt.latest;
  const when = `${day === undefined ? '' : `${clock.dayOf(day)} `}${momentText(occurredAt, clock)}`;
  const who = source.name === undefined ? source.kind : `${source.kind} ${source.name}`;
  const head = `${String(number).padStart(3)}  ${when}  ${paint('heading', plain(type))}  ${plain(`${who}, by ${actor.id}`)}`;
  const seen = withScope ? `  as ${scope}` : '';
  const changes = viewDifferences(before, after);
  return [
    `${head}${seen}  ${paint('faint', eventId)}`,
    ...changes.map((change) => changeText(change, options)),
    ...(fault === undefined ? [] : [`      ${paint('bad', `! failed: ${plain(fault)}`)}`]),
    ...(changes.length === 0 && fault === undefined
      ? [`      ${paint('faint', 'nothing changes')}`]
      : []),
  ].join('\n');
};
