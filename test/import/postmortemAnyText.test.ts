// The documents are written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { core } from '../../src/events/core.ts';
import { excessIn } from '../../src/events/excess.ts';
import { definitionOf } from '../../src/events/vocabulary.ts';
import { postmortem } from '../../src/import/postmortem/postmortemDocument.ts';
import { Moment } from '../../src/primitives/moment.ts';
import { Source } from '../../src/primitives/source.ts';
import { readDocument, timesOf } from './readDocument.ts';

jest.setTimeout(60_000);

const markdown = `---
title: Incident on 2020-10-07 - Slow pages
---
# Incident on 2020-10-07 - Slow pages

- **Key events**
  - First detected 2020-10-07 08:33
  - Resolved 2020-10-07 17:19
- **Time to resolve**: 8h 46m

## Timeline (all times in CET)

### 08:10 - deploy of v3
> Violation started: Oct 7, 2020 at 6:32AM UTC
\`\`\`
2020-10-07T06:32:00Z error
\`\`\`
- 10h15 - 11h : service indisponible
- 00:10 fix deployed
- midnight: on-call paged. - 01:00: errors stop
- T0 = 01:10: rollback
- T+5: all well
- 10 minutes later, the next check
- yesterday 09:00 a deploy

| Time | Event |
| --- | --- |
| 14:00 | Incident resolved |

**Impact:** Down for 2 hours. See https://a.slack.com/archives/C1/p1602051965000100

## Action items
- [x] Add a test (@bob, due: 2020-11-01)
  - Owner: ann
`;

const html = `<!doctype html><html><head><title>Postmortem</title></head><body><h1>Outage of May 7, 2024</h1>
<table><tr><th>Time (UTC)</th><th>What</th></tr><tr><td>10:02</td><td>Alert fired</td></tr></table>
<dl><dt>Start</dt><dd><time datetime="2024-05-07T08:02:00Z">10:02</time></dd></dl><p>Between 10:02 and 11:00 UTC it was down.</p></html>`;

/** Reading ends in a document or an error, and every claim is one that the vocabulary takes. */
const holds = async (text: string): Promise<void> => {
  expect(postmortem.recognise(text)).toBeGreaterThanOrEqual(0);
  const first = await readDocument(text, { documentName: 'any.md' });
  expect(first.documents.length + first.errors.length).toBeGreaterThan(0);
  expect(first.errors.length).toBeLessThan(2);
  for (const claim of first.documents[0]?.claims ?? []) {
    const { type, data, occurredAt, statedAt, source, item } = claim;
    const definition = definitionOf(core, type);
    expect(definition && E.isRight(definition.data.decode(data))).toBe(true);
    expect(definition && excessIn(definition.data, data)).toEqual([]);
    expect([Moment.is(occurredAt), statedAt === undefined || Moment.is(statedAt)]).toEqual([
      true,
      true,
    ]);
    expect(Source.is(source)).toBe(true);
    expect(item).not.toBe('');
  }
  const keys = first.documents[0]?.claims.map(({ type, item, data }) => [
    type,
    item,
    'impactId' in data ? data.impactId : '',
  ]);
  expect(new Set(keys?.map((key) => key.join('\n'))).size).toBe(keys?.length ?? 0);
  expect(await readDocument(text, { documentName: 'any.md' })).toEqual(first);
};

const words = fc.constantFrom(
  ...'# |## Timeline|### |- |* |> |```|<!--|-->|**|| a | b ||\n| --- | --- |\n|\n|\n\n|  |<table>|<td>|<li>|</time>|<time datetime="2024-01-01T10:00Z">|<h1>'.split(
    '|',
  ),
  '|',
  '10:02',
  '10h51 - 11h',
  '7.50pm',
  '16.11',
  '00:00 AM',
  '2024-02-30',
  'May 7, 2024',
  '17 décembre',
  'UTC',
  'CET',
  'All times in PST',
  'between',
  'and',
  'Start:',
  'Duration: 2h',
  'service restored',
  'incident resolved',
  'reopened',
  'English version',
  '[FR]',
  'https://gitter.im/a/b?at=5ac010032b9dfdbc3a421980',
  '?from=1654149587937&to=1654207111545',
  '<% %>',
  '{{',
  '\t',
  '\u0000',
  '\uD800',
);

describe('any text', () => {
  it('of words of post mortems', async () => {
    const texts = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' '));
    await fc.assert(fc.asyncProperty(texts, holds), { numRuns: 120 });
  });

  it('of any characters', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 300 });
    await fc.assert(fc.asyncProperty(texts, holds), { numRuns: 50 });
  });

  it('cut off anywhere', async () => {
    const cuts = fc.tuple(fc.constantFrom(markdown, html), fc.nat(1500));
    await fc.assert(
      fc.asyncProperty(cuts, ([text, at]) => holds(text.slice(0, at % text.length))),
      { numRuns: 60 },
    );
  });

  it('with a byte changed', async () => {
    const flips = fc.tuple(fc.constantFrom(markdown, html), fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(flips, async ([text, where, byte]) => {
        const bytes = new TextEncoder().encode(text);
        bytes[where % bytes.length] = byte;
        await holds(new TextDecoder().decode(bytes));
      }),
      { numRuns: 60 },
    );
  });

  it('with its lines in another order', async () => {
    const lines = markdown.split('\n');
    const shuffled = fc.shuffledSubarray(lines, { minLength: Math.floor(lines.length / 2) });
    await fc.assert(
      fc.asyncProperty(shuffled, (some) => holds(some.join('\n'))),
      { numRuns: 40 },
    );
  });
});

interface Line {
  readonly minutes: number;
  readonly text: string;
}

const DAY = 24 * 60;
const two = (value: number): string => String(value).padStart(2, '0');
const hour = (at: number): number => Math.floor(at / 60) % 24;
const colon = (at: number): string => `${two(hour(at))}:${two(at % 60)}`;
const french = (at: number): string => `${hour(at)}h${two(at % 60)}`;
const dotted = (at: number): string => `${two(hour(at))}.${two(at % 60)}`;
const twelve = (at: number): string =>
  `${hour(at) % 12 === 0 ? 12 : hour(at) % 12}:${two(at % 60)} ${hour(at) < 12 ? 'AM' : 'PM'}`;

/** The ways in which a timeline is printed; each says its zone, UTC. */
const layouts: readonly ((lines: readonly Line[]) => string)[] = [
  (lines) =>
    `## Timeline (UTC)\n\n${lines.map((one) => `- ${colon(one.minutes)} - ${one.text}`).join('\n')}`,
  (lines) =>
    `## Timeline\n\nAll times in UTC\n\n${lines.map((one) => `### ${twelve(one.minutes)}\n\n${one.text}\n`).join('\n')}`,
  (lines) =>
    `## Chronologie (heures UTC)\n\n${lines.map((one) => `* **${french(one.minutes)} :** ${one.text}`).join('\n')}`,
  (lines) =>
    `## Cronologia (orari UTC)\n\n${lines.map((one) => `${dotted(one.minutes)} ${one.text}`).join('\n\n')}`,
  (lines) =>
    `## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n${lines.map((one) => `| ${colon(one.minutes)} | ${one.text} |`).join('\n')}`,
  (lines) =>
    `## Timeline (UTC)\n\n| # | Date | Time | Event |\n|---|---|---|---|\n${lines
      .map((one, index) => {
        const day = one.minutes < DAY ? '2024-02-28' : '2024-02-29';
        return `| ${index} | ${day} | ${colon(one.minutes)} | ${one.text} |`;
      })
      .join('\n')}`,
  (lines) =>
    `<h2>Timeline (UTC)</h2><ul>${lines.map((one) => `<li><strong>${colon(one.minutes)}</strong>: ${one.text}</li>`).join('')}</ul>`,
  (lines) =>
    `<h2>Timeline (UTC)</h2><table><tr><th>When</th><th>What</th></tr>${lines.map((one) => `<tr><td>${twelve(one.minutes)}</td><td>${one.text}</td></tr>`).join('')}</table>`,
];

describe('a generated timeline', () => {
  it('reads back to the same times in every layout', async () => {
    const line = fc.constantFrom('we look at it', 'nothing new', 'rien de neuf', 'still busy');
    // Lines lie at most six hours apart, so that those past midnight can be told.
    const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), line), {
      minLength: 1,
      maxLength: 6,
    });
    const start = fc.integer({ min: 1, max: DAY - 1 });
    await fc.assert(
      fc.asyncProperty(gaps, start, fc.nat(layouts.length - 1), async (steps, first, nth) => {
        let minutes = first;
        const lines: Line[] = [];
        for (const [gap, text] of steps) {
          if (minutes < 2 * DAY) lines.push({ minutes, text });
          minutes += gap;
        }
        const isHtml = nth > 5;
        const title = 'Incident on 2024-02-28';
        const text = `${isHtml ? `<h1>${title}</h1>` : `# ${title}`}\n\n${layouts[nth]?.(lines) ?? ''}\n`;
        const { documents } = await readDocument(text);
        expect(timesOf(documents[0]?.claims ?? [])).toEqual(
          lines.map(
            (one) =>
              `NoteAdded ${one.minutes < DAY ? '2024-02-28' : '2024-02-29'}T${colon(one.minutes)}`,
          ),
        );
      }),
      { numRuns: 120 },
    );
  });
});
