import { plainText } from './plainText.ts';

const LINK = /!?\[([^[\]]{0,500})\]\(<?([^()\s<>]{0,2000})>?(?:\s{1,3}["'][^"'()]{0,300}["'])?\)/g;
const AUTOLINK = /<(https?:\/\/[^\s<>]{1,2000})>/g;
const URL = /https?:\/\/[^\s<>()[\]"']{1,2000}/g;
/** Addresses further on in a line are too many to mean anything. */
const LINE = 20_000;
const TAG = /<\/?[A-Za-z][^<>]{0,300}>/g;
/** `<START OF OUTAGE>` is no tag. */
const SAID = /<([A-Z]{2,20}(?: [A-Z]{2,20}){1,5})>/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&ndash;': '–',
  '&mdash;': '—',
};
const ENTITY = /&(?:nbsp|amp|lt|gt|quot|#39|ndash|mdash);/g;
/** `[^1]`, the mark of a note at the foot of a document. */
const FOOTNOTE = /(?<=\S)\[\^[^\]\s]{1,40}\]/g;
/** A backslash at the end of a line breaks it there. */
const HARD_BREAK = /(?<!\\)\\$/;
/** `*Severity:* high`, as chats and Markdown stress words. */
const EMPHASIS = /(?<![\p{L}\d*\\])\*(?=[^\s*])([^*\n]{0,200}?[^\s*\\])\*(?![\p{L}\d*])/gu;
const WIKI_BOLD = "'''";
const MARKED = /[<[&`*_\\\u00A0\u202F~]/;

/** A line of Markdown as people see it: links by their text, no markup, no inline HTML. */
export const inlineText = (markdown: string): string => {
  if (!MARKED.test(markdown) && !markdown.includes(WIKI_BOLD)) return markdown.trim();
  const bare = markdown
    .replace(HARD_BREAK, '')
    .replaceAll(FOOTNOTE, '')
    .replaceAll(LINK, '$1')
    .replaceAll(AUTOLINK, '$1')
    .replaceAll(EMPHASIS, '$1')
    .replaceAll(WIKI_BOLD, '')
    .replaceAll(SAID, '$1')
    .replaceAll(TAG, ' ')
    .replaceAll(ENTITY, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/~~|`/g, '')
    .replaceAll(/[\u00A0\u202F]/g, ' ');
  return plainText(bare).replaceAll(/ {2,8}/g, ' ');
};

/** The addresses that a line of Markdown links to or shows. */
export const linksIn = (markdown: string): readonly string[] =>
  markdown.includes('://')
    ? [...markdown.slice(0, LINE).matchAll(URL)].map(([url]) => url.replace(/[.,;:!?]{1,5}$/, ''))
    : [];
