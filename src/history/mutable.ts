/**
 * Plain JSON of that type, all of which can be changed, whatever the type says is read-only: a state as a handler is
 * given it.
 *
 * @public
 */
export type Mutable<T> = unknown extends T
  ? T
  : // What cannot be changed inside anyway; ids and instants are such texts.
    T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer I)[]
      ? number extends T['length']
        ? Mutable<I>[]
        : { -readonly [K in keyof T]: Mutable<T[K]> }
      : { -readonly [K in keyof T]: Mutable<T[K]> };

/**
 * Plain JSON of that type, none of which can be changed: an event as a handler sees it, a state as a view does.
 *
 * @public
 */
export type Immutable<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer I)[]
      ? number extends T['length']
        ? readonly Immutable<I>[]
        : { readonly [K in keyof T]: Immutable<T[K]> }
      : { readonly [K in keyof T]: Immutable<T[K]> };
