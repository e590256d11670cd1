import { TABLE_RULE } from '../text/blockLine.ts';
import { htmlLines } from '../text/htmlLines.ts';
import { inlineText } from '../text/inlineText.ts';
import { isHtml } from '../text/isHtml.ts';

/** A page as people see it. */
export interface ShownPage {
  /** Its text. */
  readonly text: string;
  /** For HTML, the line of the document in which each line of the text begins. */
  readonly numbers?: readonly number[];
}

const MARKUP = /^\s{0,200}</;
const ROW = /^\| .* \|$/;

/** A row of a table as it is copied, with a tab between its cells. */
const copiedRow = (line: string): string =>
  line.slice(2, -2).replaceAll(' | ', '\t').replaceAll('\\|', '|');

/** A line of a page in HTML: no markup, and no gap that only the layout of the source leaves, as in `Jul 12 , 2016`. */
const shownLine = (markdown: string): string => {
  const line = markdown.replaceAll(/\s+/g, ' ');
  return inlineText(ROW.test(line) ? copiedRow(line) : line).replaceAll(' ,', ',');
};

/** An update in the source of a page of cState, its time in a shortcode behind its text: `*Resolved* - Done. {{< track "2024-03-04 10:22:00" >}}`. */
const TRACKED =
  /^([*_]{0,2}[\p{L} ]{4,20}[*_]{0,2})\s[-–—]\s((?:[^{\n]|\n(?!\s*\n)){1,4000}?)\s*\{\{<\s?track\s"([^"\n]{8,40})"\s?>\}\}/gmu;

const withTimesFirst = (text: string): string =>
  text.includes('{{<') ? text.replaceAll(TRACKED, '$1 $3 - $2') : text;

/** `Posted on` behind a text, its time in the next line. */
const CUT = /[^\S\n](posted on)[^\S\n]*\r?\n[^\S\n]*(?=\p{L}{3,9} \d)/giu;

/** A text copied from a page, with each time in one line, as it is shown there. */
const withWholeTimes = (text: string): string =>
  text.includes('osted on') ? text.replaceAll(CUT, '\n$1 ') : text;

/** The text of a page: that of a page saved as HTML is what one would copy from it, with its title on top. */
export const shownPage = (text: string): ShownPage => {
  if (!MARKUP.test(text) || !isHtml(text)) return { text: withWholeTimes(withTimesFirst(text)) };
  const { lines: all, title } = htmlLines(text);
  const lines = all.filter((line) => !TABLE_RULE.test(line.text));
  const shown = title === undefined ? lines : [{ number: 1, text: title }, ...lines];
  return {
    text: shown.map((line) => shownLine(line.text)).join('\n'),
    numbers: shown.map(({ number }) => number),
  };
};
