import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { spilledLines } from '../../src/cli/buckets.ts';
import { fromSource, root } from '../fromSource.ts';
import { cli } from './fakeIo.ts';

const folder = mkdtempSync(join(tmpdir(), 'incident-ledger-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const line = (incidentId: string, revision: number): string =>
  JSON.stringify({ revision, text: 'à\u2028b', incidentId });

const incidents = Array.from({ length: 40 }, (_, index) => `INC-${index}`);

describe('sort', () => {
  it('groups logs by incident, each by revision', async () => {
    const at = (revision: number): string => incidents.map((id) => line(id, revision)).join('\r\n');
    const late = fileOf('late.jsonl', `\uFEFF${at(2)}\n\n${at(0)}\n`);
    const early = fileOf('early.jsonl', at(1));
    const { code, out, said } = await cli(['sort', late, early]);
    expect([code, said]).toEqual([0, []]);
    const lines = out.trimEnd().split('\n');
    const ids = lines.map((text) => (JSON.parse(text) as { incidentId: string }).incidentId);
    const order = [...new Set(ids)];
    expect(order.toSorted()).toEqual(incidents.toSorted());
    expect(lines).toEqual(order.flatMap((id) => [0, 1, 2].map((revision) => line(id, revision))));
  });

  it('writes nothing when a line cannot be placed', async () => {
    const bad = fileOf(
      'bad.jsonl',
      `${line('A', 0)}\n{"half\n7\n{"incidentId":"A","revision":"0"}\n`,
    );
    const { code, out, said } = await cli(['sort', bad]);
    expect([code, out]).toEqual([2, '']);
    expect(said).toEqual(
      [2, 3, 4].map((at) => `${bad}: line ${at}: expected an event with incidentId and revision`),
    );
  });

  it('names ten lines at most', async () => {
    const { said } = await cli(['sort', fileOf('worse.jsonl', 'x\n'.repeat(50))]);
    expect(said).toHaveLength(10);
  });

  it('says which file it cannot read', async () => {
    const { code, said } = await cli(['sort', join(folder, 'none.jsonl')]);
    expect([code, said.length]).toEqual([2, 1]);
    expect(said[0]).toContain('none.jsonl: no such file');
    const given = await cli(['sort', folder]);
    expect([given.code, given.said]).toEqual([2, [`${folder}: expected a file, got a folder`]]);
  });

  it('writes nothing of what is no UTF-8, rather than other characters', async () => {
    const bad = fileOf('latin.jsonl', '');
    const [before, after] = [`${line('A', 0)}\n{"incidentId":"A","revision":1,"text":"`, '"}\n'];
    writeFileSync(
      bad,
      Buffer.concat([Buffer.from(before), Uint8Array.of(0xe9), Buffer.from(after)]),
    );
    const { code, out, said } = await cli(['sort', bad]);
    const at = Buffer.byteLength(before) + 1;
    expect([code, out, said]).toEqual([
      2,
      '',
      [`${bad}: expected text in UTF-8, got another encoding (byte ${at}, line 2)`],
    ]);
  });

  it('reads logs packed by gzip', async () => {
    const packed = fileOf('packed.jsonl.gz', '');
    writeFileSync(packed, gzipSync(`${line('A', 1)}\n${line('A', 0)}\n`));
    const { code, out } = await cli(['sort', packed]);
    expect([code, out]).toEqual([0, `${line('A', 0)}\n${line('A', 1)}\n`]);
  });

  it('stops when it is told to, and leaves nothing behind', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('incident-ledger-'));
    const path = fileOf('long.jsonl', `${line('A', 0)}\n`);
    const { code, out } = await cli(['sort', path], { signal: AbortSignal.abort() });
    expect([code, out]).toEqual([3, '']);
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith('incident-ledger-'));
    expect(after.length).toBeLessThanOrEqual(before.length);
  });
});

describe('lines on disk', () => {
  it('are divided again where there are too many for one file', () => {
    const lines = spilledLines((text) => text.slice(0, 5));
    const long = 'x'.repeat(200_000);
    const keys = Array.from({ length: 120 }, (_, index) => `${10_000 + index}`);
    for (const key of [...keys, ...keys]) lines.add({ key, line: `${key}${long}` });
    // All of these are in one file of the first division, since they are one key.
    for (let count = 0; count < 100; count += 1)
      lines.add({ key: keys[0] ?? '', line: `${keys[0]}${long}` });
    const seen = new Map<string, number>();
    for (const group of lines.groups()) {
      const inGroup = new Set(group.map((text) => text.slice(0, 5)));
      for (const key of inGroup) seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    lines.remove();
    expect(seen.size).toBe(120);
    expect([...seen.values()].every((groups) => groups === 1)).toBe(true);
  });
});

describe('a log larger than what is kept in memory', () => {
  /** Sizes that do not repeat soon, the same in every run. */
  const spread = (count: number, most: number): readonly number[] =>
    Array.from({ length: count }, (_, at) => (at * 7_919) % most);

  it('comes in groups within the bounds, each incident whole in one, no line lost', () => {
    const bounds = { pending: 1024, largestBytes: 32 * 1024 };
    const keyOf = (text: string): string => text.split(' ')[0] ?? '';
    const lines = spilledLines(keyOf, bounds);
    const all = spread(20_000, 1_500).map((key, at) => `k${key} ${at} ${'é'.repeat(at % 90)}`);
    for (const text of all) lines.add({ key: keyOf(text), line: text });
    const seen = new Set<string>();
    const found: string[] = [];
    for (const group of lines.groups()) {
      expect(Buffer.byteLength(group.join(''))).toBeLessThanOrEqual(bounds.largestBytes);
      const keys = new Set(group.map(keyOf));
      expect([...keys].filter((key) => seen.has(key))).toEqual([]);
      for (const key of keys) seen.add(key);
      found.push(...group);
    }
    lines.remove();
    expect(found.toSorted()).toEqual(all.map((text) => `${text}\n`).toSorted());
  });

  it('is sorted by a process whose memory could not hold it', async () => {
    const [incidentCount, revisions] = [4_000, 24];
    const path = join(folder, 'large.jsonl');
    const filling = 'x'.repeat(640);
    // The last event of every incident, then the one before it: nothing stands where it belongs.
    for (let revision = revisions - 1; revision >= 0; revision -= 1) {
      const texts = Array.from({ length: incidentCount }, (_, at) =>
        JSON.stringify({ incidentId: `INC-${at}`, revision, filling }),
      );
      writeFileSync(path, `${texts.join('\n')}\n`, { flag: 'a' });
    }
    // What the engine takes for the code itself is up to 30 MiB, by its version.
    const heapMib = 48;
    expect(statSync(path).size).toBeGreaterThan(1.25 * heapMib * 1024 * 1024);
    const sorting = spawn(
      process.execPath,
      [`--max-old-space-size=${heapMib}`, ...fromSource, 'src/cli/main.ts', 'sort', path],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    // Never into our own: a test runner that reads there that memory ran out takes itself for the one.
    let said = '';
    sorting.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const ended = new Promise((settle) => {
      sorting.on('close', settle);
    });
    const done = new Set<string>();
    let current = { incidentId: '', revision: -1 };
    let misplaced = 0;
    for await (const text of createInterface(sorting.stdout)) {
      const next = JSON.parse(text) as typeof current;
      const isNext =
        next.incidentId === current.incidentId
          ? next.revision === current.revision + 1
          : next.revision === 0 && !done.has(next.incidentId);
      if (!isNext) misplaced += 1;
      if (next.revision === revisions - 1) done.add(next.incidentId);
      current = next;
    }
    expect([await ended, said, misplaced, done.size]).toEqual([0, '', 0, incidentCount]);
  }, 120_000);
});
