/**
 * Fuzzes importers for longer than the tests do: `npm run fuzz -- [format] [seconds]`; 30 seconds for each when not said, all
 * formats when none is named. `SEED=7` begins elsewhere. Each document is read in a worker that has `LIMIT_SECONDS` for it,
 * 20 when not said; what fails is printed with the seed that makes it again.
 */
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { documentOf, round, targets } from './targets.ts';

interface Task {
  readonly name: string;
  readonly from: number;
  readonly ms: number;
}

interface Told {
  readonly seed: number;
  readonly problem: string | null;
}

const work = async (): Promise<void> => {
  const { name, from, ms } = workerData as Task;
  // Its time begins when all is loaded.
  const until = Date.now() + ms;
  const target = targets.find(({ importer }) => importer.name === name);
  if (!target) return;
  for (let seed = from; Date.now() < until; seed += 1) {
    const told: Told = { seed, problem: await round(target, seed) };
    // This is a port between threads, not a window.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    parentPort?.postMessage(told);
  }
};

/** Runs a worker until its time is over or it hangs; the seed to go on from, null when time is over. */
const watched = (
  task: Task,
  limitMs: number,
  onTold: (told: Told) => void,
): Promise<number | null> =>
  new Promise((settle, fail) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: task,
      execArgv: process.execArgv,
    });
    let next = task.from;
    const stop = (): void => {
      onTold({ seed: next, problem: `it took longer than ${limitMs} ms` });
      void worker.terminate().then(() => settle(next + 1));
    };
    let timer = setTimeout(stop, limitMs);
    worker.on('message', (told: Told) => {
      clearTimeout(timer);
      onTold(told);
      next = told.seed + 1;
      timer = setTimeout(stop, limitMs);
    });
    worker.on('error', fail);
    worker.on('exit', () => {
      clearTimeout(timer);
      settle(null);
    });
  });

const fuzz = async (name: string, seconds: number, seed: number): Promise<number> => {
  const target = targets.find(({ importer }) => importer.name === name);
  const limitMs = Number(process.env['LIMIT_SECONDS'] ?? '20') * 1000;
  let [count, failed, from] = [0, 0, seed as number | null];
  let until: number | null = null;
  const onTold = ({ seed: at, problem }: Told): void => {
    until ??= Date.now() + seconds * 1000;
    count += 1;
    if (problem === null || !target) return;
    failed += 1;
    if (failed > 5) return;
    process.stdout.write(
      `${name}: seed ${at}: ${problem}\n  ${JSON.stringify(documentOf(target, at).slice(0, 600))}\n`,
    );
  };
  while (from !== null) {
    const ms = until === null ? seconds * 1000 : until - Date.now();
    from = ms > 0 ? await watched({ name, from, ms }, limitMs, onTold) : null;
  }
  process.stdout.write(`${name}: ${count} documents, ${failed} failed\n`);
  return failed;
};

const main = async (): Promise<void> => {
  const [asked, time] = process.argv.slice(2);
  const names = targets.map(({ importer }) => importer.name);
  const format = asked !== undefined && /^\d+$/.test(asked) ? undefined : asked;
  const seconds = Number((format === undefined ? asked : time) ?? '30');
  if (format !== undefined && !names.includes(format)) {
    process.stderr.write(`expected one of ${names.join(', ')}, got ${format}\n`);
    process.exitCode = 2;
    return;
  }
  let failed = 0;
  for (const name of format === undefined ? names : [format]) {
    failed += await fuzz(name, seconds, Number(process.env['SEED'] ?? '1'));
  }
  process.exitCode = failed > 0 ? 1 : 0;
};

if (isMainThread) await main();
else await work();
