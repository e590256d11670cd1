/** A piece of a document that stands for itself. */
export interface DocumentBlock {
  /** A heading, an item of a list, a row of a table, a quotation, code, or other text. */
  readonly kind: 'heading' | 'item' | 'row' | 'quote' | 'code' | 'text';
  /** For a heading its level, 1 to 8; for an item and what belongs to it how far it is indented; else 0. */
  readonly level: number;
  /** Its text without markup. */
  readonly text: string;
  /** Number of its first line. */
  readonly line: number;
  /** The addresses that it links to or shows. */
  readonly links: readonly string[];
  /** For an item of a list of tasks, whether it is ticked. */
  readonly done?: boolean;
  /** For a row, its cells. */
  readonly cells?: readonly string[];
  /** For a row, the cells of the first row of its table; empty where the table has no header. */
  readonly header?: readonly string[];
  /** Whether the whole of it stands in bold. */
  readonly bold?: boolean;
}
