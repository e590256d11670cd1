import { expect } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import { core } from '../../src/events/core.ts';
import { excessIn } from '../../src/events/excess.ts';
import { definitionOf } from '../../src/events/vocabulary.ts';
import type { Importer } from '../../src/import/importer.ts';
import type { ReadResult } from '../../src/import/readAll.ts';
import { readAll } from '../../src/import/readAll.ts';
import { IncidentId } from '../../src/primitives/ids.ts';
import { Moment } from '../../src/primitives/moment.ts';
import { Source } from '../../src/primitives/source.ts';

/** Reads any text: something is said of it, every claim is one that the vocabulary takes, and it reads the same twice. */
export const soundRead = async (importer: Importer, text: string): Promise<ReadResult> => {
  const result = await readAll(importer, text);
  const { documents, warnings, leftOut, errors } = result;
  expect(documents.length + warnings.length + leftOut.length + errors.length).toBeGreaterThan(0);
  expect(errors.length).toBeLessThan(2);
  for (const { place, message, expected } of errors)
    expect([place, message, expected]).not.toContain('');
  for (const { incidentId, sourceKey, statedAt, claims } of documents) {
    expect([IncidentId.is(incidentId), sourceKey !== '']).toEqual([true, true]);
    expect(statedAt === undefined || Moment.is(statedAt)).toBe(true);
    for (const claim of claims) {
      const definition = definitionOf(core, claim.type);
      expect(definition && E.isRight(definition.data.decode(claim.data))).toBe(true);
      expect(definition && excessIn(definition.data, claim.data)).toEqual([]);
      expect([Moment.is(claim.occurredAt), Source.is(claim.source)]).toEqual([true, true]);
      expect(claim.statedAt === undefined || Moment.is(claim.statedAt)).toBe(true);
      expect(claim.item).not.toBe('');
    }
  }
  expect(await readAll(importer, text)).toEqual(result);
  return result;
};

/** A text cut off, or with a character changed, doubled or taken out. */
export const damaged = (text: string, at: number, how: number): string => {
  const place = at % (text.length + 1);
  const [before, after] = [text.slice(0, place), text.slice(place)];
  if (how === 0) return before;
  if (how === 1) return before + after.slice(1);
  if (how === 2) return before + after.slice(0, 1) + after;
  return (
    before + String.fromCharCode((after.charCodeAt(0) || 0) ^ (1 << (how % 7))) + after.slice(1)
  );
};
