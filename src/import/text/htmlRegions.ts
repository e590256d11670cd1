import type { NumberedLine } from './numberedLine.ts';
import { htmlLines } from './htmlLines.ts';

const OPENS = /^\s{0,12}<(table|dl|ul|ol)(?=[\s>])/i;

/** The line in which an end tag stands next. */
const endOf = (lines: readonly NumberedLine[], from: number, tag: string): number => {
  for (let at = from; at < lines.length; at++) {
    if (lines[at]?.text.toLowerCase().includes(tag) === true) return at;
  }
  return lines.length - 1;
};

/** The same lines with the tables and lists in HTML that stand among them as Markdown. */
export const htmlRegions = (lines: readonly NumberedLine[]): readonly NumberedLine[] => {
  const found: NumberedLine[] = [];
  // Where an end tag of a name stands last: a region without one is left as it is.
  const last = new Map<string, number>();
  for (const [index, { text }] of lines.entries()) {
    for (const [, name = ''] of text.matchAll(/<\/(table|dl|ul|ol)>/gi))
      last.set(name.toLowerCase(), index);
  }
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) continue;
    const name = OPENS.exec(line.text)?.[1]?.toLowerCase();
    if (name === undefined || (last.get(name) ?? -1) < index) {
      found.push(line);
      continue;
    }
    const end = endOf(lines, index, `</${name}>`);
    const region = lines.slice(index, end + 1);
    const { lines: read } = htmlLines(region.map(({ text }) => text).join('\n'));
    found.push({ number: line.number, text: '' });
    for (const { number, text } of read) found.push({ number: line.number + number - 1, text });
    index = end;
  }
  return found;
};
