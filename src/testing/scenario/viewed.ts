import { expectSame } from './expected.ts';

/**
 * What a projection makes of what is given.
 *
 * @public
 */
export interface Viewed<V> {
  /** The view, for assertions of your own. */
  readonly view: V;
  /**
   * Holds when the view is this one; the order of keys is no matter, nor is a key whose value is undefined.
   *
   * @remarks Errors: throws with every difference: its path, what was expected and what the view has.
   */
  gives(view: V): void;
}

/**
 * The view that a projection gives.
 *
 * @param name - The projection, for messages.
 */
export const viewedAs = <V>(name: string, view: V): Viewed<V> => ({
  view,
  gives: (expected) => {
    expectSame(`${name} gives another view than expected`, expected, view);
  },
});
