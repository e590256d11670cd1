// The most memory that a process takes which replays a log of 10⁶ events with the built package, in MB: without the
// compiler of the sources, which takes more than that. `npm run bench:memory`, once `npm run bench:replay` has written
// the log; or `node bench/peakMemory.js durations|all LOG` with a log of yours.
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ledger from 'incident-ledger';

const written = join(tmpdir(), 'incident-ledger-bench', 'log-1-1000000.jsonl');
const [what = 'durations', path = written] = process.argv.slice(2);
const { actions, claims, durations, impact, incident, milestones, timeline } = ledger;
const all = { actions, claims, durations, impact, incident, milestones, timeline };
const projection = what === 'all' ? ledger.combine(all) : durations;
const at = ledger.instant('2040-01-01T00:00:00Z');

const { events } = await ledger.orThrow(
  ledger.projectAll(createReadStream(path), projection, { at }, () => {}),
);
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(`${what}, ${events} events: at most ${peakMb.toFixed(0)} MB`);
