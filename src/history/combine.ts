import type { AtOnce } from './ownState.ts';
import { atOnceOf, ownState, withAtOnce } from './ownState.ts';
import type { Projection, Scope } from './projection.ts';

/**
 * The states of combined projections, by field.
 *
 * @public
 */
export type CombinedStates<P> = {
  readonly [K in keyof P]: P[K] extends Projection<infer S, unknown> ? S : never;
};

/**
 * The views of combined projections, by field.
 *
 * @public
 */
export type CombinedViews<P> = {
  readonly [K in keyof P]: P[K] extends Projection<infer _, infer V> ? V : never;
};

const NO_PARTS: readonly never[] = [];

/** How to make the states of several projections, of which some can be made at once and the others are folded. */
const statesAtOnce = <P extends Readonly<Record<string, Projection<unknown, unknown>>>>(
  parts: P,
): AtOnce<CombinedStates<P>> | null => {
  const entries = Object.entries(parts);
  const quick = entries.filter(([, part]) => atOnceOf(part) !== undefined);
  if (quick.length === 0) return null;
  const rest = combine(Object.fromEntries(entries.filter((entry) => !quick.includes(entry))));
  return (told) => {
    const made = quick.map(([key, part]) => [key, ownState(told, part)] as const);
    return { ...ownState(told, rest), ...Object.fromEntries(made) } as CombinedStates<P>;
  };
};

/**
 * One projection that runs several in one pass; its view has one field for each.
 *
 * @example
 * `combine({ timeline, durations })` has the view `{ timeline: …, durations: … }`.
 * @public
 */
export const combine = <P extends Readonly<Record<string, Projection<unknown, unknown>>>>(
  parts: P,
): Projection<CombinedStates<P>, CombinedViews<P>> => {
  const entries = Object.entries(parts);
  type States = Record<string, unknown>;
  type Part = readonly [string, Projection<unknown, unknown>];
  const scopes = [...new Set(entries.flatMap(([, part]) => part.scopes))];
  /** The parts that have a handler, by scope and event type: most parts pass most events over. */
  const partsOf = new Map<Scope, ReadonlyMap<string, readonly Part[]>>(
    scopes.map((scope) => {
      const seeing = entries.filter(([, part]) => part.scopes.includes(scope));
      const types = new Set(seeing.flatMap(([, part]) => part.handles));
      return [
        scope,
        new Map(
          [...types].map((type) => [
            type,
            seeing.filter(([, part]) => part.handles.includes(type)),
          ]),
        ),
      ];
    }),
  );
  const combined: Projection<CombinedStates<P>, CombinedViews<P>> = {
    name: entries.map(([, part]) => `${part.name}@${part.version}`).join('+'),
    version: 1,
    scopes,
    handles: [...new Set(entries.flatMap(([, part]) => part.handles))],
    initial: () =>
      Object.fromEntries(entries.map(([key, part]) => [key, part.initial()])) as CombinedStates<P>,
    apply: (scope, state, event) => {
      for (const [key, part] of partsOf.get(scope)?.get(event.type) ?? NO_PARTS) {
        part.apply(scope, (state as States)[key], event);
      }
    },
    view: (state, at, context) =>
      Object.fromEntries(
        entries.map(([key, part]) => [key, part.view((state as States)[key], at, context)]),
      ) as CombinedViews<P>,
  };
  const way = statesAtOnce(parts);
  return way ? withAtOnce(combined, way) : combined;
};
