import { walkable } from '../../events/walkable.ts';

/** Any codec. */
export type Codec = Parameters<typeof walkable>[0];

/** io-ts' codecs that no guard is made of. */
export type Unwalked =
  | { readonly _tag: 'ExactType' | 'ReadonlyType'; readonly type: Codec }
  | { readonly _tag: 'TupleType'; readonly types: readonly Codec[] }
  | { readonly _tag: 'RecursiveType'; readonly runDefinition: () => Codec }
  | { readonly _tag: 'DictionaryType'; readonly domain: Codec; readonly codomain: Codec }
  | { readonly _tag: 'UndefinedType' | 'VoidType' | 'AnyType' };

const UNWALKED: ReadonlySet<unknown> = new Set<Unwalked['_tag']>([
  'ExactType',
  'ReadonlyType',
  'TupleType',
  'RecursiveType',
  'DictionaryType',
  'UndefinedType',
  'VoidType',
  'AnyType',
]);

/** The parts of a codec that no guard is made of; null for one that is not io-ts' own. */
export const unwalked = (codec: Codec): Unwalked | null =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  '_tag' in codec && UNWALKED.has(codec._tag) ? (codec as unknown as Unwalked) : null;

/** The keys that a record must have, where its codec names them. */
export const namedKeys = (domain: Codec): readonly string[] => {
  const type = walkable(domain);
  switch (type?._tag) {
    case 'KeyofType':
      return Object.keys(type.keys);
    case 'LiteralType':
      return [String(type.value)];
    case 'UnionType':
      return type.types.flatMap(namedKeys);
    default:
      return [];
  }
};
