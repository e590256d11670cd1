/** One event as it is proposed to the log. */
export interface ProposedRecord {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** One record as the log keeps it. */
export interface LogRecord extends ProposedRecord {
  readonly stream: string;
  /** Place in the stream, from 0; a tombstone's is `TOMBSTONE_REVISION`. */
  readonly revision: bigint;
  /** Byte offset in the log: commit and prepare position are equal for every write here. */
  readonly position: bigint;
  /** When the server took it, by the server's clock. */
  readonly createdMs: number;
}

/** The revision of the record that ends a stream for ever, and `$tb` of a stream that is softly deleted. */
export const TOMBSTONE_REVISION = 0x7f_ff_ff_ff_ff_ff_ff_ffn;

/** How many bytes the server counts for one event: data, metadata, and the type in UTF-16. */
export const sizeBytes = ({ data, metadata, type }: ProposedRecord): number =>
  data.length + metadata.length + 2 * type.length;

/** What a record takes in the log beside what is counted for an append; so that no one counts positions by one. */
const HEADER_BYTES = 97;

/** How far one record moves the end of the log. */
export const lengthInLog = (stream: string, record: ProposedRecord): bigint =>
  BigInt(HEADER_BYTES + stream.length + sizeBytes(record));
