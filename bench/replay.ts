import { createReadStream } from 'node:fs';
import {
  actions,
  claims,
  combine,
  core,
  decode,
  durations,
  impact,
  incident,
  instant,
  milestones,
  orThrow,
  projectAll,
  timeline,
} from '../src/index.ts';
import { logFile } from './logFile.ts';
import { compare, shown } from './measure.ts';

const at = instant('2040-01-01T00:00:00Z');
const everything = combine({ actions, claims, durations, impact, incident, milestones, timeline });

/** A loop over the lines of a file that does nothing but cut them out and give them to a function. */
const eachLine = async (path: string, take: (line: string) => void): Promise<void> => {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let from = 0;
    for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
      take(bytes.toString('utf8', from, to));
      from = to + 1;
    }
    rest = bytes.subarray(from);
  }
};

const replay = async (
  path: string,
  projection: Parameters<typeof projectAll>[1],
): Promise<void> => {
  let taken = 0;
  await orThrow(
    projectAll(createReadStream(path), projection, { at }, ({ view }) => {
      if (view._tag === 'Right') taken += 1;
    }),
  );
  if (taken === 0) throw new Error('nothing was replayed');
};

const read = decode(core);
const sizes = process.argv.slice(2).map(Number);
for (const events of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
  const path = await logFile(events);
  const rounds = Number(process.env['ROUNDS'] ?? (events > 100_000 ? 3 : 9));
  const ratios = await compare(
    [
      'JSON.parse of each line',
      () =>
        eachLine(path, (line) => {
          JSON.parse(line);
        }),
    ],
    [
      [
        'and decode',
        () =>
          eachLine(path, (line) => {
            read(JSON.parse(line));
          }),
      ],
      ['projectAll(log, durations)', () => replay(path, durations)],
      ['projectAll(log, all built-in views)', () => replay(path, everything)],
    ],
    rounds,
    Math.max(1, 200_000 / events),
  );
  const peakMb = process.resourceUsage().maxRSS / 1024;
  console.log(`${events} events, ${rounds} rounds; at most ${peakMb.toFixed(0)} MB so far`);
  console.log(shown(ratios, events));
}
