/** What is measured: its name, and the work. */
export type Work = readonly [name: string, run: () => Promise<void>];

/** The value in the middle. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Processor time, not time passed: what else the machine does counts less. */
export const timed = async (run: Work[1]): Promise<number> => {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

/** How long a piece of work takes against the baseline of the same round. */
export interface Ratio {
  /** The work. */
  readonly name: string;
  /** Median of the ratios of all rounds. */
  readonly ratio: number;
  /** The least and the greatest of them. */
  readonly range: readonly [number, number];
  /** Median of the processor time, in milliseconds. */
  readonly ms: number;
}

/**
 * Runs a baseline and other work in turn, round after round, and compares them within each round: what else the
 * machine does meets them alike.
 *
 * @param warmUps - Rounds before those that count, in which engines compile what is run often.
 */
export const compare = async (
  baseline: Work,
  others: readonly Work[],
  rounds: number,
  warmUps = 1,
): Promise<readonly Ratio[]> => {
  const all = [baseline, ...others];
  for (let round = 0; round < warmUps; round += 1) for (const [, run] of all) await run();
  const times = all.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, [, run]] of all.entries()) times[index]?.push(await timed(run));
  }
  return all.map(([name], index) => {
    const own = times[index] ?? [];
    const ratios = own.map((ms, round) => ms / (times[0]?.[round] ?? Number.NaN));
    const range = [Math.min(...ratios), Math.max(...ratios)] as const;
    return { name, ratio: median(ratios), range, ms: median(own) };
  });
};

/** The ratios as lines of text. */
export const shown = (ratios: readonly Ratio[], events: number): string =>
  ratios
    .map(({ name, ratio, range, ms }) =>
      [
        `  ${name.padEnd(44)} ${ratio.toFixed(2)} ×`,
        `(${range.map((each) => each.toFixed(2)).join(' to ')})`,
        `${((ms / events) * 1000).toFixed(2)} µs an event`,
      ].join('  '),
    )
    .join('\n');
