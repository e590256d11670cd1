import { keyLabel } from './keyLabel.ts';
import type { NumberedLine } from '../text/numberedLine.ts';

/** What stands between values that are stated side by side. */
const BETWEEN = /\s{1,3}[|·•]\s{1,3}|\s{0,3};\s{1,3}|\t{1,3}/;
const LABELLED = /^[\s>*_-]{0,6}(\p{L}[^:|\n]{1,40}?)[*_\s]{0,4}:[*_\s]{0,4}[^\s*_]/u;
/** What makes a line a quotation or an item already. */
const LEAD = /^[\s>]{0,6}(?:[-*+]\s{1,4})?/;
const LONGEST = 1000;

const isKnown = (part: string): boolean => keyLabel(LABELLED.exec(part)?.[1] ?? '') !== null;

/**
 * Makes labelled values that stand side by side in a line, `Start: 10:02 | End: 10:40 | Severity: P1`, items of a list, each with
 * the number of its line. Every part has to be one, so that no sentence is taken apart.
 */
export const labelledLines = (lines: readonly NumberedLine[]): readonly NumberedLine[] =>
  lines.flatMap((line) => {
    const { text } = line;
    if (text.length > LONGEST || text.indexOf(':') === text.lastIndexOf(':')) return [line];
    const parts = text.split(BETWEEN);
    const isOne = parts.length > 1 && parts.every((part) => LABELLED.test(part));
    if (!isOne || !parts.some(isKnown)) return [line];
    // What its words show is not that of its parts.
    const { number } = line;
    return parts.map((part) => ({ number, text: `- ${part.replace(LEAD, '')}` }));
  });
