/**
 * How the time to read a status page grows with its size, for shapes that make careless parsers slow.
 *
 * Each measurement runs in a process of its own, since a warm heap hides growth, and is in seconds of processor time,
 * all threads together, which other work on the machine disturbs less than the clock on the wall. Run it with
 * `node --conditions=@incident-ledger/source --import ./scripts/typescript.js bench/import.ts [shape…]`;
 * `RUNS=5` sets how many processes the median is taken of.
 */
import { spawnSync } from 'node:child_process';
import { readAll, statusPage } from 'incident-ledger/import';
import { clock, repeated } from './repeated.ts';
import { median, timed } from './measure.ts';

const MIB = 1024 * 1024;
const SIZES = [0.5, 1, 2, 4];
const HEAD = 'Acme incident\nTitle\n- resolved Dec 17, 2024, 10:18 AM UTC\n';
const POSTMORTEM = `${HEAD}Done.\n- postmortem Dec 18, 2024, 08:24 AM UTC\n`;

const DAY = 24 * 60 * 60_000;

/** A minute of some year as an update shows it. */
const shown = (index: number): string =>
  `${new Date(Date.UTC(2024, 0, 1) + Math.floor(index / 1440) * DAY).toISOString().slice(0, 10)} ${clock(index)}`;

/** Texts of a size, by what they are made of. */
const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  digits: (size) => repeated(HEAD, '1234567890', size),
  'digits, no update': (size) => repeated('', '1', size),
  spaces: (size) => repeated(HEAD, `a${' '.repeat(4000)}`, size),
  'nested markup': (size) => repeated(POSTMORTEM, '**_[(', size),
  stars: (size) => repeated(POSTMORTEM, '*', size),
  'long line': (size) => repeated(POSTMORTEM, 'the service was slow between 10:02 and ', size),
  clocks: (size) => repeated(POSTMORTEM, '10h51 ', size),
  'clocks in an update': (size) => repeated(HEAD, '10h51 ', size),
  'FR EN': (size) => repeated(HEAD, 'FR EN ', size),
  'FR EN in a post mortem': (size) => repeated(POSTMORTEM, 'FR EN ', size),
  bars: (size) => repeated(POSTMORTEM, '|', size),
  'table rows': (size) =>
    repeated(`${POSTMORTEM}**Actions**\n| A | B |\n| --- | --- |\n`, '| a | b |\n', size),
  'tabbed rows': (size) => repeated(`${POSTMORTEM}Actions\nA\tB\n`, 'a\tb\n', size),
  bullets: (size) => repeated(POSTMORTEM, '* ', size),
  headings: (size) => repeated(POSTMORTEM, 'Root cause\nx\n', size),
  'timeline lines': (size) =>
    repeated(`${POSTMORTEM}**Timeline**\n`, (index) => `- ${clock(index)} : a\n`, size),
  'timeline facts': (size) =>
    repeated(
      `${POSTMORTEM}**Timeline**\n`,
      (index) => `- ${clock(index)} : service restored\n`,
      size,
    ),
  updates: (size) =>
    repeated('Acme incident\n', (index) => `- update ${shown(index)} UTC\nText.\n`, size),
  'updates in Europe/Paris': (size) =>
    repeated('Acme incident\n', (index) => `- update ${shown(index)} Europe/Paris\nText.\n`, size),
  'updates with headers': (size) =>
    repeated(
      'Acme incident\n',
      (index) =>
        `- update ${shown(index)} UTC\nTSR-1 - Start : 10h02 CET - End : 10h12 - Priority : P1\n`,
      size,
    ),
  'updates that remedy': (size) =>
    repeated(
      'Acme incident\n',
      (index) => `- update ${shown(index)} UTC\nService has been restored since 10:02.\n`,
      size,
    ),
  'edits in an update': (size) =>
    repeated(
      'Acme Status\nResolved\nDec 17, 2024 10:18 UTC\n',
      (index) => `EDIT ${clock(index)}: a\n`,
      size,
    ),
  'component lists': (size) =>
    repeated(
      'Acme incident\n- resolved Dec 17, 2024, 10:18 AM UTC\nAffected components\n',
      (index) => `C${index}\n`,
      size,
    ),
  'header lines': (size) =>
    repeated('', 'Some words of a page.\n', size - 60) +
    '\n- resolved Dec 17, 2024, 10:18 AM UTC\nDone.\n',
  'blank lines': (size) => repeated(HEAD, '\n', size),
  'lone surrogates': (size) => repeated(HEAD, '\uD800', size),
};

const seconds = async (shape: string, size: number): Promise<number> => {
  const text = SHAPES[shape]?.(size * MIB) ?? '';
  const ms = await timed(async () => {
    await readAll(statusPage, text, { documentName: 'bench.txt' });
  });
  return ms / 1000;
};

const measured = (shape: string, size: number, runs: number): number => {
  const times = Array.from({ length: runs }, () => {
    const { stdout } = spawnSync(
      process.execPath,
      [...process.execArgv, import.meta.filename, '--once', shape, String(size)],
      { encoding: 'utf8' },
    );
    return Number(stdout);
  });
  return median(times);
};

const row = (cells: readonly string[]): string =>
  `${cells.map((cell, index) => (index === 0 ? cell.padEnd(26) : cell.padStart(9))).join('')}\n`;

const main = async (): Promise<void> => {
  const asked = process.argv.slice(2);
  const [first, shape = '', size = ''] = asked;
  if (first === '--once') {
    process.stdout.write(String(await seconds(shape, Number(size))));
    return;
  }
  const runs = Number(process.env['RUNS'] ?? '5');
  const sizes = SIZES.map((mib) => `${mib} MiB`);
  process.stdout.write(row(['CPU seconds, median', ...sizes, '×2', '×2', '×2']));
  for (const name of asked.length > 0 ? asked : Object.keys(SHAPES)) {
    const times = SIZES.map((mib) => measured(name, mib, runs));
    const ratios = times.slice(1).map((time, index) => (time / (times[index] ?? time)).toFixed(2));
    process.stdout.write(row([name, ...times.map((time) => time.toFixed(3)), ...ratios]));
  }
};

await main();
