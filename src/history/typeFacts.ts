import type { HappeningRule } from '../events/definition.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import { definitionOf, typesOf } from '../events/vocabulary.ts';

/** What a history asks of a vocabulary, by type. */
export interface TypeFacts {
  /** Places in the order in which events of one instant are told. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Which events are claims about the same happening. */
  readonly rules: ReadonlyMap<string, HappeningRule<unknown>>;
}

const known = new WeakMap<object, TypeFacts>();

/** What a history asks of a vocabulary; looked up once. */
export const factsIn = <D>(vocabulary: Vocabulary<D>): TypeFacts => {
  const before = known.get(vocabulary);
  if (before) return before;
  const types = typesOf(vocabulary);
  const facts = {
    ranks: new Map(types.map((type, rank) => [type, rank])),
    rules: new Map(
      types.map((type) => [type, definitionOf(vocabulary, type)?.happening ?? 'event']),
    ),
  };
  known.set(vocabulary, facts);
  return facts;
};
