// Says of each module on standard output that it is loaded: `node --import ./test/cli/sayLoaded.js FILE`.
import { writeSync } from 'node:fs';
import * as nodeModule from 'node:module';

/** @type {import('node:module').LoadHookSync} */
export const load = (url, context, nextLoad) => {
  writeSync(1, `loaded: ${url}\n`);
  return nextLoad(url, context);
};

if (nodeModule.registerHooks) nodeModule.registerHooks({ load });
else nodeModule.register(import.meta.url);
