import type { AsOf, Instant } from '../index.ts';

/** The ledger of a command that names none: a SQLite file in the working directory. */
export const DEFAULT_LEDGER = 'incidents.db';

/** How the files of a command are read. */
export interface Reading {
  /** The files, event logs and documents alike. */
  readonly files: readonly string[];
  /** Format asked for; null to recognise it. */
  readonly format: string | null;
  /** Zone of times that state none, and to show times in; null when not given. */
  readonly zone: string | null;
}

/** What `import` is asked for. */
export interface ImportRequest extends Reading {
  readonly command: 'import';
  /** The ledger to record in; null to write an event log instead. */
  readonly ledger: string | null;
  /** Whether to report as JSON. */
  readonly json: boolean;
}

/** What `show` is asked for. */
export interface ShowRequest extends Reading {
  readonly command: 'show';
  /** The ledger to show when there are no files. */
  readonly ledger: string;
  /** The incident to show; null for all. */
  readonly incident: string | null;
  /** The present; null when not given. */
  readonly at: Instant | null;
  /** From where the incidents are looked at. */
  readonly asOf: AsOf;
  /** Whether to show as JSON. */
  readonly json: boolean;
}

/** What `list` is asked for. */
export interface ListRequest {
  readonly command: 'list';
  /** The ledger. */
  readonly ledger: string;
  /** Whether to list as JSON. */
  readonly json: boolean;
}

/** What `export` is asked for. */
export interface ExportRequest {
  readonly command: 'export';
  /** The ledger. */
  readonly ledger: string;
  /** The incident to export; null for all. */
  readonly incident: string | null;
}

/** What `follow` is asked for. */
export interface FollowRequest {
  readonly command: 'follow';
  /** The ledger. */
  readonly ledger: string;
  /** The position to go on from; null for the beginning. */
  readonly from: string | null;
  /** Whether to write each event as JSON. */
  readonly json: boolean;
}

/** What `sort` is asked for. */
export interface SortRequest {
  readonly command: 'sort';
  /** The event logs. */
  readonly files: readonly string[];
}

/** What the command line asks for. */
export type Request =
  | { readonly command: 'help' | 'version' }
  | ImportRequest
  | ShowRequest
  | ListRequest
  | ExportRequest
  | FollowRequest
  | SortRequest;
