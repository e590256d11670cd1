import type { HappeningRule } from '../events/definition.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import { definitionOf, typesOf } from '../events/vocabulary.ts';

/** What a history asks about a type. */
export interface TypeFact {
  /** Its place in the vocabulary; types that are not in it share the one behind the last. */
  readonly rank: number;
  /** Which of its events are claims about the same happening. */
  readonly rule: HappeningRule<unknown>;
}

/** What a history asks of a vocabulary, by type, in one look-up. */
export type TypeFacts = (type: string) => TypeFact;

const known = new WeakMap<object, TypeFacts>();

/** What a history asks of a vocabulary; looked up once. */
export const factsIn = <D>(vocabulary: Vocabulary<D>): TypeFacts => {
  const before = known.get(vocabulary);
  if (before) return before;
  const types = typesOf(vocabulary);
  const other: TypeFact = { rank: types.length, rule: 'event' };
  const byType = new Map(
    types.map((type, rank): [string, TypeFact] => [
      type,
      { rank, rule: definitionOf(vocabulary, type)?.happening ?? 'event' },
    ]),
  );
  const facts: TypeFacts = (type) => byType.get(type) ?? other;
  known.set(vocabulary, facts);
  return facts;
};
