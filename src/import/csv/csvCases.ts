import type { AnyClaim } from './csvRowReader.ts';
import type { CsvWords } from './csvWords.ts';
import { digestWords } from './csvWords.ts';
import { restedCases } from './restedCases.ts';

/** What is kept of an incident between its rows. */
export interface CsvCase extends CsvWords {
  /** Its id. */
  readonly id: string;
  /** The claims read and not yet given. */
  claims: AnyClaim[];
  /** The values of its last row, of each column that the mapping asks for; null before the first. */
  past: readonly (string | undefined)[] | null;
  /** How often each item came. */
  readonly seen: Map<string, number>;
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
  /** What is kept at present. */
  readonly kept: () => CsvKept;
}

/** How much is kept of a table while it is read. */
export interface CsvKept {
  /** Claims that wait to be given. */
  readonly claims: number;
  /** Incidents with claims that wait. */
  readonly open: number;
  /** Incidents whose last row is remembered. */
  readonly resting: number;
  /** Bytes that these take up, and the ids of all. */
  readonly restingBytes: number;
}

/** Claims kept before those of the incidents longest untouched are given: in all of a small file each incident is given once. */
const FIRST_CLAIMS = 8192;
/** The same from then on: what is kept for long costs the collector more. */
const MOST_CLAIMS = 2048;
/** Incidents of which the last row is remembered. */
const MOST_CASES = 50_000;

/** What has to be kept. */
export interface CsvKeeping {
  /** Whether later rows need to know of earlier ones. */
  readonly isStateful: boolean;
  /** Whether all claims of an incident are given at once, however many they are. */
  readonly isWhole: boolean;
  /** The places of the values that later rows are compared with. */
  readonly past: readonly number[];
  /** What the digest of each incident begins with: that of what all rows stand under. */
  readonly digest: string;
}

/**
 * Keeps what is known of the incidents of a table, bounded: claims that wait to be given, and what later rows are
 * compared with.
 */
export const csvCases = ({ isStateful, isWhole, past, digest }: CsvKeeping): CsvCases => {
  /** Those with claims waiting, the longest untouched first. */
  const open = new Map<string, CsvCase>();
  const resting = restedCases(past);
  let waiting = 0;
  let most = FIRST_CLAIMS;
  let latest: CsvCase | null = null;

  const close = (each: CsvCase): CsvCase => {
    digestWords(each);
    if (latest === each) latest = null;
    open.delete(each.id);
    waiting -= each.claims.length;
    return each;
  };
  const put = (each: CsvCase): CsvCase => {
    const closed = close(each);
    if (isStateful) resting.put(each.id, each);
    return closed;
  };
  /** The claims of an incident that goes on. */
  const part = (each: CsvCase): CsvCase => {
    const { claims } = each;
    digestWords(each);
    waiting -= claims.length;
    each.claims = [];
    each.isPart = true;
    return { ...each, claims };
  };
  const begun = (id: string): CsvCase | null => {
    const rested = resting.take(id);
    if (rested === 'Gone') return null;
    return rested
      ? { id, claims: [], rows: [], ...rested, isPart: true }
      : {
          id,
          claims: [],
          rows: [],
          digest,
          past: null,
          seen: new Map(),
          latest: '',
          isPart: false,
        };
  };

  return {
    at: (id) => {
      if (latest?.id === id) return latest;
      const known = open.get(id);
      if (known) open.delete(id);
      latest = known ?? begun(id);
      if (latest) open.set(id, latest);
      return latest;
    },
    added: (count) => {
      waiting += count;
      if (waiting <= most) return [];
      most = MOST_CLAIMS;
      const given: CsvCase[] = [];
      for (const each of open.values()) {
        if (waiting <= MOST_CLAIMS / 2 || open.size === 1) break;
        given.push(put(each));
      }
      if (waiting > MOST_CLAIMS && latest && !isWhole) given.push(part(latest));
      resting.letGo(MOST_CASES);
      return given;
    },
    finished: (except) => {
      const done = [...open.values()].filter(({ id }) => id !== except).map(close);
      for (const { id } of done) resting.leave(id);
      return done;
    },
    rest: () => [...open.values()].map(put),
    kept: () => ({
      claims: waiting,
      open: open.size,
      resting: resting.size(),
      restingBytes: resting.bytes(),
    }),
  };
};
