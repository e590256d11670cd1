import { isGap } from './letters.ts';

const MARKUP = /\*\*|__|\\(?=[()[\]{}*_#|.!~`>+-])|^[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}$/g;

const SIGN = /[*_\\]/;

/** A text without the marks of Markdown: bold, emphasis around the whole, escapes. */
export const plainText = (text: string): string =>
  (SIGN.test(text) ? text.replaceAll(MARKUP, '') : text).trim();

const SIGNS = new Set(Array.from(':;,.–—-*_|', (sign) => sign.charCodeAt(0)));
const STOP = '.'.charCodeAt(0);

const isEdge = (code: number): boolean => isGap(code) || SIGNS.has(code);

/** The same without punctuation at its ends, as a fact is told: `reprise du service`. */
export const trimmedFact = (text: string): string => {
  let start = 0;
  while (start < text.length && isEdge(text.charCodeAt(start))) start++;
  let end = text.length;
  while (end > start && isEdge(text.charCodeAt(end - 1)) && !isEllipsis(text, end)) end--;
  return text.slice(start, end);
};

/** Whether two stops end a text: they leave something unsaid, where a single one only ends a sentence. */
const isEllipsis = (text: string, end: number): boolean =>
  text.charCodeAt(end - 1) === STOP && text.charCodeAt(end - 2) === STOP;
