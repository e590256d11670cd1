import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { cloudEventOf, storedEventOf } from '../../../src/import/cloudevents/cloudEvent.ts';
import { readCloudEvents } from '../../../src/import/cloudevents/readCloudEvents.ts';
import type { StoredEvent } from '../../../src/index.ts';
import { encode, core, instantOfMs } from '../../../src/index.ts';
import { eventArbitrary } from '../../../src/testing/public.ts';

/** Stored events of every type, with envelope fields that nobody knows. */
const stored: fc.Arbitrary<StoredEvent> = fc
  .tuple(
    eventArbitrary(),
    fc.nat(1000),
    fc.nat(2 ** 40),
    fc.dictionary(fc.stringMatching(/^x[a-z]{1,5}$/), fc.jsonValue({ maxDepth: 2 }), {
      maxKeys: 2,
    }),
  )
  .map(([event, revision, ms, unknown]) => {
    const unstored = encode(core)(event);
    if (E.isLeft(unstored)) throw new Error('expected a valid event');
    const recorded = { ...unknown, ...unstored.right, revision, recordedAt: instantOfMs(ms) };
    return JSON.parse(JSON.stringify(recorded)) as StoredEvent;
  });

const read = async (text: string): Promise<readonly unknown[]> => {
  async function* pieces(): AsyncIterable<string> {
    for (let at = 0; at < text.length; at += 97) yield text.slice(at, at + 97);
  }
  const all: unknown[] = [];
  for await (const event of readCloudEvents(pieces())) {
    all.push(E.isRight(event) ? event.right : event.left);
  }
  return all;
};

describe('CloudEvents', () => {
  it('give back the stored events they were made of, as lines, as a batch, and laid out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stored, { minLength: 1, maxLength: 4 }), async (events) => {
        const made = events.map((event) => cloudEventOf({ ...event, position: '7' }));
        expect(await read(made.map((each) => `${JSON.stringify(each)}\n`).join(''))).toEqual(
          events,
        );
        expect(await read(JSON.stringify(made, null, 1))).toEqual(events);
        const laidOut = made.map((each) => JSON.stringify(each, null, 2)).join('\r\n');
        expect(await read(laidOut)).toEqual(events);
      }),
      { numRuns: 60 },
    );
  });

  it('have the attributes of the standard', () => {
    const event = fc.sample(stored, { numRuns: 1, seed: 7 })[0];
    if (!event) throw new Error('expected an event');
    expect(cloudEventOf(event, 'https://ledger.example')).toMatchObject({
      specversion: '1.0',
      id: event.eventId,
      source: 'https://ledger.example',
      type: `incident-ledger.${event.type}`,
      subject: event.incidentId,
      recordedtime: event.recordedAt,
      datacontenttype: 'application/json',
    });
  });

  it('are refused where an attribute and the event in them disagree', () => {
    const event = fc.sample(stored, { numRuns: 1, seed: 7 })[0];
    if (!event) throw new Error('expected an event');
    const made = cloudEventOf(event);
    const refused = storedEventOf({
      ...made,
      subject: 'other',
      recordedtime: '2020-01-01T00:00:00Z',
    });
    expect(E.isLeft(refused) && refused.left.map(({ path }) => path)).toEqual([
      'subject',
      'recordedtime',
    ]);
  });

  it('are taken as libraries and brokers write them again, where that says the same', () => {
    const event = fc.sample(stored, { numRuns: 1, seed: 7 })[0];
    if (!event) throw new Error('expected an event');
    const at = instantOfMs(Date.UTC(2024, 4, 6, 10));
    const made = cloudEventOf({
      ...event,
      recordedAt: at,
      occurredAt: { earliest: at, latest: at },
    });
    const { datacontenttype: _, ...bare } = made;
    const { time: __, ...timeless } = made;
    for (const again of [
      { ...made, time: '2024-05-06T10:00:00Z', recordedtime: '2024-05-06T10:00:00+00:00' },
      { ...made, time: '2024-05-06T12:00:00.000000+02:00' },
      { ...made, datacontenttype: 'application/json; charset=utf-8' },
      { ...bare, traceparent: '00-1-2-00' },
    ]) {
      expect(storedEventOf(again)).toEqual(storedEventOf(made));
    }
    for (const other of [
      { ...made, time: '2024-05-06T10:00:00.000001Z' },
      { ...made, recordedtime: '2024-05-06T10:00:01Z' },
      { ...made, datacontenttype: 'application/xml' },
      { ...made, time: null },
      timeless,
    ]) {
      expect(E.isLeft(storedEventOf(other))).toBe(true);
    }
  });

  it('of a batch that are wrong are told by line and place in it', async () => {
    const text = '[\n  {"specversion":"1.0","type":"com.acme.x"},\n  7,\n  {"specversion":"0.3"}]';
    expect(await read(text)).toEqual([
      expect.objectContaining({ _tag: 'OtherShape', place: 'line 2, [0]' }),
      expect.objectContaining({ _tag: 'OtherShape', place: 'line 3, [1]' }),
      expect.objectContaining({ _tag: 'OtherShape', place: 'line 4, [2]' }),
    ]);
  });

  it('are told apart from what others write, with the place', async () => {
    const text = '{"specversion":"1.0","type":"com.acme.x","data":{}}\n\nno\n[]\n';
    expect(await read(text)).toEqual([
      expect.objectContaining({ _tag: 'OtherShape', place: 'line 1' }),
      expect.objectContaining({ _tag: 'NotJson', place: 'line 3' }),
      expect.objectContaining({ _tag: 'OtherShape', place: 'line 4' }),
    ]);
  });

  it('of others are told as such once, however they are laid out', async () => {
    const text = '{\n  "specversion": "1.0",\n  "type": "com.acme.x",\n  "data": {}\n}\n';
    expect(await read(text + text)).toEqual([
      expect.objectContaining({ _tag: 'OtherShape', place: 'line 1' }),
      expect.objectContaining({ _tag: 'OtherShape', place: 'line 6' }),
    ]);
  });
});
