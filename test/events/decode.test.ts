import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { core } from '../../src/events/core.ts';
import { decode, showDecodeError } from '../../src/events/decode.ts';
import type { EventDefinition } from '../../src/events/definition.ts';
import { extend } from '../../src/events/vocabulary.ts';
import type { Json, JsonObject } from '../../src/primitives/json.ts';
import { clock, event, idOf, left, right } from '../history/tell.ts';

const resolved = event('Resolved', {}, clock('10:02:00'), { n: 0 });
const read = decode(core);

describe('decode', () => {
  it('refuses an unknown type without a dot', () => {
    const error = left(read({ ...resolved, type: 'Rebooted' }));
    expect(error).toEqual({ _tag: 'UnknownType', type: 'Rebooted' });
    expect(showDecodeError(error)).toMatch(
      /^type: expected an event type of the vocabulary.*"Rebooted"$/,
    );
  });

  it('refuses a version newer than it knows', () => {
    const error = left(read({ ...resolved, version: 2 }));
    expect(error).toEqual({ _tag: 'UnknownVersion', type: 'Resolved', version: 2, known: 1 });
    expect(showDecodeError(error)).toBe(
      'version: expected at most 1 for Resolved, got 2; a newer incident-ledger wrote it',
    );
  });

  it('carries an own type that it does not know as it is', () => {
    const own = {
      ...resolved,
      type: 'acme.CallOpened',
      version: 7,
      data: [{ any: 'thing' }, null],
    };
    expect(read(own)).toEqual(E.right(own));
  });

  it('refuses an event without data, also of an own type', () => {
    const { data: _, ...bare } = resolved;
    expect(showDecodeError(left(read(bare)))).toMatch(/^data: /);
    expect(showDecodeError(left(read({ ...bare, type: 'acme.CallOpened' })))).toMatch(/^data: /);
  });

  it('says everything that is wrong with the envelope at once', () => {
    const error = left(
      read({ ...resolved, eventId: 'x', revision: -1, recordedAt: 'now', actor: 1 }),
    );
    expect(error._tag === 'InvalidEvent' && error.faults.map(({ path }) => path)).toEqual([
      'eventId',
      'actor',
      'revision',
      'recordedAt',
    ]);
  });

  it('says everything that is wrong with the data at once', () => {
    const data = { alertId: '', text: { en: 1 }, monitor: 5 };
    const error = left(read({ ...resolved, type: 'AlertRaised', data }));
    expect(error._tag === 'InvalidEvent' && error.faults.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['data.alertId', 'data.monitor', 'data.text.en']),
    );
  });

  it.each([null, 5, 'event', [], {}])('refuses %j', (value) => {
    expect(left(read(value))._tag).toBe('InvalidEvent');
  });
});

/** The own event whose data was written in three ways over the years. */
interface CallOpened {
  readonly callId: string;
  readonly bridge: { readonly url: string; readonly kind: 'audio' | 'video' };
}

const CallOpened: t.Type<CallOpened> = t.type({
  callId: t.string,
  bridge: t.type({ url: t.string, kind: t.keyof({ audio: null, video: null }) }),
});

const asObject = (data: Json): JsonObject => data as JsonObject;

/** Version 1 had `id` and `url`; version 2 named the id by its type; version 3 says what kind of bridge it is. */
const callOpened: EventDefinition<CallOpened> = {
  version: 3,
  data: CallOpened,
  happening: ({ callId }) => callId,
  upcasts: [
    {
      from: 2,
      to: 3,
      up: (data) => {
        const { url = '', ...rest } = asObject(data);
        return { ...rest, bridge: { url, kind: 'audio' } };
      },
    },
    {
      from: 1,
      to: 2,
      up: (data) => {
        const { id = '', ...rest } = asObject(data);
        return { ...rest, callId: id };
      },
    },
  ],
};

describe('data of an older version', () => {
  const vocabulary = extend(core, { 'acme.CallOpened': callOpened });
  const readOwn = decode(vocabulary);
  const stored = (version: number, data: Json): unknown => ({
    ...resolved,
    type: 'acme.CallOpened',
    version,
    data,
  });
  const now = { callId: 'c1', bridge: { url: 'https://call.example/1', kind: 'audio' } };

  it.each([
    [1, { id: 'c1', url: 'https://call.example/1' }],
    [2, { callId: 'c1', url: 'https://call.example/1' }],
    [3, now],
  ])('%i is brought to the present one, and what is stored stays as it is', (version, data) => {
    const older = stored(version, Object.freeze(data));
    expect(right(readOwn(older))).toMatchObject({ version: 3, data: now });
    expect(older).toMatchObject({ version, data });
  });

  it('keeps its unknown fields on the way', () => {
    const read3 = right(readOwn(stored(1, { id: 'c1', url: 'u', floor: 3 })));
    expect(read3.data).toEqual({ callId: 'c1', bridge: { url: 'u', kind: 'audio' }, floor: 3 });
  });

  it('is checked after it was brought up', () => {
    expect(showDecodeError(left(readOwn(stored(1, { id: 5, url: 'u' }))))).toBe(
      'data.callId: expected string, got 5',
    );
  });

  it('that an upcast cannot take is a fault, not an exception', () => {
    expect(showDecodeError(left(readOwn(stored(1, null))))).toBe(
      'data: expected data of version 1 of acme.CallOpened, got null',
    );
  });

  it('is brought up inside a correction too', () => {
    const correction = event(
      'Corrected',
      {
        target: idOf(1),
        targetType: 'acme.CallOpened',
        targetVersion: 1,
        kind: 'revision',
        reason: 'wrong bridge',
        data: { id: 'c1', url: 'https://call.example/1' },
      },
      clock('10:02:00'),
      { n: 2 },
    );
    expect(right(readOwn(correction)).data).toMatchObject({ targetVersion: 3, data: now });
    expect(read(correction)).toEqual(E.right(correction));
  });

  it('of which no chain leads on is refused', () => {
    const unchecked = {
      definitions: { ...vocabulary.definitions, 'acme.CallOpened': { ...callOpened, upcasts: [] } },
    };
    const error = left(decode(unchecked)(stored(2, {})));
    expect(error).toEqual({
      _tag: 'UnknownVersion',
      type: 'acme.CallOpened',
      version: 2,
      known: 3,
    });
    expect(showDecodeError(error)).toBe(
      'version: no upcast leads from version 2 of acme.CallOpened to 3',
    );
  });
});

describe('a correction', () => {
  const correction = event(
    'Corrected',
    {
      target: idOf(1),
      targetType: 'AlertRaised',
      targetVersion: 1,
      kind: 'revision',
      reason: 'wrong alert',
    },
    clock('10:02:00'),
    { n: 2 },
  );

  it('without data is read as it is', () => {
    expect(read(correction)).toEqual(E.right(correction));
  });

  it('has its data read as the type of its target', () => {
    const data = { ...correction.data, data: { alertId: 5 } };
    expect(showDecodeError(left(read({ ...correction, data })))).toBe(
      'data.data.alertId: expected text that is not empty, got 5',
    );
  });

  it('is refused with data of a type or version that is unknown', () => {
    const data = { ...correction.data, data: {} };
    expect(left(read({ ...correction, data: { ...data, targetType: 'Nope' } }))._tag).toBe(
      'UnknownType',
    );
    expect(left(read({ ...correction, data: { ...data, targetVersion: 9 } }))._tag).toBe(
      'UnknownVersion',
    );
  });
});
