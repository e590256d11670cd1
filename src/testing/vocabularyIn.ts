import { core } from '../events/core.ts';
import type { Vocabulary } from '../events/vocabulary.ts';

/** The vocabulary that options ask for. It is absent only where `D` is left at its default, the core's. */
export const vocabularyIn = <D>({
  vocabulary,
}: {
  readonly vocabulary?: Vocabulary<D>;
}): Vocabulary<D> => {
  const known: Vocabulary<unknown> = core;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return vocabulary ?? (known as Vocabulary<D>);
};
