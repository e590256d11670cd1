/**
 * Importers: documents from outside, read into sourced claims.
 *
 * @packageDocumentation
 */
export type {
  ImportedDocument,
  Importer,
  ImportError,
  ImportWarning,
  LeftOut,
  ReadItem,
  ReadOptions,
} from './importer.ts';
export type { ReadResult } from './readAll.ts';
export { readAll } from './readAll.ts';
export { recogniseImporter } from './recogniseImporter.ts';
export { statusPage } from './statusPage.ts';
