/**
 * How the time to read a post mortem grows with its size, for shapes that make careless parsers slow.
 *
 * In seconds of processor time, all threads together, which other work on the machine disturbs less than the clock on
 * the wall; the last column is the worst growth from one size to its double. Run it with
 * `node --conditions=@incident-ledger/source --import ./scripts/typescript.js bench/postmortem.ts [shape…]`;
 * `RUNS=3` sets how many readings the least is taken of.
 */
import { postmortem, readAll } from 'incident-ledger/import';
import { timed } from './measure.ts';
import { clock, repeated } from './repeated.ts';

const KIB = 1024;
const SIZES = [128, 256, 512, 1024];
const HEAD = '# Outage 2024-02-10\n## Timeline (UTC)\n- 10:00 service down\n';
const PROSE = '# Outage 2024-02-10\n';

const made =
  (head: string, piece: string | ((index: number) => string)) =>
  (size: number): string =>
    repeated(head, piece, size);

/** Texts of a size, by what they are made of. */
const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  stars: made(HEAD, '*'),
  'list of stars': made(HEAD, '* a\n'),
  brackets: made(HEAD, '['),
  'half links': made(HEAD, '[a]('),
  ticks: made(HEAD, '`a``'),
  bars: made(HEAD, '|'),
  'lines of bars': made(HEAD, '|\n'),
  'table rows': made(`${HEAD}| A | B |\n|---|---|\n`, '| a | b |\n'),
  quotes: made(HEAD, '>'),
  'quoted lines': made(HEAD, '> a\n'),
  'less than': made(HEAD, '<'),
  'open comments': made(HEAD, '<!-- '),
  'open tags': made(HEAD, '<a '),
  'template tags': made(HEAD, '<% '),
  fences: made(HEAD, '```\n'),
  'nested items': made(HEAD, (index) => `${' '.repeat(index % 40)}- a\n`),
  'timeline lines': made(HEAD, (index) => `- ${clock(index)} service restored\n`),
  'newest first': made(HEAD, (index) => `- ${clock(1440 - (index % 1440))} a\n`),
  'timed headings': made(HEAD, (index) => `### ${clock(index)}\na\n`),
  timelines: made(HEAD, '## Timeline\n- 10:00 down\n'),
  sections: made(HEAD, '## Impact\nx\n'),
  labels: made(PROSE, 'Start: 10:00 UTC\n'),
  'bold labels': made(PROSE, '**Impact:** a\n'),
  'times in prose': made(PROSE, 'between 10:51 and 10:52 UTC it was down. '),
  'paragraphs with times': made(PROSE, 'It was down at 10:51 UTC.\n\n'),
  'tabbed rows': made(HEAD, 'a\tb\n'),
  permalinks: made(HEAD, 'https://a.slack.com/archives/C1/p1707559200000100\n'),
  'quoted instants': made(`${HEAD}\n`, '> 2024-02-10T10:00:00Z x\n'),
  'marks of languages': made(HEAD, '[FR] le service est en panne\n[EN] the service is down\n'),
  'statements of zones': made(PROSE, 'All times in UTC\n'),
  actions: made('# x\n## Action items\n', (index) => `- [ ] @bob${index} a\n`),
  'a flattened line': made('# x\n', `${'a'.repeat(200)} * b ## c ** d `),
  'HTML: div': made('<html>', '<div>'),
  'HTML: b': made('<html>', '<b>'),
  'HTML: tables in tables': made('<html>', '<table><tr><td>'),
  'HTML: cells': made('<html><table><tr>', '<td>a'),
  'HTML: lists in lists': made('<html>', '<ul><li>a'),
  'HTML: time': made('<html>', '<time datetime="2024-01-01T10:00Z">x</time>'),
  'HTML: terms': made('<html><dl>', '<dt>Start<dd>10:00 UTC'),
  'HTML: ampersands': made('<html>', '&'),
};

const seconds = async (text: string): Promise<number> => {
  const ms = await timed(async () => {
    await readAll(postmortem, text, { documentName: 'bench.md' });
  });
  return ms / 1000;
};

const row = (cells: readonly string[]): string =>
  `${cells.map((cell, index) => (index === 0 ? cell.padEnd(26) : cell.padStart(10))).join('')}\n`;

const main = async (): Promise<void> => {
  const asked = process.argv.slice(2);
  const runs = Number(process.env['RUNS'] ?? '3');
  process.stdout.write(
    row(['CPU seconds, least', ...SIZES.map((kib) => `${kib} KiB`), 'worst ×2']),
  );
  for (const name of asked.length > 0 ? asked : Object.keys(SHAPES)) {
    const times: number[] = [];
    for (const kib of SIZES) {
      const text = SHAPES[name]?.(kib * KIB) ?? '';
      let least = Infinity;
      for (let run = 0; run < runs; run++) least = Math.min(least, await seconds(text));
      times.push(least);
    }
    const growth = times.slice(1).map((time, index) => time / Math.max(times[index] ?? time, 0.01));
    const cells = times.map((time) => time.toFixed(3));
    process.stdout.write(row([name, ...cells, Math.max(...growth).toFixed(2)]));
  }
};

await main();
