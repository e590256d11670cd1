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

interface Tree {
  readonly name: string;
  readonly parts: readonly Tree[];
  readonly first?: Tree;
}

const tree: t.Type<Tree> = t.recursion('Tree', (self) =>
  t.intersection([
    t.type({ name: t.string, parts: t.readonlyArray(self) }),
    t.partial({ first: self }),
  ]),
);

type Sum = number | [Sum, Sum];
const sum: t.Type<Sum> = t.recursion('Sum', (self) => t.union([t.tuple([self, self]), t.number]));

type Chain = { readonly next: Chain };
const endless: t.Type<Chain> = t.recursion('Chain', (self) => t.type({ next: self }));

/** A copy of a codec that validates otherwise, as io-ts-types makes them. */
const remade = (codec: t.Mixed, validate: t.Validate<unknown, unknown>): t.Mixed => {
  const copy = Object.assign(
    Object.create(Object.getPrototypeOf(codec) as object) as t.Mixed,
    codec,
  );
  const decode = (value: unknown): t.Validation<unknown> =>
    validate(value, [{ key: '', type: copy }]);
  return Object.assign(copy, { validate, decode });
};
const withMessage = (codec: t.Mixed, message: string): t.Mixed =>
  remade(codec, (value, context) =>
    E.mapLeft(() => [{ value, context, message }])(
      codec.validate(value, context) as t.Validation<unknown>,
    ),
  );
/** Takes less than what it was made of. */
const positive = remade(t.number, (value, context) =>
  typeof value === 'number' && value > 0 ? t.success(value) : t.failure(value, context),
);
interface LongBrand {
  readonly Long: unique symbol;
}
const Long = t.brand(
  t.string,
  (text): text is t.Branded<string, LongBrand> => text.length > 2,
  'Long',
);

const codecs: readonly t.Mixed[] = [
  Long,
  withMessage(Long, 'long text'),
  withMessage(t.type({ a: withMessage(t.string, 'a text'), b: positive }), 'a and b'),
  withMessage(t.tuple([t.string]), 'one text'),
  tree,
  sum,
  t.record(t.string, tree),
  t.tuple([t.string, t.number]),
  t.type({ a: t.any, b: t.union([t.undefined, t.string]) }),
  t.record(t.keyof({ a: null, b: null }), t.number),
  t.record(t.literal('a'), t.string),
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

  it('are numbers that can be added up', () => {
    const numbers = fc.sample(codecArbitrary(t.number, 'it'), { numRuns: 20_000, seed: 3 });
    const most = Math.max(...numbers.map((value) => Math.abs(Number(value))));
    expect([most > 1e200, Number.isFinite(most * 100)]).toEqual([true, true]);
  });

  it('go deeper than one, and end', () => {
    const depthOf = ({ parts, first }: Tree): number =>
      1 + Math.max(0, ...parts.map(depthOf), first ? depthOf(first) : 0);
    const depths = fc
      .sample(codecArbitrary(tree, 'it'), { numRuns: 200, seed: 1 })
      .map((value) => (tree.is(value) ? depthOf(value) : 0));
    expect(Math.max(...depths)).toBeGreaterThan(2);
    expect(() => codecArbitrary(t.type({ a: endless }), 'the data of acme.Chain')).toThrow(
      'no value of the data of acme.Chain ever ends: give one in `data`',
    );
  });

  it('are not looked for where next to none is right', () => {
    const rare = t.refinement(t.string, (text) => text === 'the one and only', 'Rare');
    expect(() => fc.sample(codecArbitrary(rare, 'it'), 1)).toThrow(
      'none of 10000 values was Rare (it): give an arbitrary for it in `data`',
    );
  });
});
