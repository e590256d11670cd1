import { atOnceOf, withAtOnce } from '../history/ownState.ts';
import type { Projection, ViewContext } from '../history/projection.ts';
import type { Instant } from '../primitives/instant.ts';

/** What a projection is called and shows. */
interface Shown<S, V> {
  readonly name: string;
  readonly version: number;
  readonly view: (state: S, at: Instant, context: ViewContext | undefined) => V;
}

/**
 * A projection with the fold of another, and a name and a view of its own.
 */
export const withView = <S, V>(
  base: Projection<S, unknown>,
  { name, version, view }: Shown<S, V>,
): Projection<S, V> => {
  const shown: Projection<S, V> = {
    name,
    version,
    scopes: base.scopes,
    handles: base.handles,
    initial: () => base.initial(),
    apply: (scope, state, event) => {
      base.apply(scope, state, event);
    },
    view: (state, at, context) => view(state, at, context),
  };
  const way = atOnceOf(base);
  return way ? withAtOnce(shown, way) : shown;
};
