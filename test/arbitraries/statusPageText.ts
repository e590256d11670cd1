import * as fc from 'fast-check';

/** An update to print in a page. */
export interface PrintedUpdate {
  /** Its status, a word of Atlassian Statuspage. */
  readonly status: string;
  /** When it was published, in milliseconds of a whole minute. */
  readonly ms: number;
  /** Its text. */
  readonly text: string;
}

/** An incident to print as a page. */
export interface PrintedIncident {
  /** Whose page it is. */
  readonly name: string;
  /** What it is called. */
  readonly title: string;
  /** Its updates, the oldest first. */
  readonly updates: readonly PrintedUpdate[];
}

/** How a page is set. */
export interface PageStyle {
  /** Whether the newest update stands on top. */
  readonly isNewestFirst: boolean;
  /** Whether its clock has twelve hours. */
  readonly isTwelveHours: boolean;
  /** Whether its updates tell their year. */
  readonly hasYear: boolean;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

const two = (value: number): string => String(value).padStart(2, '0');

/** The parts of a time that layouts put together, in UTC. */
const partsOf = (ms: number, { isTwelveHours, hasYear }: PageStyle) => {
  const at = new Date(ms);
  const [hour, minute] = [at.getUTCHours(), two(at.getUTCMinutes())];
  const half = hour < 12 ? 'AM' : 'PM';
  return {
    month: MONTHS[at.getUTCMonth()] ?? '',
    day: two(at.getUTCDate()),
    weekday: DAYS[at.getUTCDay()] ?? '',
    year: hasYear ? `, ${at.getUTCFullYear()}` : '',
    clock: isTwelveHours ? `${hour % 12 || 12}:${minute} ${half}` : `${two(hour)}:${minute}`,
  };
};

const capital = (word: string): string =>
  (word.charAt(0).toUpperCase() + word.slice(1)).replace('_', ' ');

type Layout = (update: PrintedUpdate, style: PageStyle) => readonly string[];

/** The layouts of vendors, one update each. */
export const pageLayouts: Readonly<Record<string, Layout>> = {
  'one line': ({ status, ms, text }, style) => {
    const { month, day, year, clock } = partsOf(ms, style);
    return [`- ${status} ${month} ${day}${year}, ${clock} UTC`, text];
  },
  numbered: ({ status, ms, text }, style) => {
    const { month, day, year, clock } = partsOf(ms, style);
    const at = `  1. ${status} ${month} ${day}${year}, ${clock} UTC`;
    return [at, '', ...text.split('\n').map((line) => `     ${line}`), ''];
  },
  'posted behind': ({ status, ms, text }, style) => {
    const { month, day, year, clock } = partsOf(ms, style);
    return [capital(status), text, `Posted ${month} ${day}${year} - ${clock} UTC`];
  },
  'posted long ago': ({ status, ms, text }, style) => {
    const { month, day, year, clock } = partsOf(ms, style);
    return [capital(status), text, `Posted 3 months ago. ${month} ${day}${year} - ${clock} UTC`];
  },
  'status and text': ({ status, ms, text }, style) => {
    const { month, day, year, clock } = partsOf(ms, style);
    return [`${capital(status)} - ${text}`, `${month} ${day}${year}, ${clock} UTC`];
  },
  'time below': ({ status, ms, text }, style) => {
    const { weekday, month, day, year, clock } = partsOf(ms, style);
    return [capital(status), `${weekday}, ${month} ${day}${year}, ${clock} UTC`, text];
  },
  'time above': ({ status, ms, text }, style) => {
    const { month, day, year, clock } = partsOf(ms, style);
    return [`${month} ${day}${year} at ${clock} UTC`, capital(status), text];
  },
  'time above, text beside': ({ status, ms, text }, style) => {
    const { month, day, year, clock } = partsOf(ms, style);
    return [`${month} ${day}${year} ${clock} UTC`, `[${capital(status)}] ${text}`];
  },
  table: ({ status, ms, text }, style) => {
    const { month, day, year, clock } = partsOf(ms, style);
    return [
      `${month} ${day}${year} ${clock} UTC\t${capital(status)}\t${text.replaceAll('\n', ' ')}`,
    ];
  },
};

/** Prints an incident as the text of a page. */
export const printedPage = (
  { name, title, updates }: PrintedIncident,
  layout: Layout,
  style: PageStyle,
): string => {
  const ordered = style.isNewestFirst ? updates.toReversed() : updates;
  return [`${name} Status`, title, ...ordered.flatMap((update) => layout(update, style))].join(
    '\n',
  );
};

const MINUTE = 60_000;

const text = fc.constantFrom(
  'We are looking into failing payments.',
  'The cause is known; a fix is on its way.',
  'A fix has been rolled out and we watch it.',
  'Nous recherchons la cause des lenteurs.',
  'All payments work again. We are sorry for the trouble.',
  'Update: more customers see errors than we thought.',
  'We have asked the vendor.\nThank you for your patience',
  'Monitoring of the queue goes on.\nResolved cases: 12.',
  'These fail:\n- API calls\n- Webhooks',
  'On March 3, 2019 10:00 UTC it was like this.',
);

const middle = fc.constantFrom('investigating', 'identified', 'update', 'monitoring');

/** An incident whose first update says that it is looked into, and whose last one that it is over. */
export const printedIncident: fc.Arbitrary<PrintedIncident> = fc
  .record({
    name: fc.constantFrom('Acme', 'Globex', 'Initech Cloud'),
    title: fc.constantFrom('Slow checkout', 'Lenteurs du paiement', 'Errors in the dashboard'),
    start: fc.integer({
      min: Date.UTC(2019, 0, 1) / MINUTE,
      max: Date.UTC(2026, 0, 1) / MINUTE,
    }),
    first: text,
    others: fc.array(
      fc.record({ status: middle, after: fc.integer({ min: 1, max: 2000 }), text }),
      { maxLength: 5 },
    ),
    last: fc.record({ after: fc.integer({ min: 1, max: 2000 }), text }),
  })
  .map(({ name, title, start, first, others, last }) => {
    let minutes = start;
    const updates = [
      { status: 'investigating', after: 0, text: first },
      ...others,
      { status: 'resolved', ...last },
    ].map((update): PrintedUpdate => {
      minutes += update.after;
      return { status: update.status, ms: minutes * MINUTE, text: update.text };
    });
    return { name, title, updates };
  });
