import type {
  ImportedDocument,
  Importer,
  ImportError,
  ImportWarning,
  LeftOut,
  ReadOptions,
} from './importer.ts';

/**
 * Everything an importer had to say about one text.
 *
 * @public
 */
export interface ReadResult {
  /** The documents read. */
  readonly documents: readonly ImportedDocument[];
  /** What was not understood, or only with an assumption. */
  readonly warnings: readonly ImportWarning[];
  /** What was left out, and why. */
  readonly leftOut: readonly LeftOut[];
  /** Why nothing, or not everything, could be read. */
  readonly errors: readonly ImportError[];
}

async function* oneOf(text: string): AsyncIterable<string> {
  yield text;
}

/**
 * Reads a whole text with an importer and gathers what it gives.
 *
 * @param text - The text, whole or in pieces.
 * @returns A promise that is never rejected by what the text holds.
 * @public
 */
export const readAll = async (
  importer: Importer,
  text: string | AsyncIterable<string>,
  options: ReadOptions = {},
): Promise<ReadResult> => {
  const documents: ImportedDocument[] = [];
  const warnings: ImportWarning[] = [];
  const leftOut: LeftOut[] = [];
  const errors: ImportError[] = [];
  for await (const item of importer.read(typeof text === 'string' ? oneOf(text) : text, options)) {
    if (item._tag === 'Document') documents.push(item.document);
    else if (item._tag === 'Warning') warnings.push(item.warning);
    else if (item._tag === 'LeftOut') leftOut.push(item.leftOut);
    else errors.push(item.error);
  }
  return { documents, warnings, leftOut, errors };
};
