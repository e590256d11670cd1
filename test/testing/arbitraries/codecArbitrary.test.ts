import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { core } from '../../../src/events/core.ts';
import { Actor } from '../../../src/primitives/actor.ts';
import { EventId, IncidentId } from '../../../src/primitives/ids.ts';
import { Instant } from '../../../src/primitives/instant.ts';
import { Moment } from '../../../src/primitives/moment.ts';
import { Source } from '../../../src/primitives/source.ts';
import { Localized, Name, Text } from '../../../src/primitives/text.ts';
import { codecArbitrary } from '../../../src/testing/arbitraries/codecArbitrary.ts';

const codecs: readonly t.Mixed[] = [
  t.string,
  t.number,
  t.boolean,
  t.null,
  t.unknown,
  t.UnknownArray,
  t.UnknownRecord,
  t.literal('a'),
  t.keyof({ a: null, b: null }),
  t.array(t.string),
  t.readonlyArray(t.number),
  t.readonly(t.type({ a: t.string })),
  t.exact(t.type({ a: t.string })),
  t.record(t.string, t.number),
  t.union([t.string, t.null]),
  t.Int,
  t.refinement(t.string, (text) => text.length > 2, 'long text'),
  t.intersection([t.type({ a: t.string }), t.partial({ b: t.number })]),
  t.intersection([t.UnknownRecord, t.type({ a: t.string })]),
  Actor,
  EventId,
  IncidentId,
  Instant,
  Localized,
  Moment,
  Name,
  Source,
  Text,
  ...Object.values(core.definitions).map(({ data }) => data),
];

describe('values derived from a codec', () => {
  it.each(codecs.map((codec) => [codec.name, codec] as const))('are %s', (_, codec) => {
    fc.assert(
      fc.property(codecArbitrary(codec, 'it'), (value) => E.isRight(codec.decode(value))),
      { numRuns: 30 },
    );
  });

  it('cannot be derived from one of another make', () => {
    const own = new t.Type<string>('Own', t.string.is, t.string.validate, t.identity);
    expect(() => codecArbitrary(t.type({ list: t.array(own) }), 'the data of acme.Own')).toThrow(
      'no arbitrary can be derived for the data of acme.Own.list[], whose codec Own is of a make of its own: give one in `data`',
    );
  });

  it('are not looked for where next to none is right', () => {
    const rare = t.refinement(t.string, (text) => text === 'the one and only', 'Rare');
    expect(() => fc.sample(codecArbitrary(rare, 'it'), 1)).toThrow(
      'none of 10000 values was Rare (it): give an arbitrary for it in `data`',
    );
  });
});
