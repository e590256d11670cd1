import { plainText } from './plainText.ts';

/** A table as Markdown writes it. */
export interface Table {
  /** Text of the cells of its first row, where a rule stands below it. */
  readonly header: readonly string[];
  /** Its rows, each with the text of its cells. */
  readonly rows: readonly (readonly string[])[];
  /** Text around it. */
  readonly rest: string;
}

const RULE = /^\s{0,8}:?-{3,80}:?\s{0,8}$/;

/** A table as it is copied from a page: its cells between tabs, the first row its header. */
const tabbedRows = (text: string): Table | null => {
  const [header = [], ...rows] = text
    .split('\n')
    .map((line) => line.split('\t').map((cell) => plainText(cell)));
  const isTable = rows.length > 0 && header.length > 1;
  return isTable && rows.every((row) => row.length === header.length)
    ? { header, rows, rest: '' }
    : null;
};

/**
 * Reads the table in a text, its rows on lines of their own or all in one: `| A | B | | --- | --- | | 1 | 2 |`.
 * Null when the text has no rule `| --- |`, for then its bars may be anything. Tabs between cells make a table too.
 */
export const tableRows = (text: string): Table | null => {
  const tabbed = text.includes('\t') ? tabbedRows(text) : null;
  if (tabbed) return tabbed;
  const first = text.indexOf('|');
  const last = text.lastIndexOf('|');
  if (first < 0 || first === last) return null;
  // A line break between rows is the same as the space between the two bars of a flattened table.
  const cells = text.slice(first + 1, last).split('|');
  const ruleAt = cells.findIndex((cell) => RULE.test(cell));
  if (ruleAt < 0) return null;
  let columns = 0;
  while (RULE.test(cells[ruleAt + columns] ?? '')) columns++;
  const header = cells.slice(Math.max(0, ruleAt - 1 - columns), Math.max(0, ruleAt - 1));
  const rows: (readonly string[])[] = [];
  for (let at = ruleAt + columns + 1; at < cells.length; at += columns + 1) {
    const row = cells.slice(at, at + columns).map(plainText);
    if (row.some((cell) => cell !== '')) rows.push(row);
  }
  return {
    header: header.map(plainText),
    rows,
    rest: `${text.slice(0, first)} ${text.slice(last + 1)}`.trim(),
  };
};
