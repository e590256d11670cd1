import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { core } from '../../src/events/core.ts';
import { decode } from '../../src/events/decode.ts';
import { decodeKept } from '../../src/events/decodeKept.ts';
import type { StoredEvent } from '../../src/events/stored.ts';
import { extend } from '../../src/events/vocabulary.ts';
import { streamArbitrary } from '../../src/testing/arbitraries/streamArbitrary.ts';

const read = decode(core);

/** What it makes of a stream of one event. */
const readKept = (event: unknown, vocabulary: Parameters<typeof decodeKept>[0] = core) => {
  const { events, refused } = decodeKept(vocabulary)([event as StoredEvent]);
  const [refusal] = refused;
  return refusal ? E.left(refusal.error) : E.right(events[0]);
};

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

  it('reads a stream as its events, whatever of it was read before or is frozen', () => {
    const counts = fc.array(fc.nat(30), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(streamArbitrary(), counts, fc.func(fc.boolean()), (stream, ends, isFrozen) => {
        const stored = (stream as unknown as readonly StoredEvent[]).map((event, index) =>
          isFrozen(index) ? frozen(event) : event,
        );
        for (const end of ends) {
          const part = stored.slice(0, end);
          const decoded = part.map(read);
          expect(decodeKept(core)(part)).toEqual({
            events: decoded.flatMap((each) => (E.isRight(each) ? [each.right] : [])),
            refused: decoded.flatMap((each, index) =>
              E.isLeft(each) ? [{ index, error: each.left }] : [],
            ),
          });
        }
      }),
    );
  });

  it('reads an event in the place of one that it read before', () => {
    const [sound, other, wrong] = [note({ en: 'a note' }), note({ en: 'another' }), note(1)].map(
      (event, index) =>
        frozen({ ...event, revision: Math.min(index, 1) }) as unknown as StoredEvent,
    );
    if (!sound || !other || !wrong) throw new Error('expected three events');
    const stream = decodeKept(core);
    expect(stream([sound, other]).events).toEqual([sound, other]);
    expect(stream([sound, wrong]).refused.map(({ index }) => index)).toEqual([1]);
    expect(stream([sound, other]).events).toEqual([sound, other]);
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
    expect(readKept(event, other)).toEqual(decode(other)(event));
  });
});
