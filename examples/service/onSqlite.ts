// The service on one SQLite file: `node onSqlite.ts`, with a Node that runs TypeScript.
import { sqliteStore } from 'incident-ledger/sqlite';
import Database from 'libsql';
import { service } from './service.ts';

const store = sqliteStore(new Database('incidents.db'));

await service(store).listen({ port: 3000 });
