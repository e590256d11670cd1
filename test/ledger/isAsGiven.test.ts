import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import type { ClaimDocument } from '../../src/events/claim.ts';
import { createLedger } from '../../src/ledger/createLedger.ts';
import { isAsGiven } from '../../src/ledger/isAsGiven.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { EventStore } from '../../src/store/port.ts';
import { A, notes } from '../../src/testing/contractNotes.ts';
import { at, by } from '../decide/by.ts';

const document: ClaimDocument = {
  sourceKey: 'page/1',
  incidentId: by.incidentId,
  importer: { name: 'acme', version: '1' },
  complete: true,
  claims: [
    {
      type: 'NoteAdded',
      data: { text: { en: 'a' } },
      occurredAt: at('09:53'),
      source: { kind: 'ticket' },
      item: '1',
    },
  ],
};

/** A store that gives back other data than it was given. */
const lying = (data: object): EventStore => {
  const store = memoryStore();
  return {
    ...store,
    read: (query) => async () => {
      const page = await store.read(query)();
      if (E.isLeft(page)) return page;
      const events = page.right.events.map((event) => ({ ...event, data: { ...data } }));
      return E.right({ ...page.right, events });
    },
  };
};

describe('what a store gives back', () => {
  it('is as it was given when every part of it is the very same, and it cannot change', () => {
    const [given] = notes(A, 'a').map((event) => Object.freeze(event));
    if (!given) throw new Error('no note');
    const recording = { revision: 0, recordedAt: at('09:53').earliest as never };
    expect(isAsGiven({ ...given, ...recording }, given)).toBe(true);
    expect(isAsGiven({ ...given, ...recording }, { ...given })).toBe(false);
    expect(isAsGiven({ ...given, ...recording }, undefined)).toBe(false);
    const source = { ...given.source };
    expect(isAsGiven({ ...given, ...recording, source }, given)).toBe(false);
  });

  it('is read like anything else when it is not', async () => {
    const bad = await createLedger({ store: lying({ text: 1 }) }).record(document)();
    expect(bad).toMatchObject({ left: { _tag: 'UnreadableEvents' } });
    const other = await createLedger({ store: lying({ text: { en: 'b' } }) }).record(document)();
    expect(other).toMatchObject({ right: { events: [{ data: { text: { en: 'b' } } }] } });
  });
});
