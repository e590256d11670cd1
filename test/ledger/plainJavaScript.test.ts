import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import type { Claim, ClaimDocument } from '../../src/events/claim.ts';
import { core } from '../../src/events/core.ts';
import { createLedger } from '../../src/ledger/createLedger.ts';
import { imported } from '../../src/ledger/imported.ts';
import { showFailure } from '../../src/ledger/showFailure.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { eventArbitrary } from '../../src/testing/arbitraries/eventArbitrary.ts';
import { at, by, now } from '../decide/by.ts';

const claim: Claim = {
  type: 'NoteAdded',
  data: { text: { en: 'slow' } },
  occurredAt: at('09:53'),
  source: { kind: 'ticket', locator: 'row 1' },
  item: 'row 1',
};

const document: ClaimDocument = {
  sourceKey: 'page/1',
  incidentId: by.incidentId,
  importer: { name: 'page', version: '1' },
  complete: true,
  claims: [claim],
};

const recorded = async (value: unknown): Promise<string> => {
  const clock = () => now;
  const ledger = createLedger({ store: memoryStore({ clock }), clock });
  const result = await ledger.record(value as ClaimDocument)();
  return E.isLeft(result) ? showFailure(result.left) : 'recorded';
};

describe('what plain JavaScript passes for a document', () => {
  it.each([
    [null, 'this is no document: value: expected a document with claims, got null'],
    [[], /sourceKey: expected text that is not empty, got nothing; importer\.name: /],
    [
      { ...document, claims: null },
      'this is no document: claims: expected a list of claims, got null',
    ],
    [
      { ...document, complete: 'yes', claims: [claim, null, 'x', [claim], undefined, 5] },
      'this is no document: complete: expected true or false, got "yes"; claims.1: expected a claim, got null; claims.2: expected a claim, got "x"; ',
    ],
    [
      { ...document, importer: null },
      /importer\.name: expected text that is not empty, got nothing/,
    ],
    [
      {
        ...document,
        get claims() {
          throw new Error('not today');
        },
      },
      'this is no document: value: expected a document that can be read, got an error: not today',
    ],
    [{ ...document, incidentId: 5 }, /^NoteAdded at 0: incidentId: expected /],
    [{ ...document, statedAt: 5 }, /^NoteAdded at 0: statedAt: expected /],
    [{ ...document, digest: 5 }, /^NoteAdded at 0: origin\.digest: expected /],
    [{ ...document, claims: [{}] }, /^nothing at 0: /],
    [{ ...document, claims: [{ ...claim, type: Symbol('x') }] }, /at 0: type: expected /],
    [{ ...document, claims: [{ ...claim, type: 'toString' }] }, /^toString at 0: type: expected /],
    [
      { ...document, claims: [{ ...claim, item: null }] },
      /origin\.item: expected string, got null/,
    ],
    [{ ...document, claims: [{ ...claim, source: null, data: () => {} }] }, /^NoteAdded at 0: /],
    [{ ...document, claims: [{ ...claim, frob: 1 }] }, /^NoteAdded at 0: frob: /],
    [{ ...document, claims: [claim, { ...claim, data: undefined }] }, /^NoteAdded at 1: data/],
    [document, 'recorded'],
  ])('is told what is wrong with it (%#)', async (value, message) => {
    const said = await recorded(value);
    if (typeof message === 'string') expect(said.slice(0, message.length)).toBe(message);
    else expect(said).toMatch(message);
  });

  it('may be anything: nothing is thrown', async () => {
    const keys = [
      'sourceKey',
      'incidentId',
      'importer',
      'complete',
      'claims',
      'statedAt',
      'digest',
    ];
    const anything = fc.anything({
      withBigInt: true,
      withSparseArray: true,
      withNullPrototype: true,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...keys), anything, async (key, value) => {
        expect(typeof (await recorded({ ...document, [key]: value }))).toBe('string');
        expect(typeof (await recorded({ ...document, claims: [claim, value] }))).toBe('string');
        expect(typeof (await recorded(value))).toBe('string');
      }),
      { numRuns: 200 },
    );
  });
});

describe('claims that are made ready at once', () => {
  const claims = fc.array(
    eventArbitrary().map((event) => {
      const { type, data, occurredAt, statedAt, source, happening } = event;
      return {
        type,
        ...(statedAt && { statedAt }),
        data,
        occurredAt,
        source,
        ...(happening !== undefined && { happening }),
        item: `item ${type.length % 3}`,
      } as Claim;
    }),
    { maxLength: 8 },
  );

  it('are the same as those that are looked at closely, field by field in their order', () => {
    const stated = fc.option(fc.constant(at('11:00')), { nil: undefined });
    fc.assert(
      fc.property(claims, stated, (all, statedAt) => {
        const whole: ClaimDocument = { ...document, claims: all, ...(statedAt && { statedAt }) };
        // What inherits from nothing is no plain object.
        const odd = all.map((each) =>
          Object.assign<Claim, Claim>(Object.create(null) as Claim, each),
        );
        const ready = imported(whole, document.incidentId, core);
        const closely = imported({ ...whole, claims: odd }, document.incidentId, core);
        expect(JSON.stringify(ready)).toBe(JSON.stringify(closely));
      }),
    );
  });
});
