import type { Instant } from '../primitives/instant.ts';
import type { Json } from '../primitives/json.ts';
import type { Mutable } from './mutable.ts';
import type { Projection } from './projection.ts';

/**
 * What a summary's view may know beside its state and the instant.
 *
 * @public
 */
export interface SummaryContext {
  /** The policy that chose among the claims, as `name@version`. */
  readonly policy: string;
  /** How many incidents were added. */
  readonly incidents: number;
  /** How many of them lack events that could not be read. */
  readonly incomplete: number;
  /** How many incidents could not be added, since their projection failed. */
  readonly faults: number;
}

/**
 * A summary as its author writes it.
 *
 * @public
 */
export interface SummaryDefinition<V, T, R> {
  /** Its name. */
  readonly name: string;
  /** Counted up with every change of meaning. */
  readonly version: number;
  /** The projection whose views it takes, one of each incident. */
  readonly of: Projection<unknown, V>;
  /** What it was set to, where that decides what `add` keeps: tallies of other settings are not merged. */
  readonly settings?: Json;
  /** The state before the first incident: a tree of plain JSON, new at each call. */
  readonly initial: () => T;
  /** Changes the state by the view of one more incident; in whatever order, the view must come out the same. */
  readonly add: (state: Mutable<NoInfer<T>>, view: NoInfer<V>) => undefined;
  /** Changes the state by that of a tally of other incidents, as if they had been added one by one. */
  readonly merge: (state: Mutable<NoInfer<T>>, other: NoInfer<T>) => undefined;
  /** What people read, computed for the instant that the views were. */
  readonly view: (state: NoInfer<T>, at: Instant, context: SummaryContext) => R;
}

/**
 * What can be said of many incidents: a state that their views are added to, and a view of it.
 *
 * @public
 */
export interface Summary<V, T, R> {
  /** Its name. */
  readonly name: string;
  /** Its version. */
  readonly version: number;
  /** The projection whose views it takes. */
  readonly of: Projection<unknown, V>;
  /** What it was set to; null when there is nothing to set. */
  readonly settings: Json;
  /** The state before the first incident. */
  initial(): T;
  /** Changes the state by the view of one more incident. */
  add(state: T, view: V): void;
  /** Changes the state by that of a tally of other incidents. */
  merge(state: T, other: T): void;
  /** What people read. */
  view(state: T, at: Instant, context: SummaryContext): R;
}

/**
 * Defines a summary: what is said of many incidents, folded from one view of each.
 *
 * @remarks
 * Shape: since states merge, the incidents can be split over processes or machines in any way, each counted once.
 * @example
 * ```ts
 * const openActions = summary({
 *   name: 'open-actions', version: 1, of: actions,
 *   initial: () => ({ open: 0 }),
 *   add: (state, view) => { state.open += view.filter(({ status }) => status === 'open').length; },
 *   merge: (state, other) => { state.open += other.open; },
 *   view: ({ open }) => open,
 * });
 * ```
 * @public
 */
export const summary = <V, T, R>(definition: SummaryDefinition<V, T, R>): Summary<V, T, R> => {
  const { name, version, of, settings = null, initial, add, merge, view } = definition;
  return {
    name,
    version,
    of,
    settings,
    initial: () => initial(),
    add: (state, seen) => add(state as Mutable<T>, seen),
    merge: (state, other) => merge(state as Mutable<T>, other),
    view: (state, at, context) => view(state, at, context),
  };
};
