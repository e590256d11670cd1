import type { Json } from '../../primitives/json.ts';
import type { SourceKind } from '../../primitives/source.ts';

/**
 * A test of one column of a row; all that it says must hold. A value that stands for nothing is no text at all.
 *
 * @public
 */
export interface CsvCondition {
  /** The column. */
  readonly column: string;
  /** The value is one of these. */
  readonly is?: readonly string[];
  /** The value is none of these. */
  readonly isNot?: readonly string[];
  /** In the row before of the same incident, the value was one of these; never so in its first row. */
  readonly was?: readonly string[];
  /** In the row before of the same incident, the value was none of these; always so in its first row. */
  readonly wasNot?: readonly string[];
  /** Whether the value differs from the one in the row before of the same incident; in its first row, whether there is one. */
  readonly changed?: boolean;
  /** Whether there is a value. */
  readonly present?: boolean;
}

/**
 * A time that columns write.
 *
 * @public
 */
export interface CsvTime {
  /** The columns it stands in, put together with a space between. */
  readonly columns: readonly string[];
  /**
   * How it is written, in the order in which the formats are tried: `ISO` (with an offset), `epoch-s`, `epoch-ms`, `excel`, or
   * parts such as `D/M/YYYY H:mm`: YYYY, YY (20YY), MM, M, MMM, DD, D, ddd, HH, H, hh, h with A, mm, m, ss, s, SSS, S, Z. Other
   * letters stand in brackets: `H[h]mm`.
   */
  readonly formats: readonly string[];
}

/**
 * Which event a row tells of.
 *
 * @public
 */
export interface CsvRule {
  /** Type of the event. */
  readonly event: string;
  /** What must hold of the row; nothing when absent. */
  readonly when?: readonly CsvCondition[];
  /** Whether only the first row of an incident tells of it (`true`), or only the later ones (`false`). */
  readonly first?: boolean;
  /** When it happened; the row's own time when absent. */
  readonly at?: CsvTime;
  /**
   * The data of the event. In texts, `{column}` stands for the value of a column. An object with `column` is that value: with
   * `before`, that of the row before; with `map`, what the value stands for, else `otherwise`; `as` makes it an `id` (spaces become
   * `-`), an `opaque` id that does not show it, or a `number`. What has no value is left out.
   */
  readonly data?: Readonly<Record<string, Json>>;
}

/**
 * How rows are kept as notes.
 *
 * @public
 */
export interface CsvNote {
  /** The columns that a note tells of; all when absent. */
  readonly columns?: readonly string[];
  /**
   * Whether rows are states of an incident, so that a note tells what differs from the row before and no rule has told; else only rows
   * that no rule fits are noted, whole.
   */
  readonly changes?: boolean;
}

/**
 * How the rows of a CSV file are read as claims.
 *
 * @public
 */
export interface CsvMapping {
  /** Name of the importer; the keys of its documents begin with it. */
  readonly name: string;
  /** Version, to be changed whenever the same rows may give other claims. */
  readonly version: string;
  /** Who says what the rows say; the name may hold `{column}`. A ticket system when absent. */
  readonly source?: { readonly kind: SourceKind; readonly name?: string };
  /** Between fields; a comma when absent. */
  readonly delimiter?: string;
  /** Names of the columns, for files whose first row is not their header. */
  readonly header?: readonly string[];
  /** Values that stand for nothing, such as `?` or `NULL`, beside the empty one. */
  readonly none?: readonly string[];
  /** The column with the id of the incident; spaces in it become `-`. */
  readonly incident: string;
  /**
   * The columns that tell the rows of one incident apart. When absent, a row is known by its time as written, and its place among those
   * of the same time.
   */
  readonly row?: readonly string[];
  /** When what the row says happened and was stated. */
  readonly time: CsvTime;
  /** Zone of times that state none: an IANA name or an offset. When absent that of the reader's options, else UTC, with a warning. */
  readonly zone?: string;
  /** Language of texts, and of the names of months; `en` when absent. */
  readonly language?: string;
  /** Whether the rows of each incident stand together in the file. */
  readonly grouped?: boolean;
  /** Whether the file has all rows of each incident in it, so that a row no longer there was withdrawn. Needs `grouped`. */
  readonly complete?: boolean;
  /** Rows left out: those of which one of these holds. */
  readonly skip?: readonly CsvCondition[];
  /** What rows tell of. Every rule that fits makes a claim. */
  readonly rules: readonly CsvRule[];
  /** How rows are kept as notes. */
  readonly note?: CsvNote;
}
