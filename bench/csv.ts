/**
 * What it costs to import a ticket system's log as CSV, against a bare streaming parse of the same file.
 *
 * `npm run bench:csv` measures a file of 141 712 rows shaped like ServiceNow's audit log; `ROUNDS=5` sets how many rounds the
 * medians are taken of. `npm run bench:csv -- memory` builds the package and measures the most memory, and the processor time, that
 * a bare parse of this file and of one of ten times as many rows takes, reading them, and importing them by the command line,
 * each in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse';
import { csv, serviceNowMapping } from 'incident-ledger/import';
import { createLedger, memoryStore, orThrow } from 'incident-ledger';
import { compare } from './measure.ts';
import { serviceNowFile } from './serviceNowFile.ts';

const ROWS = 141_712;
/** Rows of a smaller file: a ledger in memory that holds fewer events costs less for each, since less is collected. */
const FEWER_ROWS = 10_000;

const importer = csv({ ...serviceNowMapping, zone: 'UTC' });

async function* text(path: string): AsyncIterable<string> {
  yield* createReadStream(path, { encoding: 'utf8', highWaterMark: 65_536 });
}

const bareParse = async (path: string): Promise<number> => {
  let rows = 0;
  for await (const row of createReadStream(path).pipe(parse())) rows += row === null ? 0 : 1;
  return rows;
};

/** Every row read into claims, each checked against the vocabulary; how many. */
const read = async (path: string): Promise<number> => {
  let claims = 0;
  for await (const item of importer.read(text(path))) {
    if (item._tag === 'Document') claims += item.document.claims.length;
    if (item._tag === 'Error') throw new Error(item.error.message);
  }
  return claims;
};

const record = async (path: string): Promise<number> => {
  const ledger = createLedger({ store: memoryStore() });
  let events = 0;
  for await (const item of importer.read(text(path))) {
    if (item._tag !== 'Document') continue;
    events += (await orThrow(ledger.record(item.document))).events.length;
  }
  return events;
};

const MIB = 1024 * 1024;

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const compared = async (rows: number, others: readonly (readonly [string, typeof read])[]) => {
  const { path, bytes } = serviceNowFile(rows);
  print(`${rows} rows, ${(bytes / MIB).toFixed(1)} MiB, ${await read(path)} claims`);
  const work = (run: typeof read) => async (): Promise<void> => {
    await run(path);
  };
  const rounds = Number(process.env['ROUNDS'] ?? '5');
  const ratios = await compare(
    ['bare streaming parse', work(bareParse)],
    others.map(([name, run]) => [name, work(run)] as const),
    rounds,
  );
  for (const { name, ratio, range, ms } of ratios) {
    const [least, most] = range.map((each) => each.toFixed(2));
    print(`  ${name.padEnd(32)} ${ratio.toFixed(2)} × (${least} to ${most})  ${ms.toFixed(0)} ms`);
  }
};

/** The most memory that a process takes, and its processor time, by its last line; the built package, without the compiler of the sources. */
const taken = (what: string, rows: number): readonly [mib: string, ms: string] => {
  const script = fileURLToPath(new URL('csvMemory.js', import.meta.url));
  const { path } = serviceNowFile(rows);
  const { stderr, status } = spawnSync(process.execPath, [script, what, path], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(stderr);
  const [mib = '', ms = ''] = stderr.trimEnd().split('\n').at(-1)?.split(' ') ?? [];
  return [mib, ms];
};

if (process.argv[2] === 'memory') {
  const built = spawnSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the package does not build');
  for (const what of ['parse', 'read', 'import']) {
    for (const rows of [ROWS, 10 * ROWS]) {
      const [mib, ms] = taken(what, rows);
      print(`${what} ${rows} rows: at most ${mib} MiB, ${ms} ms of processor time`);
    }
  }
} else {
  const others = [
    ['read and validated', read],
    ['and recorded in a memory ledger', record],
  ] as const;
  await compared(FEWER_ROWS, others);
  await compared(ROWS, others);
}
