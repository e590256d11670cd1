// Breaks what an EventStoreDB ledger stands on, and prints what came of it: `npm run test:faults`.
import {
  blackHoles,
  kills,
  leaderChanges,
  lostReplies,
  wrongClock,
} from './eventstoredb/disturbances.ts';

const FAULTS = [
  ['server killed and restarted', kills],
  ['replies dropped after the commit', lostReplies],
  ['leader change', leaderChanges],
  ['wrong clock', wrongClock],
  ['black-holed connection', blackHoles],
] as const;

const WAYS = [
  ['appends on one shared call', true],
  ['a call an append', false],
] as const;

// Nothing may be left unheard, not even in the client.
process.on('unhandledRejection', (reason) => {
  process.stdout.write(`EventStoreDB: FAILED: a rejection that nobody heard: ${String(reason)}\n`);
  process.exitCode = 1;
});

for (const [way, isShared] of WAYS) {
  for (const [fault, run] of FAULTS) {
    try {
      process.stdout.write(`EventStoreDB, ${way}, ${fault}: ${await run(isShared)}\n`);
    } catch (error) {
      process.stdout.write(`EventStoreDB, ${way}, ${fault}: FAILED: ${String(error)}\n`);
      process.exitCode = 1;
    }
  }
}
