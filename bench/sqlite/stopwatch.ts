/** Times two ways of doing the same in turns, so that what else the machine does meets both alike. */
export interface Race {
  /** Milliseconds that the bare way took, by turn. */
  readonly bare: number[];
  /** Milliseconds that the store's way took, by turn. */
  readonly store: number[];
}

const timed = async (work: () => unknown): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** Runs both ways that many times in turns. */
export const race = async (
  turns: number,
  bare: (turn: number) => unknown,
  store: (turn: number) => unknown,
): Promise<Race> => {
  const times: Race = { bare: [], store: [] };
  for (let turn = 0; turn < turns; turn += 1) {
    times.bare.push(await timed(() => bare(turn)));
    times.store.push(await timed(() => store(turn)));
  }
  return times;
};

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** What came of a race, `events` a turn, against the ratio to reach. */
export const told = (
  name: string,
  { bare, store }: Race,
  events: number,
  least: number,
): string => {
  const [bareMs, storeMs] = [median(bare), median(store)];
  const rate = (ms: number): string => `${Math.round((events / ms) * 1000).toLocaleString('en')}/s`;
  const ratio = bareMs / storeMs;
  return `${name}: bare ${rate(bareMs)}, store ${rate(storeMs)}: ${ratio.toFixed(2)} × (at least ${least}${ratio >= least ? '' : ', NOT REACHED'})`;
};
