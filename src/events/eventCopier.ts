import type { Copier } from './copier.ts';
import { copiedFields, copierOf, objectOf } from './copier.ts';
import { UnrecordedEnvelope } from './envelope.ts';
import { isPlain } from './objectGuard.ts';
import { REFUSED } from './plainCopy.ts';
import type { Vocabulary } from './vocabulary.ts';
import { definitionOf } from './vocabulary.ts';

const refuse: Copier = () => REFUSED;

const required = (copy: Copier): { readonly copy: Copier; readonly isRequired: true } => ({
  copy,
  isRequired: true,
});

/** The copier of events of one type, in the version that is written now. */
const copierOfType = <D>(vocabulary: Vocabulary<D>, type: string): Copier => {
  const definition = definitionOf(vocabulary, type);
  const envelope = copiedFields(UnrecordedEnvelope);
  // A correction's data holds data of another type.
  if (!definition || !envelope || type === 'Corrected') return refuse;
  const { version } = definition;
  return objectOf(
    new Map([
      ...envelope,
      ['type', required((value) => (value === type ? value : REFUSED))],
      ['version', required((value) => (value === version ? value : REFUSED))],
      ['data', required(copierOf(definition.data))],
    ]),
  );
};

const copiers = new WeakMap<object, Copier>();

/** Copies events that are ready for a store as they stand; `REFUSED` for those that have to be looked at closely. */
export const eventCopier = <D>(vocabulary: Vocabulary<D>): Copier => {
  const made = copiers.get(vocabulary);
  if (made) return made;
  const byType = new Map<string, Copier>();
  const copier: Copier = (event) => {
    const type = isPlain(event) ? event['type'] : undefined;
    if (typeof type !== 'string') return REFUSED;
    const known = byType.get(type);
    if (known) return known(event);
    const copy = copierOfType(vocabulary, type);
    // Types that are in no vocabulary are told anew each time: there is no end of them.
    if (copy !== refuse) byType.set(type, copy);
    return copy(event);
  };
  copiers.set(vocabulary, copier);
  return copier;
};
