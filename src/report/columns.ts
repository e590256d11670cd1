import { textWidth } from './textWidth.ts';
import { wrap } from './wrap.ts';

/**
 * How a column stands: to the left, or to the right as numbers do.
 *
 * @public
 */
export type Alignment = 'left' | 'right';

/**
 * How columns are laid out.
 *
 * @public
 */
export interface Layout {
  /** What stands in front of every line. */
  readonly indent?: string;
  /** How each column stands; left when not given. */
  readonly alignments?: readonly Alignment[];
  /** Width that the last column is wrapped to fit in; not wrapped when absent. */
  readonly width?: number;
}

/** The last column is never made narrower than this. */
const LEAST_WIDTH = 30;

const GAP = '  ';

const padded = (cell: string, width: number, alignment: Alignment = 'left'): string => {
  const space = ' '.repeat(Math.max(0, width - textWidth(cell)));
  return alignment === 'right' ? space + cell : cell + space;
};

const lineOf = (
  cells: readonly string[],
  widths: readonly number[],
  { indent = '', alignments = [] }: Layout,
): string =>
  (
    indent + cells.map((cell, at) => padded(cell, widths[at] ?? 0, alignments[at])).join(GAP)
  ).trimEnd();

/**
 * The rows in aligned columns, two spaces apart, each row in one line or more: the last column is wrapped, and its
 * cells may have several lines of their own.
 *
 * @param rows - The cells, row by row; a missing cell is empty.
 */
export const rowLines = (
  rows: readonly (readonly string[])[],
  layout: Layout = {},
): readonly (readonly string[])[] => {
  const { indent = '', alignments = [], width = Infinity } = layout;
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const full = rows.map((row) => Array.from({ length: count }, (_, at) => row[at] ?? ''));
  const heads = full.map((row) => row.slice(0, -1));
  const widths = Array.from({ length: Math.max(0, count - 1) }, (_, at) =>
    heads.reduce((widest, row) => Math.max(widest, textWidth(row[at] ?? '')), 0),
  );
  const before = widths.reduce((sum, each) => sum + each + GAP.length, textWidth(indent));
  const room = Math.max(LEAST_WIDTH, width - before);
  const lasts = full.map((row) =>
    (row.at(-1) ?? '').split('\n').flatMap((text) => wrap(text, room)),
  );
  const widest = lasts.flat().reduce((most, text) => Math.max(most, textWidth(text)), 0);
  // Only what stands to the right needs a width of its own there.
  const all = [...widths, alignments[count - 1] === 'right' ? widest : 0];
  const nothing = widths.map(() => '');
  return full.map((row, index) =>
    (lasts[index] ?? ['']).map((text, line) =>
      lineOf([...(line === 0 ? row.slice(0, -1) : nothing), text], all, layout),
    ),
  );
};

/**
 * Rows of cells as lines of aligned columns, two spaces apart; the last column is wrapped to the width.
 *
 * @param rows - The cells, row by row; a missing cell is empty.
 * @public
 */
export const columns = (
  rows: readonly (readonly string[])[],
  layout: Layout = {},
): readonly string[] => rowLines(rows, layout).flat();
