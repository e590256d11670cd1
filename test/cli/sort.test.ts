import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { spilledLines } from '../../src/cli/buckets.ts';
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
    expect(said[0]).toContain('none.jsonl: ENOENT');
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
