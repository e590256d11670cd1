import type { IncidentId, Instant, Partition } from '../index.ts';
import type { CommandName } from './commands.ts';
import type { Look } from './look.ts';

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
  /** Module with importers of the user's own; null or absent when not given. */
  readonly importModule?: string | null;
  /** Mapping for CSV files; null or absent when not given. */
  readonly mapping?: string | null;
  /** The incident to record documents in; null or absent for the one that they name. */
  readonly into?: IncidentId | null;
}

/** What `import` is asked for. */
export interface ImportRequest extends Reading {
  readonly command: 'import';
  /** The ledger to record in; null to write an event log instead. */
  readonly ledger: string | null;
  /** Whether to report as JSON. */
  readonly json: boolean;
  /** Whether only to say what would be recorded. */
  readonly dryRun: boolean;
}

/** What `show` is asked for. */
export interface ShowRequest extends Reading, Look {
  readonly command: 'show';
  /** The ledger to show when there are no files. */
  readonly ledger: string;
  /** The incident to show; null for all. */
  readonly incident: string | null;
  /** Whether to show as JSON. */
  readonly json: boolean;
}

/** What `list` is asked for. */
export interface ListRequest extends Look {
  readonly command: 'list';
  /** The ledger. */
  readonly ledger: string;
  /** Whether to list as JSON. */
  readonly json: boolean;
}

/** What `step` is asked for. */
export interface StepRequest extends Reading, Look {
  readonly command: 'step';
  /** The ledger to look into when there are no files. */
  readonly ledger: string;
  /** The incident. */
  readonly incident: string;
  /** Name of the projection. */
  readonly projection: string;
  /** The module that may have it; null when not given. */
  readonly module: string | null;
  /** Whether to show as JSON, with whole states. */
  readonly json: boolean;
}

/** What `project` is asked for. */
export interface ProjectRequest extends Reading, Look {
  readonly command: 'project';
  /** The ledger to replay when there are no files. */
  readonly ledger: string;
  /** The module that has the projection; null when not given. */
  readonly module: string | null;
  /** Name of the projection; null for the only one of the module. */
  readonly projection: string | null;
  /** The part of the incidents; null for all. */
  readonly partition: Partition | null;
  /** What to do with what cannot be read. */
  readonly unreadable: 'fail' | 'quarantine';
  /** Whether to write one document instead of a line for each incident. */
  readonly json: boolean;
}

/** What `export` is asked for. */
export interface ExportRequest {
  readonly command: 'export';
  /** The ledger. */
  readonly ledger: string;
  /** The incident to export; null for all. */
  readonly incident: string | null;
  /** The instant before which what is exported was recorded; null for all. */
  readonly recordedBefore: Instant | null;
  /** Format to write in; null for an event log. */
  readonly format: string | null;
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
  | { readonly command: 'version' }
  | {
      readonly command: 'help';
      /** The command to tell of; null for all. */
      readonly of: CommandName | null;
    }
  | ImportRequest
  | ShowRequest
  | ListRequest
  | StepRequest
  | ProjectRequest
  | ExportRequest
  | FollowRequest
  | SortRequest;
