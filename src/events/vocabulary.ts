import type * as t from 'io-ts';
import type { EventDefinition } from './definition.ts';
import { firstVersion, upcastProblems } from './definition.ts';
import { rewritten } from './rewritten.ts';

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
 * `X` is the data of each as its codec reads it, `O` as its codec writes it: the same but for brands; where it is not
 * told, that is left to `extend`.
 *
 * @public
 */
export type OwnEvents<X, O = { readonly [K in keyof NoInfer<X>]: unknown }> = {
  readonly [K in keyof X]: t.Type<X[K], unknown> | EventDefinition<X[K]>;
} & {
  readonly [K in keyof O]: { readonly _O: O[K] } | { readonly data: { readonly _O: O[K] } };
} & {
  readonly [K in keyof NoInfer<X>]: K extends keyof O
    ? [X[K]] extends [NoInfer<O>[K]]
      ? unknown
      : { readonly refused: 'the codec writes something else than it reads' }
    : unknown;
};

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
 * @remarks
 * Shape: a codec may brand what it reads, and refuse more, but not make something else of it: what it reads is what
 * stands in the event.
 * Errors: throws a RangeError for a name without a dot, one that exists already, a codec that writes something
 * else than it reads, or a chain of upcasts with a gap, a duplicate or a step that does not go up.
 * @public
 */
export const extend = <D, X, O = { readonly [K in keyof NoInfer<X>]: unknown }>(
  base: Vocabulary<D>,
  own: OwnEvents<X, O>,
): Vocabulary<D & X> => {
  const known = byName<D>(base.definitions);
  const entries = Object.entries<t.Mixed | EventDefinition<unknown>>(own);
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
  const changed = entries.flatMap(([type, value]) =>
    rewritten('happening' in value ? value.data : value, type),
  );
  if (changed.length > 0) throw new RangeError(changed.join('; '));
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
