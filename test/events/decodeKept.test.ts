import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { core } from '../../src/events/core.ts';
import { decode } from '../../src/events/decode.ts';
import { decodeKept } from '../../src/events/decodeKept.ts';
import { extend } from '../../src/events/vocabulary.ts';
import { streamArbitrary } from '../../src/testing/arbitraries/streamArbitrary.ts';

const read = decode(core);
const readKept = decodeKept(core);

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  for (const child of Object.values(value)) frozen(child);
  return Object.freeze(value);
};

const note = (text: unknown) => ({
  eventId: '9fd0ce87-3989-5465-a0da-fe51f36391f3',
  incidentId: 'INC-1',
  type: 'NoteAdded',
  version: 1,
  occurredAt: { latest: '2024-12-17T10:00:00.000Z' },
  actor: { id: 'u-1' },
  source: { kind: 'responder' },
  data: { text },
  revision: 0,
  recordedAt: '2024-12-17T10:00:00.000Z',
});

describe('decodeKept', () => {
  it('reads what decode reads, at the first time and again', () => {
    fc.assert(
      fc.property(streamArbitrary(), fc.boolean(), (events, isFrozen) => {
        for (const event of isFrozen ? frozen(events) : events) {
          const decoded = read(event);
          expect(readKept(event)).toEqual(decoded);
          expect(readKept(event)).toEqual(decoded);
        }
      }),
    );
  });

  it('looks again at what can have changed, however deep', () => {
    const inner: Record<string, unknown> = { en: 'a note' };
    const event = note(inner);
    Object.freeze(event);
    Object.freeze(event.data);
    expect(E.isRight(readKept(event))).toBe(true);
    inner['en'] = 1;
    expect(readKept(event)).toEqual(read(event));
    expect(E.isLeft(readKept(event))).toBe(true);
  });

  it('refuses again what it refused, frozen or not', () => {
    const wrong = frozen(note(1));
    expect(readKept(wrong)).toEqual(read(wrong));
    expect(E.isLeft(readKept(wrong))).toBe(true);
  });

  it('knows what it read for each vocabulary by itself', () => {
    const other = extend(core, {});
    const event = frozen(note({ en: 'a note' }));
    expect(readKept(event)).toEqual(E.right(event));
    expect(decodeKept(other)(event)).toEqual(decode(other)(event));
  });
});
