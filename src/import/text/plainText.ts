const MARKUP = /\*\*|__|\\(?=[()[\]{}*_#|.!~`>+-])|^[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}$/g;

const SIGN = /[*_\\]/;

/** A text without the marks of Markdown: bold, emphasis around the whole, escapes. */
export const plainText = (text: string): string =>
  (SIGN.test(text) ? text.replaceAll(MARKUP, '') : text).trim();

const EDGES = /^[\s:;,.–—\-*_|]+/;
const TAIL = /[\s:;,–—\-*_|]$/;

/** The same without punctuation at its ends, as a fact is told: `reprise du service`. */
export const trimmedFact = (text: string): string => {
  const start = EDGES.exec(text)?.[0].length ?? 0;
  let end = text.length;
  while (end > start && (TAIL.test(text.charAt(end - 1)) || isSingleStop(text, end))) end--;
  return text.slice(start, end);
};

const isSingleStop = (text: string, end: number): boolean =>
  text.charAt(end - 1) === '.' && text.charAt(end - 2) !== '.';
