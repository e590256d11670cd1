/**
 * One of several parts that the incidents of a ledger are divided into, each wholly in one.
 *
 * @public
 */
export interface Partition {
  /** Which part, from 0. */
  readonly index: number;
  /** How many parts there are. */
  readonly count: number;
}

/**
 * Whether an incident is in a part; the same in every process and at every time.
 *
 * @remarks Source: FNV-1a, 32 bits, over UTF-16 units.
 */
export const isIn = (incidentId: string, { index, count }: Partition): boolean => {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < incidentId.length; at += 1) {
    hash = Math.imul(hash ^ incidentId.charCodeAt(at), 0x01_00_01_93);
  }
  // The last bits of such a hash are poor.
  return ((hash ^ (hash >>> 15)) >>> 0) % count === index;
};

/** What is wrong with a part; null when it is one. */
export const partitionProblem = ({ index, count }: Partition): string | null =>
  Number.isSafeInteger(count) && Number.isSafeInteger(index) && index >= 0 && index < count
    ? null
    : `a part has an index from 0 and below their count, not ${index} of ${count}`;

const BEFORE = /^\{"eventId":"[^"\\]*","incidentId":"([^"\\]+)"/;

/** The incident of a line as this library writes them, told without parsing it; null where that cannot be. */
export const peekIncident = (line: string): string | null => BEFORE.exec(line)?.[1] ?? null;
