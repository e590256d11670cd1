import type { Instant } from '../index.ts';

/** All that a command touches outside itself. */
export interface Io {
  /** Reads a file whole; `-` is standard input. Rejects when it cannot. */
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Writes to standard output; settles when it may be given more. */
  readonly out: (text: string) => Promise<void>;
  /** Writes a line to standard error, behind the name of the program. */
  readonly say: (line: string) => void;
  /** The present. */
  readonly now: () => Instant;
  /** Width of the terminal that standard output is; null when it is none. */
  readonly columns: number | null;
  /** Whether standard output is to be coloured. */
  readonly colour: boolean;
}

/** How a command ended: 0 done, 1 found what it looked for, 2 bad usage or input, 3 store failure. */
export type ExitCode = 0 | 1 | 2 | 3;
