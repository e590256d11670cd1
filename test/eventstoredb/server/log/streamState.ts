import type { Log } from './log.ts';
import { TOMBSTONE_REVISION } from './record.ts';

/** What a stream's metadata says about how much of it is shown. */
export interface Retention {
  readonly maxCount?: bigint;
  readonly maxAgeMs?: number;
  /** The first revision that is shown. */
  readonly truncateBefore?: bigint;
}

/** How a stream stands. */
export interface StreamState {
  /** The last revision written; absent where nothing was. */
  readonly last?: bigint;
  /** Whether it was deleted for ever. */
  readonly tombstoned: boolean;
  /** Whether it was deleted in a way that lets it begin again. */
  readonly softDeleted: boolean;
  readonly hasMetadata: boolean;
  readonly retention: Retention;
}

const MILLISECONDS_A_SECOND = 1000;

/** The stream that holds the metadata of a stream. */
export const metastreamOf = (stream: string): string => `$$${stream}`;

const isMetastream = (stream: string): boolean => stream.startsWith('$$');

/** A whole number from metadata text; `$tb` does not fit a double, so the text itself is read. */
const wholeNumber = (text: string, key: string): bigint | undefined => {
  const digits = new RegExp(`"\\${key}"\\s*:\\s*(\\d+)`).exec(text)?.[1];
  return digits === undefined ? undefined : BigInt(digits);
};

const retentionFrom = (text: string): Retention => {
  const maxCount = wholeNumber(text, '$maxCount');
  const maxAgeS = wholeNumber(text, '$maxAge');
  const truncateBefore = wholeNumber(text, '$tb');
  return {
    ...(maxCount !== undefined && { maxCount }),
    ...(maxAgeS !== undefined && { maxAgeMs: Number(maxAgeS) * MILLISECONDS_A_SECOND }),
    ...(truncateBefore !== undefined && { truncateBefore }),
  };
};

const retentionOf = (log: Log, stream: string): Retention => {
  if (isMetastream(stream)) return { maxCount: 1n };
  const metadata = log.ofStream(metastreamOf(stream)).at(-1);
  return metadata ? retentionFrom(Buffer.from(metadata.data).toString('utf8')) : {};
};

const isTombstoned = (log: Log, stream: string): boolean =>
  log.ofStream(stream).at(-1)?.revision === TOMBSTONE_REVISION;

/** Looks up how a stream stands; a metastream goes with its stream. */
export const streamState = (log: Log, stream: string): StreamState => {
  const last = log.ofStream(stream).at(-1)?.revision;
  const retention = retentionOf(log, stream);
  return {
    ...(last !== undefined && { last }),
    tombstoned:
      isTombstoned(log, stream) || (isMetastream(stream) && isTombstoned(log, stream.slice(2))),
    softDeleted: retention.truncateBefore === TOMBSTONE_REVISION,
    hasMetadata: log.ofStream(metastreamOf(stream)).length > 0,
    retention,
  };
};
