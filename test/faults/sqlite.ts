// Breaks what a SQLite ledger stands on, and prints what came of it: `npm run test:faults`.
import { drivers } from '../store/sqlite/drivers.ts';
import { fullDisk } from './sqlite/fullDisk.ts';
import { kills } from './sqlite/kills.ts';
import { readOnlyFile } from './sqlite/readOnlyFile.ts';
import { syncs } from './sqlite/syncs.ts';

const FAULTS = [
  ['acknowledged means synced', syncs],
  ['full disk', fullDisk],
  ['read-only file', readOnlyFile],
  ['kill -9', kills],
] as const;

for (const { name } of drivers) {
  for (const [fault, run] of FAULTS) {
    try {
      process.stdout.write(`SQLite over ${name}, ${fault}: ${await run(name)}\n`);
    } catch (error) {
      process.stdout.write(`SQLite over ${name}, ${fault}: FAILED: ${String(error)}\n`);
      process.exitCode = 1;
    }
  }
}
