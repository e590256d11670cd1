import type { DocumentBlock } from './documentBlock.ts';
import { keyLabel } from './keyLabel.ts';
import { timelineLine } from '../prose/timelineLine.ts';
import type { Notation } from '../time/timeMark.ts';

const isOfTable = (block: DocumentBlock | undefined, header: readonly string[]): boolean =>
  block?.kind === 'row' && block.header?.join('|') === header.join('|');

/** `10:05` below `Event time` begins a line of a timeline; below `Detected` it is a value. */
const beginsLine = (name: string, cell: string, notation: Notation): boolean => {
  const about = keyLabel(name)?.about;
  return (
    (about === undefined || about === 'date') &&
    timelineLine(cell, notation)?.mark.clock !== undefined
  );
};

/** The blocks of a section, where the one row of a table states values below their names: each as a row of its own. */
export const statedRows = (
  blocks: readonly DocumentBlock[],
  notation: Notation,
): readonly DocumentBlock[] =>
  blocks.flatMap((block, index) => {
    const { header = [], cells = [] } = block;
    const isOne =
      header.length > 1 &&
      header.length === cells.length &&
      ![blocks[index - 1], blocks[index + 1]].some((other) => isOfTable(other, header));
    const isPair = header.length === 2 && header.every((name) => keyLabel(name) === null);
    if (!isOne || isPair || header.some((name, at) => beginsLine(name, cells[at] ?? '', notation)))
      return [block];
    return header.map((name, at) => ({
      ...block,
      text: `${name} : ${cells[at] ?? ''}`,
      cells: [name, cells[at] ?? ''],
      header: [],
      links: at === 0 ? block.links : [],
    }));
  });
