import type { NumberedLine } from './numberedLine.ts';

/** A document without its front matter, comments and template tags, and what the front matter says. */
export interface Fronted {
  /** The lines of the document. */
  readonly lines: readonly NumberedLine[];
  /** Values of the front matter by their name in small letters. */
  readonly front: ReadonlyMap<string, string>;
}

const MOST_LINES = 100;
const PAIR = /^([A-Za-z][\w-]{0,40})\s{0,4}[:=]\s{0,4}(\S.{0,500})$/;
const TEMPLATE = /<%[^%]{0,500}%>|\{%[^%]{0,500}%\}|\{\{[^{}]{0,500}\}\}/g;

/** What a tag becomes: nothing, unless somebody has written a time into it, `{{ 06:10 }}`. */
const filledIn = (tag: string): string =>
  /^\{\{[^|"%]{0,100}\d[:h.]\d{2}[^|]*$/.test(tag) ? tag.slice(2, -2).trim() : '';

/** A value without the quotes around it. */
export const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2');

/** Takes out what stands between `<!--` and `-->`, over as many lines as that takes. */
const withoutComments = (lines: readonly NumberedLine[]): readonly NumberedLine[] => {
  let inside = false;
  let opened = 0;
  const bare = lines.map((line, index) => {
    if (!inside && !line.text.includes('<!--')) return line;
    let rest = line.text;
    let text = '';
    while (rest !== '') {
      const at = rest.indexOf(inside ? '-->' : '<!--');
      if (at < 0) {
        if (!inside) text += rest;
        break;
      }
      if (!inside) text += rest.slice(0, at);
      rest = rest.slice(at + (inside ? 3 : 4));
      inside = !inside;
      if (inside) opened = index;
    }
    return { ...line, text };
  });
  // A comment that never ends is none: nothing is lost by a forgotten mark.
  return inside ? [...bare.slice(0, opened), ...lines.slice(opened)] : bare;
};

/**
 * Takes the front matter off a document, between two lines `---` (YAML) or `+++` (TOML), and the tags of ERB and
 * Liquid templates out of its lines. Only plain `name: value` lines are read of it.
 */
export const frontMatter = (all: readonly NumberedLine[]): Fronted => {
  const start = all.findIndex(({ text }) => text.trim() !== '');
  const rule = all[start]?.text.trim() ?? '';
  const front = new Map<string, string>();
  let lines = all;
  if (rule === '---' || rule === '+++') {
    const length = all
      .slice(start + 1, start + 1 + MOST_LINES)
      .findIndex(({ text }) => text.trim() === rule);
    const inside = all.slice(start + 1, start + 1 + length);
    if (length > 0 && inside.some(({ text }) => PAIR.test(text))) {
      for (const { text } of inside) {
        const [, name = '', value = ''] = PAIR.exec(text) ?? [];
        if (name !== '') front.set(name.toLowerCase(), unquoted(value));
      }
      lines = all.slice(start + 2 + length);
    }
  }
  const clean = lines.map((line) =>
    /<%|\{[%{]/.test(line.text)
      ? { ...line, text: line.text.replaceAll(TEMPLATE, filledIn) }
      : line,
  );
  return { lines: withoutComments(clean), front };
};
