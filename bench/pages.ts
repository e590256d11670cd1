/**
 * What it costs to read status pages, against bare passes of a UTF-8 decode and a split into lines over them.
 *
 * `npm run bench:pages` measures 1000 pages of 10 KB; then how the cost of a byte changes with ten and a hundred times as
 * large a page, and with a tenth, and ten times, as many pages. `ROUNDS=5` sets how many rounds the medians are taken of.
 */
import { readAll, statusPage } from 'incident-ledger/import';
import { compare } from './measure.ts';

const PASSES = 60;
const KIB = 1024;

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const DAY_MS = 86_400_000;

const WORDS = [
  'We are investigating elevated error rates for card payments in the European region.',
  'A fix has been implemented and we are monitoring the results closely with our provider.',
  'Some customers may still see delays of several minutes while queues are being worked off.',
  'The issue has been identified as a faulty network device and is being isolated.',
];

/** One update of a page, with prose that holds a time now and then. */
const update = (index: number): string => {
  const day = new Date(Date.UTC(2024, 0, 1) + Math.floor(index / 1440) * DAY_MS);
  const status = ['resolved', 'monitoring', 'identified', 'investigating'][index % 4] ?? '';
  const date = day.toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const lines = Array.from({ length: 6 }, (_, at) => WORDS[(index + at) % WORDS.length] ?? '');
  return `${status} ${date}, ${clock(index)} UTC\n${lines.join('\n')}\nImpact was first seen at ${clock(index + 3)} UTC.\n\n`;
};

/** A page of about that size. */
const page = (bytes: number, seed: number): string => {
  const parts = [`Acme Payments incident ${seed}\nAPI, Dashboard\n\n`];
  for (let [index, size] = [0, 0]; size < bytes; index += 1) {
    const next = update(index);
    parts.push(next);
    size += next.length;
  }
  return parts.join('').slice(0, bytes);
};

const pages = (count: number, bytes: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, seed) => Buffer.from(page(bytes, seed)));

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

const measured = async (count: number, bytes: number): Promise<void> => {
  const all = pages(count, bytes);
  const passes = async (): Promise<void> => {
    for (let index = 0; index < PASSES; index += 1) pass(all);
  };
  const [base, own] = await compare(
    [`${PASSES} passes`, passes],
    [['read', async () => readPages(all)]],
    rounds,
  );
  const nsByte = ((own?.ms ?? 0) * 1e6) / (count * bytes);
  process.stdout.write(
    `${String(count).padStart(6)} pages of ${String(bytes / KIB).padStart(5)} KiB: ${(own?.ratio ?? Number.NaN).toFixed(2)} × ${PASSES} passes (${base?.ms.toFixed(0)} ms), ${nsByte.toFixed(0)} ns a byte\n`,
  );
};

await measured(1000, 10 * KIB);
for (const [count, bytes] of [
  [100, 10],
  [100, 100],
  [10, 1000],
  [10_000, 10],
] as const) {
  await measured(count, bytes * KIB);
}
