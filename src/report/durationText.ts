const UNITS: readonly (readonly [name: string, ms: number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
  ['ms', 1],
];

/** Below this, milliseconds are shown; from here on, a duration is rounded to seconds. */
const SECONDS_FROM_MS = 10_000;

/**
 * A duration for people: the two largest units that say something, such as `22 h 22 min` or `1 min 5 s`.
 *
 * @param ms - Milliseconds; negative ones are shown with a minus sign.
 * @public
 */
export const durationText = (ms: number): string => {
  if (!Number.isFinite(ms)) return '∞';
  let rest = Math.abs(ms);
  if (rest >= SECONDS_FROM_MS) rest = Math.round(rest / 1000) * 1000;
  const first = UNITS.findIndex(([, unit]) => rest >= unit);
  if (first < 0) return '0 min';
  const parts: string[] = [];
  for (const [name, unit] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    if (count > 0) parts.push(`${count} ${name}`);
  }
  return `${ms < 0 ? '−' : ''}${parts.join(' ')}`;
};

/**
 * A difference for people: a duration with its sign, `+21 min` or `−5 min`; `0 min` when there is none.
 *
 * @public
 */
export const differenceText = (ms: number): string =>
  ms > 0 ? `+${durationText(ms)}` : durationText(ms);
