import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { Actor } from '../../src/primitives/actor.ts';
import { faultsOf, showFault } from '../../src/primitives/fault.ts';

describe('faults of a codec', () => {
  it('name the whole type where nothing of it is there, and the field where one is wrong', () => {
    const said = (value: unknown): readonly string[] => {
      const decoded = Actor.decode(value);
      return E.isLeft(decoded) ? faultsOf(decoded.left, 'actor').map(showFault) : [];
    };
    expect(said(7)).toEqual(['actor: expected Actor, got 7']);
    expect(said({ id: 'a', kind: 'robot' })).toEqual([
      expect.stringMatching(/^actor\.kind: expected .*"person".*, got "robot"$/),
    ]);
  });

  it('name the field of a refined intersection, not its member', () => {
    const both = t.intersection([t.type({ a: t.string }), t.type({ b: t.string })]);
    const refined = t.refinement(both, ({ a, b }) => a !== b, 'two');
    const decoded = t.type({ list: t.array(refined) }).decode({ list: [{ a: 'x' }] });
    expect(E.isLeft(decoded) && faultsOf(decoded.left).map(({ path }) => path)).toEqual([
      'list.0.b',
    ]);
  });
});
