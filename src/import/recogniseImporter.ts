import type { Importer } from './importer.ts';

/**
 * The importer that is surest that a document is of its kind, the first of equals; null when none claims it.
 *
 * @param head - The first characters of the document; a few thousand are enough.
 * @public
 */
export const recogniseImporter = (
  importers: readonly Importer[],
  head: string,
): Importer | null => {
  let best: Importer | null = null;
  let confidence = 0;
  for (const importer of importers) {
    const sure = importer.recognise(head);
    if (sure > confidence) [best, confidence] = [importer, sure];
  }
  return best;
};
