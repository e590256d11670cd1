import type * as t from 'io-ts';
import type { EventDefinition } from './definition.ts';
import { firstVersion, upcastProblems } from './definition.ts';

/**
 * The event types that a ledger and its projections know: `D` maps each type to its data.
 *
 * @public
 */
export interface Vocabulary<D> {
  /** The definitions, in the order in which events of one instant are told. */
  readonly definitions: { readonly [K in keyof D]: EventDefinition<D[K]> };
}

/**
 * Own event types for {@link extend}: a codec (version 1, each event a happening of its own) or a full definition.
 *
 * @public
 */
export type OwnEvents<X> = { readonly [K in keyof X]: t.Type<X[K]> | EventDefinition<X[K]> };

/** The definitions by name; each codec sees only data of its own type, so the types can be let go. */
const byName = <D>(
  definitions: Vocabulary<D>['definitions'],
): Record<string, EventDefinition<unknown>> =>
  definitions as unknown as Record<string, EventDefinition<unknown>>;

/** A vocabulary, its chains of upcasts checked. */
export const vocabularyOf = <D>(definitions: Vocabulary<D>['definitions']): Vocabulary<D> => {
  const problems = Object.entries(byName<D>(definitions)).flatMap(([type, definition]) =>
    upcastProblems(type, definition),
  );
  if (problems.length > 0) throw new RangeError(problems.join('; '));
  return { definitions };
};

/**
 * The vocabulary with event types of your own added.
 *
 * @param base - The vocabulary to add to; it is not changed.
 * @param own - The types, each with a dot in its name, such as `acme.CallOpened`.
 * @remarks Errors: throws a RangeError for a name without a dot, one that exists already, or a chain of upcasts
 * with a gap, a duplicate or a step that does not go up.
 * @public
 */
export const extend = <D, X>(base: Vocabulary<D>, own: OwnEvents<X>): Vocabulary<D & X> => {
  const known = byName<D>(base.definitions);
  const entries = Object.entries(own as Record<string, t.Type<unknown> | EventDefinition<unknown>>);
  for (const [type] of entries) {
    if (!type.includes('.')) {
      throw new RangeError(`expected a dot in the name of an own event type, got ${type}`);
    }
    if (Object.hasOwn(known, type)) throw new RangeError(`${type} is in the vocabulary already`);
  }
  const added = entries.map(([type, value]) => [
    type,
    'happening' in value ? value : firstVersion(value, 'event'),
  ]);
  const definitions: unknown = { ...known, ...Object.fromEntries(added) };
  return vocabularyOf<D & X>(definitions as Vocabulary<D & X>['definitions']);
};

/** The definition of a type, or null when the vocabulary does not have it. */
export const definitionOf = <D>(
  vocabulary: Vocabulary<D>,
  type: string,
): EventDefinition<unknown> | null => {
  const definitions = byName<D>(vocabulary.definitions);
  return Object.hasOwn(definitions, type) ? (definitions[type] ?? null) : null;
};

/** The types of a vocabulary in the order in which events of one instant are told. */
export const typesOf = <D>(vocabulary: Vocabulary<D>): readonly string[] =>
  Object.keys(vocabulary.definitions);
