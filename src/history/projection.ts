import type { CoreEvents } from '../events/core.ts';
import type { RecordedEventOf } from '../events/event.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { Instant } from '../primitives/instant.ts';
import type { AnyRecorded, EffectiveEventOf, HappeningOf } from './effective.ts';
import type { Immutable, Mutable } from './mutable.ts';
import type { Policy } from './policy.ts';
import { defaultPolicy } from './policy.ts';

/**
 * What a projection sees of an incident: each happening once; every effective claim; or the events raw, in the
 * order of their recording.
 *
 * @public
 */
export type Scope = 'incident' | 'claims' | 'ledger';

/**
 * What a scope makes of an event type `K` with data `A`.
 *
 * @public
 */
export interface ScopedEvent<K, A> {
  /** The chosen claim, with the others. */
  readonly incident: HappeningOf<K, A>;
  /** An effective claim. */
  readonly claims: EffectiveEventOf<K, A>;
  /** A recorded event. */
  readonly ledger: RecordedEventOf<K, A>;
}

/**
 * What a view may know beside the state and the instant.
 *
 * @public
 */
export interface ViewContext {
  /** The policy that chose among the claims, so that a view can name it. */
  readonly policy: Policy;
}

/**
 * The handlers of a projection, by event type: each changes the draft of the state and returns nothing. One that
 * returns a value or a promise does not compile; in JavaScript it fails.
 *
 * @public
 */
export type Handlers<S, D, C extends Scope> = {
  readonly [K in keyof D]?: (
    draft: Mutable<S>,
    event: Immutable<ScopedEvent<K, D[K]>[C]>,
  ) => undefined;
};

/**
 * A projection as its author writes it.
 *
 * @public
 */
export interface ProjectionDefinition<S, V, D, C extends Scope> {
  /** Its name: saved states and faults bear it. */
  readonly name: string;
  /** Counted up with every change of meaning: a saved state of another version is not used. */
  readonly version: number;
  /** What it sees. */
  readonly scope: C;
  /** The vocabulary with the own events it handles; the core's when absent. */
  readonly vocabulary?: Vocabulary<D>;
  /** The state before the first event: a tree of plain JSON. */
  readonly initial: () => S;
  /** What it does with each event type; a type without a handler is passed over. */
  readonly on: Handlers<NoInfer<S>, NoInfer<D>, NoInfer<C>>;
  /** What people read, computed for an instant: the only clock there is. */
  readonly view: (state: Immutable<NoInfer<S>>, at: Instant, context: ViewContext) => V;
}

/**
 * What can be derived from the history of an incident: a state folded from its events, and a view of it.
 *
 * @public
 */
export interface Projection<S, V> {
  /** Its name. */
  readonly name: string;
  /** Its version. */
  readonly version: number;
  /** What it sees: one scope, or several when it combines projections. */
  readonly scopes: readonly Scope[];
  /** The event types it handles. */
  readonly handles: readonly string[];
  /** The state before the first event. */
  initial(): S;
  /** Changes the state, a draft or one's own, by an event of that scope. */
  apply(scope: Scope, state: S, event: AnyRecorded): void;
  /** What people read; without a context, as under the default policy. */
  view(state: S, at: Instant, context?: ViewContext): V;
}

type Handler<S> = (draft: S, event: AnyRecorded) => unknown;

/** What a handler returned would be lost: a handler that no compiler looked at fails, rather than do nothing. */
const refuse = (given: unknown, type: string): never => {
  const isPromise = given instanceof Promise;
  // Nobody waits for it: what it ends with must not end the process.
  if (isPromise) given.catch(() => {});
  throw new TypeError(
    `the handler of ${type} returns ${isPromise ? 'a promise' : 'a value'}: it has to change its draft, and return nothing`,
  );
};

/**
 * Defines a projection: the handlers are narrowed by event type and mutate a draft.
 *
 * @example
 * ```ts
 * const alerts = projection({
 *   name: 'alerts', version: 1, scope: 'incident',
 *   initial: () => ({ count: 0 }),
 *   on: { AlertRaised: (draft) => { draft.count += 1; } },
 *   view: (state) => state.count,
 * });
 * ```
 * @public
 */
export const projection = <S, V, C extends Scope, D = CoreEvents>(
  definition: ProjectionDefinition<S, V, D, C>,
): Projection<S, V> => {
  const { name, version, scope, on, view } = definition;
  // Looked up by its type, a handler is only ever given events of that type.
  const handlers = new Map(
    Object.entries(on as Readonly<Record<string, Handler<S> | undefined>>).filter(
      (entry): entry is [string, Handler<S>] => entry[1] !== undefined,
    ),
  );
  return {
    name,
    version,
    scopes: [scope],
    handles: [...handlers.keys()],
    initial: definition.initial,
    apply: (from, state, event) => {
      if (from !== scope) return;
      const given = handlers.get(event.type)?.(state, event);
      if (given !== undefined) refuse(given, event.type);
    },
    view: (state, at, context = { policy: defaultPolicy }) =>
      view(state as Immutable<S>, at, context),
  };
};
