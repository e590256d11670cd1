import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** What Node is told to run the sources, in that folder. */
export const fromSource: readonly string[] = [
  '--conditions=@incident-ledger/source',
  '--import',
  './scripts/typescript.js',
];
