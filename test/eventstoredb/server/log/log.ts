import { lengthInLog, TOMBSTONE_REVISION, type LogRecord, type ProposedRecord } from './record.ts';

/** What is to be written to one stream at once. */
export interface Write {
  readonly stream: string;
  readonly events: readonly ProposedRecord[];
  readonly createdMs: number;
  /** Whether the one event is the stream's tombstone. */
  readonly tombstone?: boolean;
}

/** The append-only log behind a server; it outlives the server, so that one can restart with it. */
export interface Log {
  readonly records: readonly LogRecord[];
  /** The records of one stream in order of revision; empty where it was never written. */
  readonly ofStream: (stream: string) => readonly LogRecord[];
  /** The position that the next record will have. */
  readonly end: () => bigint;
  /** Writes with no questions asked; the rules are in `append` and `deletion`. */
  readonly write: (write: Write) => readonly LogRecord[];
  /** Calls back after each write. @returns what ends it. */
  readonly onWrite: (listener: (written: readonly LogRecord[]) => void) => () => void;
  /** Where an event was written lately, by its id: the memory behind idempotent appends with `any`. */
  readonly recently: (stream: string, id: string) => LogRecord | undefined;
  /** Loses that memory, as a restart does. */
  readonly forgetRecent: () => void;
}

const NONE: readonly LogRecord[] = [];

/**
 * Makes a log.
 *
 * @param kept - Records to begin with, from a log that was kept elsewhere.
 */
export const createLog = (kept: readonly LogRecord[] = []): Log => {
  const records: LogRecord[] = [];
  const streams = new Map<string, LogRecord[]>();
  const recent = new Map<string, LogRecord>();
  const listeners = new Set<(written: readonly LogRecord[]) => void>();
  let end = 0n;

  const keep = (record: LogRecord): void => {
    records.push(record);
    const stream = streams.get(record.stream);
    if (stream) stream.push(record);
    else streams.set(record.stream, [record]);
    end = record.position + lengthInLog(record.stream, record);
  };
  for (const record of kept) keep(record);

  return {
    records,
    ofStream: (stream) => streams.get(stream) ?? NONE,
    end: () => end,
    write: ({ stream, events, createdMs, tombstone = false }) => {
      const next = (streams.get(stream)?.at(-1)?.revision ?? -1n) + 1n;
      const written = events.map((event, index): LogRecord => {
        const revision = tombstone ? TOMBSTONE_REVISION : next + BigInt(index);
        const record: LogRecord = { ...event, stream, revision, position: end, createdMs };
        keep(record);
        recent.set(`${stream} ${event.id}`, record);
        return record;
      });
      for (const listener of listeners) listener(written);
      return written;
    },
    onWrite: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    recently: (stream, id) => recent.get(`${stream} ${id}`),
    forgetRecent: () => {
      recent.clear();
    },
  };
};
