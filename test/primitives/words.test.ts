import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { Actor } from '../../src/primitives/actor.ts';
import { faultsOf, showFault, showValue } from '../../src/primitives/fault.ts';
import { rankOf } from '../../src/primitives/severity.ts';
import { Source, sourceKey } from '../../src/primitives/source.ts';
import { isErased, localized, Name, Text } from '../../src/primitives/text.ts';
import { at, left } from '../history/tell.ts';

const erased = { erased: { at: at('09:00:00'), reason: 'request 7', digest: 'ab12' } };

describe('Text and Name', () => {
  it.each([{ en: 'a' }, { fr: 'a', 'pt-BR': 'b', und: '' }, {}, erased])('can be %j', (value) => {
    expect(Text.decode(value)).toEqual(E.right(value));
  });

  it.each([{ English: 'a' }, { en: 5 }, 'bare', null, ['en'], { erased: { reason: 'x' } }])(
    'of people cannot be %j',
    (value) => {
      expect(E.isLeft(Text.decode(value))).toBe(true);
    },
  );

  it('say when they were erased', () => {
    expect(isErased(erased)).toBe(true);
    expect(isErased({ en: 'a' })).toBe(false);
    expect(isErased('a name')).toBe(false);
    expect(E.isRight(Name.decode(erased))).toBe(true);
    expect(localized(erased)).toEqual({});
    expect(localized(undefined)).toEqual({});
    expect(localized({ en: 'a' })).toEqual({ en: 'a' });
  });
});

describe('Actor', () => {
  it.each(['a', 'u-17', 'service/ledger'])('has the opaque id %s', (id) => {
    expect(E.isRight(Actor.decode({ id }))).toBe(true);
  });

  it.each(['', 'ada@example.org', 'Ada Lovelace'])('does not have the id %j', (id) => {
    expect(E.isLeft(Actor.decode({ id }))).toBe(true);
  });
});

describe('Source', () => {
  it('is its kind and name, wherever in it a claim stands', () => {
    expect(sourceKey({ kind: 'ticket', name: 'a', locator: 'line 1' })).toBe('ticket/a');
    expect(sourceKey({ kind: 'ticket' })).toBe('ticket/');
    expect(E.isLeft(Source.decode({ kind: 'rumour' }))).toBe(true);
  });
});

describe('severity', () => {
  it('is ranked on its own scale', () => {
    expect(rankOf('internal', 'P1')).toBe(1);
    expect(rankOf('public', 'minor')).toBe(2);
    expect(rankOf('public', 'P1')).toBeNull();
    expect(rankOf('house', 'red')).toBeNull();
    expect(rankOf('house', 'red', [{ name: 'house', levels: ['red', 'green'] }])).toBe(0);
  });
});

describe('faults', () => {
  const Both = t.intersection([
    t.type({ a: t.number, list: t.array(t.type({ b: t.string })) }),
    t.partial({ c: t.union([t.string, t.null]) }),
  ]);

  it('name every field that is wrong, once', () => {
    const faults = faultsOf(left(Both.decode({ list: [{ b: 'x' }, { b: 1 }], c: 5 })), 'data');
    expect(faults.map(showFault)).toEqual([
      'data.a: expected number, got nothing',
      'data.list.1.b: expected string, got 1',
      'data.c: expected string or null, got 5',
    ]);
    expect(showFault({ path: '', expected: 'text', actual: '5' })).toBe(
      'value: expected text, got 5',
    );
  });

  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;

  it.each([
    [undefined, 'nothing'],
    [Number.NaN, 'NaN'],
    [5n, '5'],
    ['x'.repeat(100), `"${'x'.repeat(78)}…`],
    [{ a: [1] }, '{"a":[1]}'],
    [(): null => null, 'function'],
    [Symbol('s'), 'symbol'],
    [cycle, 'object'],
  ])('show %p as %s', (value, shown) => {
    expect(showValue(value)).toBe(shown);
  });
});
