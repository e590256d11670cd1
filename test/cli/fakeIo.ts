import { createReadStream, readFileSync } from 'node:fs';
import * as E from 'fp-ts/lib/Either.js';
import { badInput } from '../../src/cli/failure.ts';
import type { ExitCode, Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { instant } from '../../src/primitives/instant.ts';
import type { EventStore } from '../../src/store/port.ts';

/** The page of TSR-1023, as it is in the examples. */
export const page = readFileSync(new URL('../../examples/tsr-1023.txt', import.meta.url), 'utf8');

/** What a command was given. */
export interface Given {
  /** The files there are, by path; an error is thrown when it is read. Read piece by piece, those on disk too. */
  readonly files?: Readonly<Record<string, string | Uint8Array | Error>>;
  /** Those of the files that are pipes: reading them a second time gives nothing. */
  readonly pipes?: readonly string[];
  /** The present. */
  readonly now?: string;
  /** Width of the terminal; none when absent. */
  readonly columns?: number;
  /** Whether to colour. */
  readonly colour?: boolean;
  /** The ledgers there are, by name. */
  readonly ledgers?: Readonly<Record<string, EventStore>>;
  /** Is aborted when the user asks to stop. */
  readonly signal?: AbortSignal;
  /** Is told all that is written, as it is. */
  readonly onOut?: (written: string) => void;
  /** Is told each line said, as it is. */
  readonly onSay?: (line: string) => void;
}

/** What a command did. */
export interface Done {
  /** Its exit status. */
  readonly code: ExitCode;
  /** What it wrote to standard output. */
  readonly out: string;
  /** The lines it wrote to standard error. */
  readonly said: readonly string[];
}

/** Bytes of a piece. */
const PIECE = 65_536;

const missing = (path: string): Error =>
  Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT' });

/** Runs a command line in this process. */
export const cli = async (argv: readonly string[], given: Given = {}): Promise<Done> => {
  const { files = {}, now = '2025-01-01T00:00:00Z', columns = null, colour = false } = given;
  const { ledgers = {}, pipes = [], signal = new AbortController().signal, onSay, onOut } = given;
  const drained = new Set<string>();
  const written: string[] = [];
  const said: string[] = [];
  const read = async (path: string): Promise<Uint8Array> => {
    const content = files[path] ?? missing(path);
    if (content instanceof Error) throw content;
    return typeof content === 'string' ? Buffer.from(content) : content;
  };
  const io: Io = {
    read,
    pieces: (path) =>
      files[path] === undefined
        ? createReadStream(path)
        : (async function* only() {
            if (drained.has(path)) return;
            if (pipes.includes(path)) drained.add(path);
            // In pieces, as a pipe gives them.
            const bytes = await read(path);
            for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
          })(),
    isOnce: (path) => path === '-' || pipes.includes(path),
    out: async (text) => {
      written.push(typeof text === 'string' ? text : Buffer.from(text).toString());
      onOut?.(written.join(''));
    },
    say: (line) => {
      said.push(line);
      onSay?.(line);
    },
    open: async (ledger) => {
      const store = ledgers[ledger];
      return store
        ? E.right({ store, close: async () => {} })
        : E.left(badInput(`${ledger}: no such ledger`));
    },
    progress: () => {},
    signal,
    now: () => instant(now),
    columns,
    colour,
  };
  const code = await run(argv, io);
  return { code, out: written.join(''), said };
};

/** The event log of TSR-1023, imported at that time. */
export const importedLog = async (now = '2025-01-01T00:00:00Z'): Promise<string> =>
  (await cli(['import', 'page.txt'], { files: { 'page.txt': page }, now })).out;
