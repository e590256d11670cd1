import { textWidth } from './textWidth.ts';

const graphemes = new Intl.Segmenter();

/** The text in pieces no wider than that, cut between characters; a character wider than that stands alone. */
export const pieces = (text: string, width: number): readonly string[] => {
  const cut: string[] = [];
  let piece = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    const size = textWidth(segment);
    if (piece !== '' && used + size > width) {
      cut.push(piece);
      [piece, used] = ['', 0];
    }
    piece += segment;
    used += size;
  }
  return [...cut, piece];
};

/** Whether a text is written without spaces, in wide characters, so that its lines may break anywhere. */
const isWide = (word: string): boolean => textWidth(word) > [...graphemes.segment(word)].length;

/**
 * The text in lines no wider than that, broken between words. A longer word, such as an address, stands alone and
 * sticks out, so that it can be copied; one of wide characters is cut.
 */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const size = textWidth(word);
    if (line !== '' && used + 1 + size <= width) {
      line = `${line} ${word}`;
      used += 1 + size;
      continue;
    }
    if (line !== '') lines.push(line);
    const cut = size > width && isWide(word) ? pieces(word, width) : [word];
    lines.push(...cut.slice(0, -1));
    line = cut.at(-1) ?? '';
    used = cut.length > 1 ? textWidth(line) : size;
  }
  return [...lines, line];
};
