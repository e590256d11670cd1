import type { NumberedLine } from './numberedLine.ts';

/** `[fix]: https://example.org/1 "Title"`, which says where `[the fix][fix]` and `[fix]` lead. */
const DEFINITION =
  /^\s{0,3}\[([^[\]^][^[\]]{0,200})\]:\s{1,8}<?((?:https?:\/\/|\/|#|\.{1,2}\/)[^\s<>]{0,2000})>?(?:\s{1,8}["'(].{0,300})?\s{0,8}$/u;
const REFERENCE = /\[([^[\]^][^[\]]{0,300})\](?:\[([^[\]]{0,200})\])?(?!\()/gu;
const FENCE = /^\s{0,12}(?:```|~~~)/;

const keyOf = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** The lines of a Markdown text with its links in place, whose addresses stand on lines of their own further down. */
export const withReferenceLinks = (lines: readonly NumberedLine[]): readonly NumberedLine[] => {
  const addresses = new Map<string, string>();
  const defining = new Set<NumberedLine>();
  for (const line of lines) {
    const [, name, address] = DEFINITION.exec(line.text) ?? [];
    if (name === undefined || address === undefined) continue;
    defining.add(line);
    addresses.set(keyOf(name), addresses.get(keyOf(name)) ?? address);
  }
  if (defining.size === 0) return lines;
  let isCode = false;
  return lines.map((line) => {
    if (FENCE.test(line.text)) isCode = !isCode;
    if (defining.has(line)) return { ...line, text: '' };
    if (isCode || !line.text.includes('[')) return line;
    const text = line.text.replaceAll(REFERENCE, (whole: string, shown: string, name?: string) => {
      const address = addresses.get(keyOf(name === undefined || name === '' ? shown : name));
      return address === undefined ? whole : `[${shown}](${address})`;
    });
    return { ...line, text };
  });
};
