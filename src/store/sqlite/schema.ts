import * as E from 'fp-ts/lib/Either.js';
import type { StoreError } from '../storeError.ts';
import type { Connection } from './connection.ts';
import { numberIn } from './connection.ts';

/** What stands in the header of a file that is a ledger: `ILDG`. */
const APPLICATION_ID = 0x49_4c_44_47;

/**
 * The steps from each schema version to the next, the first from an empty file. A step that is released is never
 * changed; one that changes tables of ledgers does so for each of `ledgers`, and renames them where an older
 * version must not go on: the statements of a process that still runs it then fail.
 */
const MIGRATIONS: readonly ((ledgers: readonly number[]) => string)[] = [
  () => `
    CREATE TABLE ledgers (number INTEGER PRIMARY KEY, prefix TEXT NOT NULL UNIQUE) STRICT;
    PRAGMA application_id = ${APPLICATION_ID};
  `,
];

/** The schema version that this library writes. */
const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * The tables of one ledger, of the present schema version. Each ledger has its own, so none can see another's.
 *
 * @remarks `clock_ms` is the latest instant at which anything was appended up to there, `recorded_ms` when this
 * event was recorded: they differ where events were restored.
 */
export const ledgerTables = (ledger: number): string => `
  CREATE TABLE incidents_${ledger} (
    number INTEGER PRIMARY KEY,
    incident_id TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE events_${ledger} (
    position INTEGER PRIMARY KEY,
    incident INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    recorded_ms INTEGER NOT NULL,
    clock_ms INTEGER NOT NULL,
    event TEXT NOT NULL
  ) STRICT;
  CREATE INDEX events_${ledger}_by_revision ON events_${ledger} (incident, revision, event_id);
  CREATE INDEX events_${ledger}_by_type ON events_${ledger} (type);
  CREATE TABLE states_${ledger} (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    key TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (name, version, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE checkpoints_${ledger} (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    position TEXT NOT NULL,
    PRIMARY KEY (name, version)
  ) STRICT, WITHOUT ROWID;
`;

/** What a file is: empty, a ledger that this library can use as it is or after migrations, or none it can use. */
export type FileKind =
  | { readonly _tag: 'Empty' }
  | { readonly _tag: 'Ledger'; readonly version: number; readonly isPresent: boolean }
  | { readonly _tag: 'Other'; readonly reason: string };

/** In one statement, since between two of them another process may make the ledger. */
const HEADER = `
  SELECT
    (SELECT user_version FROM pragma_user_version) AS version,
    (SELECT application_id FROM pragma_application_id) AS application,
    EXISTS (SELECT 1 FROM sqlite_schema) AS has_tables
`;

/** Looks what a file is, and changes nothing. */
export const kindOf = (db: Connection): FileKind => {
  const header = db.rows(HEADER)[0];
  const version = numberIn(header, 'version') ?? 0;
  const application = numberIn(header, 'application') ?? 0;
  if (application === APPLICATION_ID) {
    return version <= SCHEMA_VERSION
      ? { _tag: 'Ledger', version, isPresent: version === SCHEMA_VERSION }
      : {
          _tag: 'Other',
          reason: `the file has schema version ${version}, and this incident-ledger knows ${SCHEMA_VERSION}: a newer one wrote it`,
        };
  }
  const isEmpty = version === 0 && application === 0 && numberIn(header, 'has_tables') === 0;
  return isEmpty
    ? { _tag: 'Empty' }
    : { _tag: 'Other', reason: 'the file is a SQLite database, but not a ledger' };
};

/**
 * Brings a file to the present schema version, within a transaction: what the file was before may have been
 * changed by another process.
 */
export const migrate = (db: Connection): E.Either<StoreError, null> => {
  const kind = kindOf(db);
  if (kind._tag === 'Other') return E.left({ _tag: 'Unusable', reason: kind.reason });
  if (kind._tag === 'Ledger' && kind.isPresent) return E.right(null);
  const ledgers =
    kind._tag === 'Empty'
      ? []
      : db.rows('SELECT number FROM ledgers').map((row) => numberIn(row, 'number') ?? 0);
  const version = kind._tag === 'Empty' ? 0 : kind.version;
  for (const step of MIGRATIONS.slice(version)) db.exec(step(ledgers));
  db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  return E.right(null);
};
