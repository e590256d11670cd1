import type { PageQuery } from '../port.ts';
import { PAGE_LIMIT } from '../slicePage.ts';
import type { Row } from './connection.ts';
import { numberIn } from './connection.ts';

/** Which rows of a table to read, by the column that counts them. */
export interface Cut {
  /** The number after which they begin. */
  readonly from: number;
  /** How the numbers that follow compare with it. */
  readonly sign: '>' | '<';
  /** The order that they are in. */
  readonly order: 'ASC' | 'DESC';
  /** The most to give. */
  readonly limit: number;
}

/** The rows of a page, at most one more than its limit having been read. */
export interface CutRows {
  /** Those of the page. */
  readonly rows: readonly Row[];
  /** The number of the last one; null when there are none. */
  readonly last: number | null;
  /** Whether none follow. */
  readonly end: boolean;
}

/** Above this, SQLite takes no limit. */
const MOST_ROWS = 2 ** 31 - 2;

/**
 * The rows that a query asks for; null when its limit is none.
 *
 * @param after - The number that its cursor stands for; null when there is no cursor.
 */
export const cutOf = (query: PageQuery<unknown>, after: number | null): Cut | null => {
  const { limit = PAGE_LIMIT, direction = 'forwards' } = query;
  if (!Number.isSafeInteger(limit) || limit < 1) return null;
  if (after !== null && !Number.isSafeInteger(after)) return null;
  const most = Math.min(limit, MOST_ROWS);
  return direction === 'forwards'
    ? { from: after ?? -1, sign: '>', order: 'ASC', limit: most }
    : { from: after ?? Number.MAX_SAFE_INTEGER, sign: '<', order: 'DESC', limit: most };
};

/** The page of rows, each with its number in `place`. */
export const cutRows = (read: readonly Row[], { limit }: Cut): CutRows => {
  const rows = read.slice(0, limit);
  return { rows, last: numberIn(rows.at(-1), 'place'), end: read.length <= limit };
};
