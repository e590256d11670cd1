// The most memory that a process takes which reads a CSV file shaped like ServiceNow's audit log with the built
// package, in MiB: without the compiler of the sources, which takes more than that. `npm run bench:csv -- memory`, or
// `node bench/csvMemory.js read|import FILE`, once `npm run build` has built it: `read` gives the claims to nobody,
// `import` writes them as an event log to the standard output, as the command line does.
import { createReadStream } from 'node:fs';
import { csv, serviceNowMapping } from 'incident-ledger/import';

const [what = 'read', path = ''] = process.argv.slice(2);

process.on('exit', () => {
  const peakMib = process.resourceUsage().maxRSS / 1024;
  process.stderr.write(`${peakMib.toFixed(0)}\n`);
});

if (what === 'import') {
  const argv = ['import', path, '--as', serviceNowMapping.name, '--zone', 'UTC'];
  process.argv.splice(1, process.argv.length, 'incident-ledger', ...argv);
  await import('../dist/cli/main.js');
} else {
  const importer = csv({ ...serviceNowMapping, zone: 'UTC' });
  const text = createReadStream(path, { encoding: 'utf8' });
  for await (const item of importer.read(text)) {
    if (item._tag === 'Error') throw new Error(item.error.message);
  }
}
