import * as t from 'io-ts';

/**
 * The codec of an object with required and optional fields, made of io-ts' own parts only. It is an identity
 * codec: fields it does not know are kept on reading; `excessIn` finds them on writing.
 */
export const fields = <R extends t.Props, O extends t.Props>(
  name: string,
  required: R,
  optional: O,
): t.Type<{ [K in keyof R]: t.TypeOf<R[K]> } & { [K in keyof O]?: t.TypeOf<O[K]> }> =>
  t.intersection([t.type(required), t.partial(optional)], name);

/** Text that is not empty: ids inside data and other names that must say something. */
export const Filled = t.refinement(t.string, (text) => text.length > 0, 'text that is not empty');

/** A number that is neither NaN nor infinite. */
export const Finite = t.refinement(t.number, Number.isFinite, 'finite number');
