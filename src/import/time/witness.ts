import { timeMarks } from './timeMark.ts';
import { isDated, wallMoment } from './wallMoment.ts';
import { zoneOf } from './zone.ts';

/** Something in a document that tells an instant without help of the document's own clock. */
export interface Witness {
  /** What it is, such as `Slack permalink`. */
  readonly what: string;
  /** The instant, in milliseconds since 1970. */
  readonly ms: number;
  /** How exactly it tells it, in milliseconds. */
  readonly widthMs: number;
  /** As it stood. */
  readonly written: string;
  /** Number of its line. */
  readonly line: number;
}

/** A stretch of time that a chart or a search in the document was set to. */
export interface WitnessWindow {
  /** Its beginning, in milliseconds since 1970. */
  readonly fromMs: number;
  /** Its end. */
  readonly toMs: number;
  /** As it stood. */
  readonly written: string;
  /** Number of its line. */
  readonly line: number;
}

const FIRST = Date.UTC(2001, 0, 1);
const LAST = Date.UTC(2100, 0, 1);

const snowflake = (id: string, epoch: bigint): number => Number((BigInt(id) >> 22n) + epoch);

/** Links that hold an epoch. */
const LINKS: readonly {
  readonly what: string;
  readonly pattern: RegExp;
  readonly ms: (id: string) => number;
}[] = [
  {
    what: 'Slack permalink',
    pattern: /slack\.com\/[^\s)]{0,80}?\/p(\d{16})(?!\d)/g,
    ms: (id) => Math.floor(Number(id) / 1000),
  },
  {
    what: 'Slack permalink',
    pattern: /[?&]thread_ts=(\d{10}\.\d{6})(?!\d)/g,
    ms: (id) => Math.floor(Number(id) * 1000),
  },
  {
    // Source: the MongoDB manual, ObjectId: its first four bytes are the seconds since 1970.
    what: 'Gitter permalink',
    pattern: /gitter\.im\/[^\s)]{1,200}?[?&]at=([0-9a-f]{24})(?![0-9a-f])/gi,
    ms: (id) => Number.parseInt(id.slice(0, 8), 16) * 1000,
  },
  {
    // Source: the Discord developer documentation, snowflakes: milliseconds since 2015 in the upper 42 bits.
    what: 'Discord permalink',
    pattern: /discord(?:app)?\.com\/channels\/\d{1,20}\/\d{1,20}\/(\d{17,20})(?!\d)/g,
    ms: (id) => snowflake(id, 1_420_070_400_000n),
  },
  {
    what: 'tweet',
    pattern: /(?:twitter|x)\.com\/\w{1,30}\/status\/(\d{17,20})(?!\d)/g,
    ms: (id) => snowflake(id, 1_288_834_974_657n),
  },
];

const WINDOW =
  /[?&](?:from|from_ts|start)=(\d{13})(?!\d)[^\s)"']{0,300}?[?&](?:to|to_ts|end)=(\d{13})(?!\d)/g;
const ABSOLUTE = /^(?:UTC|GMT|Z|[+-]\d{2}:?\d{2}|(?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d{2})?)$/i;
const LOOKED_AT = 4000;

const isPlausible = (ms: number): boolean => ms > FIRST && ms < LAST;

/** The links of a line that hold an instant. */
export const linkWitnesses = (text: string, line: number): readonly Witness[] =>
  text.includes('://')
    ? LINKS.flatMap(({ what, pattern, ms }) =>
        [...text.slice(0, LOOKED_AT).matchAll(pattern)].flatMap(({ 0: written, 1: id = '' }) => {
          const at = ms(id);
          return isPlausible(at) ? [{ what, ms: at, widthMs: 1000, written, line }] : [];
        }),
      )
    : [];

/** The stretches of time that the links of a line are set to. */
export const linkWindows = (text: string, line: number): readonly WitnessWindow[] =>
  text.includes('://')
    ? [...text.slice(0, LOOKED_AT).replaceAll('&amp;', '&').matchAll(WINDOW)].flatMap(
        ([written, from = '', to = '']) => {
          const [fromMs, toMs] = [Number(from), Number(to)];
          return isPlausible(fromMs) && isPlausible(toMs) && fromMs < toMs
            ? [{ fromMs, toMs, written, line }]
            : [];
        },
      )
    : [];

/** The times of a quoted or logged text that name UTC or an offset themselves, with their day. */
export const quotedWitnesses = (text: string, line: number): readonly Witness[] =>
  timeMarks(text.slice(0, LOOKED_AT)).flatMap((mark) => {
    const { day, clock, zone: named, written } = mark;
    if (!isDated(day) || !clock || named === undefined || !ABSOLUTE.test(named)) return [];
    const zone = zoneOf(named);
    if (!zone) return [];
    const { moment } = wallMoment({
      day,
      clock,
      zone,
      basis: 'stated',
      written,
      group: '',
    });
    return moment.earliest === undefined
      ? []
      : [
          {
            what: 'quoted time',
            ms: Date.parse(moment.earliest),
            widthMs: clock.second === undefined ? 60_000 : 1000,
            written,
            line,
          },
        ];
  });
