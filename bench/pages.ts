/**
 * What it costs to read status pages, against bare passes of a UTF-8 decode and a split into lines over them.
 *
 * `npm run bench:pages` measures 1000 pages of 10 KB, some in French or in two languages; the same in English alone, since a
 * pass over ASCII is quicker; then how the cost of a byte changes with ten and a hundred times as large a page, and with a
 * tenth, and ten times, as many pages. `ROUNDS=5` sets how many rounds the medians are taken of.
 */
import { readAll, statusPage } from 'incident-ledger/import';
import { compare } from './measure.ts';
import { pageText } from './pageText.ts';

const PASSES = 60;
const KIB = 1024;

const pages = (count: number, bytes: number, isEnglish: boolean): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, seed) => Buffer.from(pageText(bytes, seed, isEnglish)));

const decoder = new TextDecoder();

const pass = (all: readonly Uint8Array[]): number =>
  all.reduce((lines, bytes) => lines + decoder.decode(bytes).split('\n').length, 0);

const readPages = async (all: readonly Uint8Array[]): Promise<void> => {
  for (const bytes of all) {
    const { errors } = await readAll(statusPage, decoder.decode(bytes), { documentName: 'p.txt' });
    if (errors[0]) throw new Error(errors[0].message);
  }
};

const rounds = Number(process.env['ROUNDS'] ?? '5');
/** Engines go on compiling the patterns and branches of prose for some rounds. */
const WARM_UPS = 3;

const measured = async (count: number, bytes: number, isEnglish = false): Promise<void> => {
  const all = pages(count, bytes, isEnglish);
  const size = all.reduce((sum, page) => sum + page.length, 0);
  const passes = async (): Promise<void> => {
    for (let index = 0; index < PASSES; index += 1) pass(all);
  };
  const [base, own] = await compare(
    [`${PASSES} passes`, passes],
    [['read', async () => readPages(all)]],
    rounds,
    WARM_UPS,
  );
  const nsByte = ((own?.ms ?? 0) * 1e6) / size;
  process.stdout.write(
    `${String(count).padStart(6)} pages of ${String(bytes / KIB).padStart(5)} KiB${isEnglish ? ', English' : ''}: ${(own?.ratio ?? Number.NaN).toFixed(2)} (${own?.range.map((each) => each.toFixed(2)).join(' to ')}) × ${PASSES} passes (${base?.ms.toFixed(0)} ms), ${nsByte.toFixed(0)} ns a byte\n`,
  );
};

await measured(1000, 10 * KIB);
await measured(1000, 10 * KIB, true);
for (const [count, bytes] of [
  [100, 10],
  [100, 100],
  [10, 1000],
  [10_000, 10],
] as const) {
  await measured(count, bytes * KIB);
}
