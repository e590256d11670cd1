import type { Fronted } from '../text/frontMatter.ts';
import { frontMatter } from '../text/frontMatter.ts';
import type { HtmlText } from '../text/htmlLines.ts';
import { htmlLines } from '../text/htmlLines.ts';
import { htmlRegions } from '../text/htmlRegions.ts';
import { isHtml } from '../text/isHtml.ts';
import { keyPair } from './keyField.ts';
import { labelledLines } from './labelledLines.ts';
import { isFurniture } from '../status-page/pageLabels.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import { numericOrder, orderBeside } from '../time/numericOrder.ts';
import { withReferenceLinks } from '../text/referenceLinks.ts';
import type { Notation } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { isDated } from '../time/wallMoment.ts';

/** A document as lines, with what it says of itself as a whole. */
export interface DocumentSource {
  /** Its lines, without front matter, comments and template tags. */
  readonly lines: readonly NumberedLine[];
  /** Its lines with these, as links and quotations are looked for. */
  readonly raw: readonly NumberedLine[];
  /** Its title, where it states one apart from its headings. */
  readonly title?: string;
  /** The title of a page, for a document without any other. */
  readonly pageTitle?: string;
  /** When it says that it was published. */
  readonly published?: string;
  /** The dates that its front matter states. */
  readonly stated: readonly string[];
  /** How its times are written. */
  readonly notation: Notation;
  /** Whether it shows the order of its dates. */
  readonly orderKnown: boolean;
}

const PUBLISHED_NAMES = ['published', 'publishdate', 'publish_date', 'pubdate', 'published_at'];
const STATED_NAMES = ['date', 'incident_date', 'created', 'created_at', 'start', 'started'];

const withoutFurniture = (page: HtmlText): HtmlText => ({
  ...page,
  lines: page.lines.filter(({ text }) => !isFurniture(text.trim())),
});

/** The lines of a text, those of a page in HTML as Markdown; a generator of sites takes front matter off it. */
const linesOf = (text: string): HtmlText & Partial<Pick<Fronted, 'front'>> => {
  const all = text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
  const { lines, front } = frontMatter(all);
  const isFronted = front.size > 0;
  const shown = isFronted ? lines : all;
  // The lines before keep their place, so that those behind keep their numbers.
  const before = '\n'.repeat((shown[0]?.number ?? 1) - 1);
  const body = isFronted ? shown.map((line) => line.text).join('\n') : text;
  if (!isHtml(body)) return { lines: htmlRegions(all) };
  return { ...withoutFurniture(htmlLines(before + body)), front };
};

const publishedLine = (lines: readonly NumberedLine[]): string | undefined => {
  for (const { text } of lines.slice(0, 2000)) {
    const [, name = '', value = ''] =
      /^[\s>*_-]{0,6}([^:\n]{4,40}?)[*_\s]{0,4}:[*_\s]{0,4}(\S.{5,80})$/u.exec(text) ?? [];
    if (name === '') continue;
    const field = keyPair(name, value, {});
    if (field?.label.about === 'time' && field.label.type === 'PostmortemPublished') return value;
  }
  return undefined;
};

/** A date of numbers. */
const NUMERIC = /(?<!\d)\d{1,2}\/\d{1,2}\/\d{2}/;
const MOST_DAYS = 20;

/** The first days whose order is no question: with their month in words, or their year first. */
const knownDays = (lines: readonly NumberedLine[]): readonly DatedDay[] => {
  const known: DatedDay[] = [];
  for (const { text } of lines.slice(0, 2000)) {
    if (known.length >= MOST_DAYS) break;
    for (const { day } of timeMarks(text.slice(0, 300))) {
      if (isDated(day) && day.ambiguous !== true) known.push(day);
    }
  }
  return known;
};

/** Hyphens as word processors set them: one that breaks no line is a hyphen still. */
const HYPHEN = /[\u2010\u2011]/g;

/** Takes a document apart: Markdown, HTML or plain text. */
export const documentSource = (given: string): DocumentSource => {
  const text = given.replaceAll(HYPHEN, '-');
  const { lines: whole, title: pageTitle, published: publishedPage, front: head } = linesOf(text);
  const raw = withReferenceLinks(whole);
  const { lines: told, front: own } = frontMatter(raw);
  const lines = labelledLines(told);
  const front = head !== undefined && head.size > 0 ? head : own;
  const order =
    numericOrder(text) ?? (NUMERIC.test(text) ? orderBeside(text, knownDays(lines)) : null);
  const title = front.get('title');
  const published =
    PUBLISHED_NAMES.map((name) => front.get(name)).find((value) => value !== undefined) ??
    publishedPage ??
    publishedLine(lines);
  return {
    lines,
    raw,
    stated: STATED_NAMES.flatMap((name) => front.get(name) ?? []),
    notation: { monthFirst: order === 'month-first' },
    orderKnown: order !== null,
    ...(title !== undefined && { title }),
    ...(pageTitle !== undefined && { pageTitle }),
    ...(published !== undefined && { published }),
  };
};
