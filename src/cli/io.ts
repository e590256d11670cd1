import type * as E from 'fp-ts/lib/Either.js';
import type { EventStore, Instant } from '../index.ts';
import type { Failure } from './failure.ts';

/** A store that was opened for a command. */
export interface OpenStore {
  /** The store. */
  readonly store: EventStore;
  /** Lets go of it. */
  readonly close: () => Promise<void>;
}

/** All that a command touches outside itself. */
export interface Io {
  /** Reads a file whole; `-` is standard input. Rejects when it cannot. */
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Reads a file piece by piece, however large it is; `-` is standard input. Throws when it cannot. */
  readonly pieces: (path: string) => AsyncIterable<Uint8Array>;
  /** Whether it can be read only once, as standard input and pipes can; false for what is not there. */
  readonly isOnce: (path: string) => boolean;
  /**
   * Opens a ledger's store: a SQLite file, or a cluster by its connection string.
   *
   * @param create - Whether to make a file that is not there.
   */
  readonly open: (ledger: string, create: boolean) => Promise<E.Either<Failure, OpenStore>>;
  /** Writes text, or the bytes of it, to standard output; settles when it may be given more. */
  readonly out: (text: string | Uint8Array) => Promise<void>;
  /** Writes a line to standard error, behind the name of the program. */
  readonly say: (line: string) => void;
  /** Shows how far long work has come, where standard error is a terminal; nothing for an empty text. */
  readonly progress: (text: string) => void;
  /** The present. */
  readonly now: () => Instant;
  /** Is aborted when the user asks to stop. */
  readonly signal: AbortSignal;
  /** Width of the terminal that standard output is; null when it is none. */
  readonly columns: number | null;
  /** Whether standard output is to be coloured. */
  readonly colour: boolean;
}

/** How a command ended: 0 done, 1 found what it looked for, 2 bad usage or input, 3 store failure. */
export type ExitCode = 0 | 1 | 2 | 3;
