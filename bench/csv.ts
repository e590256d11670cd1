/**
 * What it costs to import a ticket system's log as CSV, against a bare streaming parse of the same file.
 *
 * `npm run bench:csv` measures a file of 141 712 rows shaped like ServiceNow's audit log, and the memory that ten times as
 * many take, each in a process of its own; `ROUNDS=5` sets how many rounds the medians are taken of.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { csv, serviceNowMapping } from 'incident-ledger/import';
import { createLedger, memoryStore, orThrow } from 'incident-ledger';
import { compare } from './measure.ts';
import { serviceNowFile } from './serviceNowFile.ts';

const ROWS = 141_712;
/** Rows of the file whose claims are recorded in a ledger as well: that costs much more. */
const RECORDED_ROWS = 10_000;

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

const [asked, of = ''] = process.argv.slice(2);
if (asked === '--memory') {
  await read(serviceNowFile(Number(of)).path);
  print(String(process.resourceUsage().maxRSS / 1024));
} else {
  await compared(ROWS, [['read and validated', read]]);
  await compared(RECORDED_ROWS, [
    ['read and validated', read],
    ['and recorded in a memory ledger', record],
  ]);
  for (const rows of [ROWS, 10 * ROWS]) {
    serviceNowFile(rows);
    const { stdout } = spawnSync(
      process.execPath,
      [...process.execArgv, import.meta.filename, '--memory', String(rows)],
      { encoding: 'utf8' },
    );
    print(`most memory ever, reading ${rows} rows: ${Number(stdout).toFixed(0)} MiB`);
  }
}
