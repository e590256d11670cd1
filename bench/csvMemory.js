// The most memory, in MiB, and the processor time, in milliseconds, that a process takes which reads a CSV file shaped like
// ServiceNow's audit log with the built package: without the compiler of the sources, which takes more than that.
// `npm run bench:csv -- memory`, or `node bench/csvMemory.js parse|read|import FILE`, once `npm run build` has built it:
// `parse` is the bare streaming parse, `read` gives the claims to nobody, `import` writes them as an event log to the
// standard output, as the command line does.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { csv, serviceNowMapping } from 'incident-ledger/import';

const [what = 'read', path = ''] = process.argv.slice(2);

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const ms = (userCPUTime + systemCPUTime) / 1000;
  process.stderr.write(`${(maxRSS / 1024).toFixed(0)} ${ms.toFixed(0)}\n`);
});

if (what === 'import') {
  const argv = ['import', path, '--as', serviceNowMapping.name, '--zone', 'UTC'];
  process.argv.splice(1, process.argv.length, 'incident-ledger', ...argv);
  await import('../dist/cli/main.js');
} else if (what === 'parse') {
  let rows = 0;
  for await (const row of createReadStream(path).pipe(parse())) rows += row === null ? 0 : 1;
  if (rows === 0) throw new Error('there are no rows');
} else {
  const importer = csv({ ...serviceNowMapping, zone: 'UTC' });
  const text = createReadStream(path, { encoding: 'utf8' });
  for await (const item of importer.read(text)) {
    if (item._tag === 'Error') throw new Error(item.error.message);
  }
}
