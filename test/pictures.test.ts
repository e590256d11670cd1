import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readAll, statusPage } from '../src/import/public.ts';
import { createLedger, incidentId, memoryStore, orThrow } from '../src/index.ts';

const folder = new URL('../docs/images/', import.meta.url);
const pictures = readdirSync(folder);
const source = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const docs = new URL('../docs/', import.meta.url);
const pages = readdirSync(docs)
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(new URL(file, docs), 'utf8'))
  .join('\n');

/** The times of day that a text names. */
const timesIn = (text: string): readonly string[] => text.match(/\b\d\d:\d\d\b/g) ?? [];

describe('pictures', () => {
  it.each(pictures)('%s is shown, and says in words what it shows', (file) => {
    const text = source(file);
    expect(pages).toMatch(new RegExp(`!\\[[^\\]]{40,}\\]\\(images/${file}\\)`));
    expect(text).toContain('role="img" aria-labelledby="title desc"');
    expect(/<title id="title">.{10,}<\/title>/.test(text)).toBe(true);
    expect(/<desc id="desc">.{80,}<\/desc>/s.test(text)).toBe(true);
    expect(text).toContain('@media (prefers-color-scheme: dark)');
  });

  it('of TSR-1023 has only times that its claims have, and the cuts of its example', async () => {
    const page = readFileSync(new URL('../examples/tsr-1023.txt', import.meta.url), 'utf8');
    const { documents } = await readAll(statusPage, page);
    const ledger = createLedger({ store: memoryStore() });
    for (const document of documents) await orThrow(ledger.record(document));
    const { claims } = await orThrow(ledger.history(incidentId('TSR-1023')));
    const told = claims.flatMap(({ occurredAt, statedAt }) =>
      [occurredAt.earliest, occurredAt.latest, statedAt.earliest].map((at) => at?.slice(11, 16)),
    );
    const example = readFileSync(new URL('../examples/threeTimes.ts', import.meta.url), 'utf8');
    const cuts = ['occurredBefore', 'knownAt'].map(
      (axis) => new RegExp(`${axis}: on17\\('(\\d\\d:\\d\\d)'\\)`).exec(example)?.[1],
    );
    const known = new Set([...told, ...cuts]);
    const shown = timesIn(source('three-times.svg'));
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.filter((time) => !known.has(time))).toEqual([]);
  });

  it('of corrections has the times of its example', () => {
    const example = readFileSync(new URL('../examples/threeTimes.ts', import.meta.url), 'utf8');
    const times = new Set(timesIn(example));
    expect(timesIn(source('corrections.svg')).filter((time) => !times.has(time))).toEqual([]);
  });
});
