import { readFileSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { core } from '../../src/events/core.ts';
import { excessIn } from '../../src/events/excess.ts';
import { definitionOf } from '../../src/events/vocabulary.ts';
import { Moment } from '../../src/primitives/moment.ts';
import { Source } from '../../src/primitives/source.ts';
import { readPage } from './read.ts';

const sample = readFileSync(new URL('../../examples/tsr-1023.txt', import.meta.url), 'utf8');

/** Reading ends in a document or an error, and every claim is one that the vocabulary takes. */
const holds = async (text: string): Promise<void> => {
  const first = await readPage(text);
  expect(first.documents.length + first.errors.length).toBeGreaterThan(0);
  expect(first.documents.length * first.errors.length).toBe(0);
  for (const { type, data, occurredAt, statedAt, source, item } of first.documents.flatMap(
    (document) => document.claims,
  )) {
    const definition = definitionOf(core, type);
    expect(definition && E.isRight(definition.data.decode(data))).toBe(true);
    expect(definition && excessIn(definition.data, data)).toEqual([]);
    expect([Moment.is(occurredAt), Moment.is(statedAt), Source.is(source)]).toEqual([
      true,
      true,
      true,
    ]);
    expect(item).not.toBe('');
  }
  expect(await readPage(text)).toEqual(first);
};

const words = fc.constantFrom(
  'resolved',
  'Investigating',
  'Résolu',
  'Dec 17, 2024',
  '10:12 AM UTC',
  '10h51',
  '1H51am',
  'CET',
  'entre',
  'et',
  'between',
  'and',
  '**',
  '*',
  '|',
  '---',
  '#',
  '\n',
  '\n- ',
  ' - ',
  ' : ',
  'FR',
  'EN',
  'TSR-1',
  'Début / Start :',
  'Fin / End :',
  'postmortem',
  '=====ENGLISH VERSION=====',
  '31/12/2024',
  '29 février',
  '99:99',
  'Root cause',
  'Timeline',
  'Actions',
  '\uD800',
  '😀',
  'incident begins',
  'service restored',
  'lasting 6m',
  'affecting',
  'Acme experienced a minor incident on',
  'Affected components',
  '2024-03-31 02:30 Europe/Paris',
);

/** Machines differ; how long it takes is no part of what is tested. */
jest.setTimeout(60_000);

describe('any text', () => {
  it('is read without throwing, to a document or an error', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), holds));
  });

  it('of the words of pages likewise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 60 }), (parts) => holds(parts.join(' '))),
      { numRuns: 300 },
    );
  });

  it('behind the head of an update likewise', async () => {
    const head = 'resolved Dec 17, 2024, 10:12 UTC\nx\npostmortem Dec 18, 2024, 10:12 UTC\n';
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 60 }), (parts) =>
        holds(head + parts.join(' ')),
      ),
      { numRuns: 300 },
    );
  });

  it('below the days of a history likewise', async () => {
    const parts = fc.oneof(
      words,
      fc.constantFrom(
        '\nMar 4, 2025\n',
        '\nNo incidents reported.\n',
        '\nTitle\n',
        '\nMar 4, 10:02 UTC\n',
        '\nInvestigating - x\n',
        '\nResolved - x\n',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 60 }), (list) => holds(list.join(' '))),
      { numRuns: 200 },
    );
  });

  it('cut off from TSR-1023 likewise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: sample.length }), fc.nat({ max: sample.length }), (a, b) =>
        holds(sample.slice(Math.min(a, b), Math.max(a, b))),
      ),
    );
  });

  it('changed from TSR-1023 likewise', async () => {
    const change = fc.tuple(fc.nat({ max: sample.length }), fc.nat({ max: 30 }), words);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        let text = sample;
        for (const [at, length, word] of changes)
          text = text.slice(0, at) + word + text.slice(at + length);
        return holds(text);
      }),
    );
  });
});
