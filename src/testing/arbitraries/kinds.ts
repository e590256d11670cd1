import type * as fc from 'fast-check';
import type { CoreEvents } from '../../events/core.ts';
import type { Vocabulary } from '../../events/vocabulary.ts';
import { definitionOf, typesOf } from '../../events/vocabulary.ts';
import { vocabularyIn } from '../vocabularyIn.ts';
import { codecArbitrary } from './codecArbitrary.ts';
import { dataArbitraries } from './dataArbitraries.ts';

/**
 * Which events arbitraries make.
 *
 * @public
 */
export interface EventArbitraryOptions<D = CoreEvents> {
  /** The vocabulary with your own events; the core's when absent. */
  readonly vocabulary?: Vocabulary<D>;
  /** The types to make; all of the vocabulary when absent. */
  readonly types?: readonly (keyof NoInfer<D> & string)[];
  /** Data by type, in place of what is derived from the codec. */
  readonly data?: { readonly [K in keyof NoInfer<D>]?: fc.Arbitrary<NoInfer<D>[K]> };
}

/** One type of event, as arbitraries make it. */
export interface Kind {
  /** The type. */
  readonly type: string;
  /** The schema version of its data. */
  readonly version: number;
  /** Its data. */
  readonly data: fc.Arbitrary<unknown>;
}

type ByType = Readonly<Record<string, fc.Arbitrary<unknown> | undefined>>;

/** The kinds of event that options ask for, in the vocabulary's order. */
export const kindsIn = <D>(options: EventArbitraryOptions<D>): readonly Kind[] => {
  const vocabulary = vocabularyIn(options);
  const { types } = options;
  const own: ByType = { ...options.data };
  const given: ByType = dataArbitraries;
  const all = typesOf(vocabulary);
  const missing = types?.find((type) => !all.includes(type));
  if (missing !== undefined) {
    throw new RangeError(`expected types of the vocabulary, got ${missing}`);
  }
  const wanted: ReadonlySet<string> = new Set(types ?? all);
  return all.flatMap((type) => {
    const definition = definitionOf(vocabulary, type);
    if (!wanted.has(type) || !definition) return [];
    const data = own[type] ?? given[type] ?? codecArbitrary(definition.data, `the data of ${type}`);
    return [{ type, version: definition.version, data }];
  });
};
