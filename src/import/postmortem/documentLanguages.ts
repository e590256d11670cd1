import type { NumberedLine } from '../text/numberedLine.ts';
import { languageOf } from '../text/language.ts';
import { markedSpans } from '../text/splitLanguages.ts';

/** The lines of a document in one language. */
export interface LanguageLines {
  /** The language. */
  readonly language: string;
  /** Its lines. */
  readonly lines: readonly NumberedLine[];
}

const RULE = /^\s{0,3}(?:[-*_=]\s?){3,200}$|^#\s/;
/** Shorter halves say too little to tell their language. */
const LEAST = 150;
const MOST_MARKS = 20;
const LOOKED_AT = 3000;

const textOf = (lines: readonly NumberedLine[]): string => lines.map(({ text }) => text).join('\n');

/** Two versions of a document with nothing but a rule or a heading between them. */
const halves = (lines: readonly NumberedLine[]): readonly LanguageLines[] | null => {
  const text = textOf(lines);
  // Of a short text the ends would be all of it.
  const end = Math.min(LOOKED_AT, Math.floor(text.length / 3));
  if (languageOf(text.slice(0, end)) === languageOf(text.slice(-end))) return null;
  const rules = lines.flatMap((line, index) => (index > 0 && RULE.test(line.text) ? [index] : []));
  for (const index of rules.slice(0, 20)) {
    const [before, after] = [textOf(lines.slice(0, index)), textOf(lines.slice(index))];
    if (before.length < LEAST || after.length < LEAST) continue;
    const [a, b] = [languageOf(before.slice(-LOOKED_AT)), languageOf(after.slice(0, LOOKED_AT))];
    if (a === 'und' || b === 'und' || a === b) continue;
    const ends = [languageOf(before.slice(0, LOOKED_AT)), languageOf(after.slice(-LOOKED_AT))];
    if (ends[0] !== a || ends[1] !== b) continue;
    return [
      { language: a, lines: lines.slice(0, index) },
      { language: b, lines: lines.slice(index) },
    ];
  }
  return null;
};

/**
 * The lines of a document by language: cut where marks such as `English version` stand, if what follows is in that
 * language; else at the rule or heading between two versions; else one.
 */
export const documentLanguages = (lines: readonly NumberedLine[]): readonly LanguageLines[] => {
  const text = textOf(lines);
  const marked = markedSpans(text);
  // A text full of such marks is not a document with a few versions of itself.
  const spans = (marked.length > MOST_MARKS ? [] : marked).filter(
    ({ language, start, end }) =>
      languageOf(text.slice(start, Math.min(end, start + 1500))) === language,
  );
  if (spans.length === 0) {
    return halves(lines) ?? [{ language: languageOf(text), lines }];
  }
  const starts: number[] = [];
  let at = 0;
  for (const { text: line } of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  const parts: { language: string; lines: NumberedLine[] }[] = [];
  const bounds = [{ language: '', start: 0, mark: 0 }, ...spans];
  for (const [index, { language, start }] of bounds.entries()) {
    const stop = bounds[index + 1]?.mark ?? text.length;
    const own = lines.flatMap(({ number, text: line }, nth) => {
      const first = starts[nth] ?? 0;
      const [from, to] = [Math.max(start, first), Math.min(stop, first + line.length)];
      return first + line.length < start || from > to || (from === to && line !== '')
        ? []
        : [{ number, text: line.slice(from - first, to - first) }];
    });
    const body = textOf(own);
    if (body.trim() === '') continue;
    const name = language === '' ? languageOf(body) : language;
    const same = parts.find((part) => part.language === name);
    if (same) same.lines = [...same.lines, ...own];
    else parts.push({ language: name, lines: own });
  }
  return parts;
};
