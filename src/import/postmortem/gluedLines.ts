import type { DocumentBlock } from './documentBlock.ts';
import { timelineLine } from '../prose/timelineLine.ts';
import type { Notation } from '../time/timeMark.ts';

/**
 * A dash or a bullet inside a line, behind the end of a clause and before a time that heads another: `… fixed. -
 * 11:00 AM: traffic …`. Behind a time it is the dash of a range.
 */
const GLUED =
  /(?<=[\p{Ll}.!?)\]])(?<!\d\s?[ap]\.?m\.?)\s{1,3}[-–—•*]\s{1,3}(?=\d{1,2}[:h.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,5})?\s?(?::|[-–—]\s)\s?\p{L})/giu;
const MOST = 200;

/** Whether a text is a line with its time: a day alone belongs to the time behind it. */
const isLine = (text: string): boolean => {
  const line = timelineLine(text, {});
  return line?.mark.clock !== undefined && line.text !== '';
};

/** The lines of a timeline that stand glued together in one item or text, each as a block of its own. */
export const gluedLines = (block: DocumentBlock): readonly DocumentBlock[] => {
  if (block.kind !== 'item' && block.kind !== 'text') return [block];
  const parts = block.text.split(GLUED);
  return parts.length < 2 || parts.length > MOST || !parts.every(isLine)
    ? [block]
    : parts.map((text) => ({ ...block, text: text.trim() }));
};

/** Code that is a timeline itself, a line each; else the block as it is. */
const codeLines = (block: DocumentBlock): readonly DocumentBlock[] => {
  const lines = block.text.split('\n');
  const timed = lines.filter(isLine).length;
  if (block.kind !== 'code' || timed < 2 || timed * 2 < lines.length) return [block];
  return lines.flatMap((text, index) =>
    text.trim() === ''
      ? []
      : [{ ...block, kind: 'text', text: text.trim(), line: block.line + index }],
  );
};

/**
 * The blocks of a timeline with its lines told apart: those glued together, and those of code where nothing else in it has
 * times.
 */
export const timelineBlocks = (
  blocks: readonly DocumentBlock[],
  notation: Notation,
): readonly DocumentBlock[] => {
  const told = blocks.some(
    ({ kind, text }) => kind !== 'code' && timelineLine(text, notation)?.mark.clock !== undefined,
  );
  return blocks.flatMap((block) =>
    block.kind === 'code' && !told ? codeLines(block) : gluedLines(block),
  );
};
