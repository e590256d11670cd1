// All faults: `npm run test:faults`. Each part prints its figures, and makes the process fail where one is broken.
await import('./sqlite.ts');
await import('./eventstoredb.ts');
