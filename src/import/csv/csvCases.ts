import type { AnyClaim } from './csvRowReader.ts';

/** What is kept of an incident between its rows. */
export interface CsvCase {
  /** Its id. */
  readonly id: string;
  /** The claims read and not yet given. */
  claims: AnyClaim[];
  /** The values of its last row that later rows are compared with; null before the first. */
  past: readonly (string | undefined)[] | null;
  /** How often each item came. */
  seen: Map<string, number>;
  /** The time of its last row, as an instant; empty before the first. */
  latest: string;
  /** Whether some of its claims were given before. */
  isPart: boolean;
}

/** The incidents of a table while it is read. */
export interface CsvCases {
  /** The incident of a row; null when it was let go of before. */
  readonly at: (id: string) => CsvCase | null;
  /** Tells that so many claims were added to an incident; the incidents to give now. */
  readonly added: (count: number) => readonly CsvCase[];
  /** Another incident begins, and the rows of each stand together: those before are done. */
  readonly finished: (except: string) => readonly CsvCase[];
  /** All that is left. */
  readonly rest: () => readonly CsvCase[];
}

/** Claims kept before those of the incidents longest untouched are given. */
const MOST_CLAIMS = 8192;
/** Incidents of which the last row is remembered. */
const MOST_CASES = 50_000;

/** Texts that are remembered, to be kept once for all incidents that have them. */
const MOST_TEXTS = 10_000;

/** Gives texts that are no slices of longer ones, which they would keep in memory, each one once. */
const ownTexts = (): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same !== undefined) return same;
    const own = String(JSON.parse(JSON.stringify(text)));
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(own, own);
    return own;
  };
};

/** An incident that has no claims waiting, as it is kept: small, and it holds on to nothing of the file. */
interface Rested {
  readonly past: CsvCase['past'];
  /** Its items, each as often as it came. */
  readonly items: readonly string[];
  readonly latest: string;
}

const atRest = ({ past, seen, latest }: CsvCase, ownText: (text: string) => string): Rested => ({
  past: past?.map((value) => (value === undefined ? value : ownText(value))) ?? null,
  items: [...seen].flatMap(([item, count]) => Array.from({ length: count }, () => ownText(item))),
  latest: ownText(latest),
});

const awake = (id: string, { past, items, latest }: Rested): CsvCase => {
  const seen = new Map<string, number>();
  for (const item of items) seen.set(item, (seen.get(item) ?? 0) + 1);
  return { id, claims: [], past, seen, latest, isPart: true };
};

/**
 * Keeps what is known of the incidents of a table, bounded: claims that wait to be given, and what later rows are
 * compared with.
 *
 * @param isStateful - Whether later rows need to know of earlier ones.
 */
export const csvCases = (isStateful: boolean): CsvCases => {
  /** Those with claims waiting, the longest untouched first. */
  const open = new Map<string, CsvCase>();
  const resting = new Map<string, Rested>();
  const gone = new Set<string>();
  const ownText = ownTexts();
  let waiting = 0;

  const close = (each: CsvCase): CsvCase => {
    open.delete(each.id);
    waiting -= each.claims.length;
    if (isStateful) resting.set(ownText(each.id), atRest(each, ownText));
    return each;
  };
  const letGo = (): void => {
    for (const id of resting.keys()) {
      if (resting.size <= MOST_CASES) return;
      resting.delete(id);
      gone.add(id);
    }
  };

  return {
    at: (id) => {
      const known = open.get(id);
      if (known) {
        open.delete(id);
        open.set(id, known);
        return known;
      }
      if (gone.has(id)) return null;
      const rested = resting.get(id);
      resting.delete(id);
      const begun: CsvCase = rested
        ? awake(id, rested)
        : { id, claims: [], past: null, seen: new Map(), latest: '', isPart: false };
      open.set(id, begun);
      return begun;
    },
    added: (count) => {
      waiting += count;
      if (waiting <= MOST_CLAIMS) return [];
      const given: CsvCase[] = [];
      for (const each of open.values()) {
        if (waiting <= MOST_CLAIMS / 2 || open.size === 1) break;
        given.push(close(each));
      }
      letGo();
      return given;
    },
    finished: (except) => {
      const done = [...open.values()].filter(({ id }) => id !== except).map(close);
      for (const { id } of done) {
        resting.delete(id);
        gone.add(ownText(id));
      }
      return done;
    },
    rest: () => [...open.values()].map(close),
  };
};
