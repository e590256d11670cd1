import { readFileSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import type { Claim } from '../../../src/events/claim.ts';
import { postmortem } from '../../../src/import/postmortem/postmortemDocument.ts';
import { recogniseImporter } from '../../../src/import/recogniseImporter.ts';
import { statusPage } from '../../../src/import/status-page/statusPage.ts';
import { localized } from '../../../src/primitives/text.ts';
import type { PageStyle, PrintedIncident } from '../../arbitraries/statusPageText.ts';
import { pageLayouts, printedIncident, printedPage } from '../../arbitraries/statusPageText.ts';
import { ofType, readPage } from '../read.ts';
import { damaged, soundRead } from '../soundRead.ts';

/** Machines differ; how long it takes is no part of what is tested. */
jest.setTimeout(60_000);

const STYLE: PageStyle = { isNewestFirst: false, isTwelveHours: false, hasYear: true };

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Whether a text of it names a year, which its updates could have. */
const namesYear = ({ updates }: PrintedIncident): boolean =>
  updates.some(({ text }) => text.includes('2019'));

/** Status, instant and text of every update. */
const told = (claims: readonly Claim[]): readonly (readonly string[])[] =>
  ofType(claims, 'StatusPublished').map(({ data, occurredAt }) => [
    data.status,
    occurredAt.earliest ?? '',
    plain(Object.values(data.text === undefined ? {} : localized(data.text)).join('\n')),
  ]);

const expected = ({ updates }: PrintedIncident): readonly (readonly string[])[] =>
  updates.map(({ status, ms, text }) => [status, new Date(ms).toISOString(), plain(text)]);

/** What a page says, without where it stands and how its times are written. */
const meaning = (claims: readonly Claim[]): readonly unknown[] =>
  claims.map(({ type, data, occurredAt, statedAt, source }) => [
    type,
    plain(JSON.stringify(data)),
    [occurredAt.earliest, occurredAt.latest],
    [statedAt?.earliest, statedAt?.latest],
    [source.kind, source.name],
  ]);

/** A page as browsers save it. */
const asHtml = (text: string): string => {
  const lines = text.split('\n').map((line) => {
    const escaped = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const cells = escaped.split('\t');
    if (cells.length > 1) return `<table><tr><td>${cells.join('</td><td>')}</td></tr></table>`;
    return `<div><span>\n  ${escaped.replaceAll(' ', '\n ')}\n</span></div>`;
  });
  return ['<!DOCTYPE html>', '<html><body>', ...lines, '</body></html>'].join('\n');
};

const read = async (text: string) => {
  const { documents, warnings, errors } = await readPage(text);
  expect(errors).toEqual([]);
  return { documents, warnings, claims: documents.flatMap(({ claims }) => claims) };
};

describe.each(Object.entries(pageLayouts))('a page in the layout "%s"', (_, layout) => {
  const style = fc.record({
    isNewestFirst: fc.boolean(),
    isTwelveHours: fc.boolean(),
    hasYear: fc.constant(true),
  });

  it('gives back what was printed, in any order and with any clock', async () => {
    await fc.assert(
      fc.asyncProperty(printedIncident, style, async (incident, how) => {
        const text = printedPage(incident, layout, how);
        expect(recogniseImporter([postmortem, statusPage], text)).toBe(statusPage);
        const { documents, claims } = await read(text);
        expect(documents.map(({ title }) => Object.values(title ?? {}))).toEqual([
          [incident.title],
        ]);
        expect(told(claims)).toEqual(expected(incident));
      }),
      { numRuns: 40 },
    );
  });

  it('means the same in either order, with either clock, and with other spaces', async () => {
    await fc.assert(
      fc.asyncProperty(printedIncident, async (incident) => {
        const text = printedPage(incident, layout, STYLE);
        const same = meaning((await read(text)).claims);
        for (const other of [
          printedPage(incident, layout, { ...STYLE, isNewestFirst: true }),
          printedPage(incident, layout, { ...STYLE, isTwelveHours: true }),
          text.replaceAll('\n', '\r\n'),
          text.replaceAll(/(?<=\d) (?=UTC|\d)/g, '\u00A0'),
          text.replaceAll(' UTC', '\u202FUTC'),
        ])
          expect(meaning((await read(other)).claims)).toEqual(same);
      }),
      { numRuns: 15 },
    );
  });

  it('means the same when it is saved as HTML, or below front matter', async () => {
    await fc.assert(
      fc.asyncProperty(printedIncident, async (incident) => {
        const text = printedPage(incident, layout, STYLE);
        const same = meaning((await read(text)).claims);
        expect(meaning((await read(asHtml(text))).claims)).toEqual(same);
        const front = ['---', `title: ${incident.title}`, '---', ''].join('\n');
        expect(meaning((await read(front + text)).claims)).toEqual(same);
      }),
      { numRuns: 15 },
    );
  });

  it('without its year has the same instants where another line tells it, else none', async () => {
    await fc.assert(
      fc.asyncProperty(printedIncident, fc.boolean(), async (incident, isNewestFirst) => {
        fc.pre(!namesYear(incident));
        const bare = printedPage(incident, layout, { ...STYLE, isNewestFirst, hasYear: false });
        const { claims, warnings } = await read(bare);
        expect(told(claims).every(([, at]) => at === '')).toBe(true);
        expect(warnings.some(({ message }) => message.includes('no day or year'))).toBe(true);
        const [first] = incident.updates;
        const day = new Date(first?.ms ?? 0).toISOString().slice(0, 10);
        const witnessed = bare.replace('Status\n', `Status\n${day}\n`);
        expect(told((await read(witnessed)).claims)).toEqual(expected(incident));
      }),
      { numRuns: 20 },
    );
  });

  it('cut off behind any line tells no other time, or says that one is missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        printedIncident,
        fc.boolean(),
        fc.nat(),
        async (incident, isNewestFirst, at) => {
          const lines = printedPage(incident, layout, { ...STYLE, isNewestFirst }).split('\n');
          const cut = lines.slice(0, 1 + (at % lines.length)).join('\n');
          const { documents, warnings, errors } = await readPage(cut);
          if (errors.length > 0) return;
          const whole = new Set(expected(incident).map(([status, time]) => `${status} ${time}`));
          const others = documents
            .flatMap(({ claims }) => told(claims))
            .filter(([status, time]) => !whole.has(`${status} ${time}`));
          expect(others.length === 0 || warnings.length > 0).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('with a character changed, doubled or taken out is read soundly', async () => {
    await fc.assert(
      fc.asyncProperty(printedIncident, fc.nat(), fc.nat(30), async (incident, at, how) => {
        const text = printedPage(incident, layout, STYLE);
        await soundRead(statusPage, damaged(text, at, how));
        await soundRead(statusPage, damaged(asHtml(text), at, how));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the sample', () => {
  const sample = readFileSync(new URL('../../../examples/tsr-1023.txt', import.meta.url), 'utf8');
  const [head = '', ...updates] = sample.split(/^(?=- \p{L})/mu);

  it('means the same in any order of its updates', async () => {
    const same = meaning((await read(sample)).claims);
    expect(updates).toHaveLength(4);
    for (const order of [updates.toReversed(), [...updates.slice(3), ...updates.slice(0, 3)]]) {
      const text = [head, ...order.map((update) => `${update.trimEnd()}\n`)].join('');
      expect(meaning((await read(text)).claims)).toEqual(same);
    }
  });

  it('means the same with a clock of 24 hours and other ends of lines', async () => {
    const same = meaning((await read(sample)).claims);
    expect(meaning((await read(sample.replaceAll(' AM UTC', ' UTC'))).claims)).toEqual(same);
    expect(meaning((await read(sample.replaceAll('\n', '\r\n'))).claims)).toEqual(same);
  });
});
