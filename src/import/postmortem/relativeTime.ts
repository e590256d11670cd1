/** A time that is told by its distance from another. */
export interface RelativeTime {
  /** As it stood. */
  readonly written: string;
  /** How far from the other, in milliseconds; behind it when positive. */
  readonly ms: number;
  /** What it counts from: the start of the incident, or the line before. */
  readonly from: 'start' | 'before';
  /** How it was read where the figures leave that open. */
  readonly reading?: 'minutes' | 'hours and minutes';
  /** What stands behind it. */
  readonly text: string;
}

const [SECOND, MINUTE] = [1000, 60_000];
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const CLOCK = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?!\d|:\d)/;
const LENGTH =
  /^(\d{1,4})\s?(?:(d|days?|j|jours?|giorn[oi])|(h|hrs?|hours?|heures?|or[ae])(?:\s?(?:and\s|et\s|e\s)?(\d{1,2})\s?(?:m|mins?|minutes?|minut[oi])?)?|(m|mn|mins?|minutes?|minut[oi])|(s|secs?|seconds?|secondes?|second[oi]))(?![\p{L}\d])/iu;
const BARE = /^(\d{1,4})(?![\d%]|[.,:]\d|\s?\p{L}{1,3}(?!\p{L}))/u;

interface Read {
  readonly ms: number;
  readonly end: number;
  readonly reading?: NonNullable<RelativeTime['reading']>;
}

const lengthAt = (text: string): Read | null => {
  const clock = CLOCK.exec(text);
  if (clock) {
    const [all, first, second, third] = clock;
    const ms = Number(first) * HOUR + Number(second) * MINUTE + Number(third ?? 0) * SECOND;
    return { ms, end: all.length, ...(third === undefined && { reading: 'hours and minutes' }) };
  }
  const found = LENGTH.exec(text);
  if (!found) return null;
  const [all, figure, days, hours, rest = '0', minutes, seconds] = found;
  const units = [
    [days, DAY],
    [hours, HOUR],
    [minutes, MINUTE],
    [seconds, SECOND],
  ] as const;
  const unit = units.find(([word]) => word !== undefined)?.[1] ?? SECOND;
  return { ms: Number(figure) * unit + Number(rest) * MINUTE, end: all.length };
};

const bareAt = (text: string): Read | null => {
  const bare = BARE.exec(text);
  return bare && { ms: Number(bare[1]) * MINUTE, end: bare[0].length, reading: 'minutes' };
};

const LEAD = /^[\s*_~`([]{0,6}/;
const ZERO = /^t\s?[-=]?\s?0(?!\d|[:.]\d)/i;
const SIGNED = /^(t)?\s?([+\-−–])\s?(?=\d)/i;
const ABOUT = /^(?:about|around|approximately|approx\.|roughly|environ|circa|some|~)\s/i;
const LATER = /^\s(?:later|afterwards?|after that|plus tard|après|dopo|più tardi)(?![\p{L}])/iu;
const CLOSE = /^[\s*_~`)\]:,.|–—=>→-]{0,8}/;

/**
 * Reads a line that begins with a relative time: `T+5`, `T+00:05`, `T0`, `+5 min`, `5 minutes later`; null when it does
 * not. Figures alone behind `T+` are minutes.
 */
export const relativeTime = (line: string): RelativeTime | null => {
  const start = LEAD.exec(line)?.[0].length ?? 0;
  const head = line.slice(start, start + 80);
  const textFrom = (end: number): string => {
    const behind = line.slice(start + end);
    return behind.slice(CLOSE.exec(behind)?.[0].length ?? 0).trim();
  };
  const zero = ZERO.exec(head)?.[0];
  const signed = SIGNED.exec(head);
  if (signed) {
    const [sign, letter, way] = signed;
    const found =
      lengthAt(head.slice(sign.length)) ??
      (letter === undefined ? null : bareAt(head.slice(sign.length)));
    // A dash at the beginning of a line is that of a list.
    if (!found || (letter === undefined && way !== '+')) return null;
    const end = sign.length + found.end;
    const ms = way === '+' ? found.ms : -found.ms;
    const { reading } = found;
    return {
      written: head.slice(0, end),
      ms,
      from: 'start',
      ...(reading && { reading }),
      text: textFrom(end),
    };
  }
  if (zero !== undefined)
    return { written: zero, ms: 0, from: 'start', text: textFrom(zero.length) };
  const about = ABOUT.exec(head)?.[0].length ?? 0;
  const length = lengthAt(head.slice(about));
  const later = length && LATER.exec(head.slice(about + length.end))?.[0].length;
  if (!length || later === null || later === undefined || length.reading) return null;
  const end = about + length.end + later;
  return { written: head.slice(0, end), ms: length.ms, from: 'before', text: textFrom(end) };
};
