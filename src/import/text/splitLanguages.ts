import { languageOf } from './language.ts';
import type { SeenLine } from './numberedLine.ts';
import { EVERYTHING } from './seenWords.ts';

/** A part of a text in one language. */
export interface LanguagePart {
  /** `fr`, `en`, `it` or `und`. */
  readonly language: string;
  /** The part, without the mark that announced it. */
  readonly text: string;
  /** Whether marks of languages cut the text; else it was told apart by its words. */
  readonly marked: boolean;
  /** The topics of its words, where they have been looked at. */
  readonly present?: number;
  /** Its lines, where their words have been looked at. */
  readonly lines?: readonly SeenLine[];
}

/** A line of a text with its language, and with the topics of its words where they have been looked at. */
export type SpokenLine = Pick<LanguagePart, 'language' | 'text' | 'present'>;

const CODES: Readonly<Record<string, string>> = {
  fr: 'fr',
  'fr-fr': 'fr',
  french: 'fr',
  français: 'fr',
  française: 'fr',
  francais: 'fr',
  francaise: 'fr',
  en: 'en',
  uk: 'en',
  gb: 'en',
  us: 'en',
  'en-us': 'en',
  english: 'en',
  anglais: 'en',
  anglaise: 'en',
  it: 'it',
  italiano: 'it',
  italian: 'it',
  '🇫🇷': 'fr',
  '🇬🇧': 'en',
  '🇺🇸': 'en',
  '🇮🇹': 'it',
};

/**
 * `====ENGLISH VERSION====`, `**English version**`, `Version française :`, `[FR]`, `EN :`, `FR Nous …`, a flag; without what
 * leads to it, which is looked at where one is found. `English version below` announces a part further down and is none itself.
 */
const MARK =
  /(?:(?<version>english|french|italian)\s(?:version|translation)(?!\s(?:below|follows|ci-dessous))|version\s(?<named>fran[çc]aise|anglaise|english|italiana)|(?<flag>🇫🇷|🇬🇧|🇺🇸|🇮🇹)|[[(](?<bracket>FR|EN|IT|UK|US|GB)[\])]|(?<code>FR|EN|IT)(?=\s?:|\s[-–—]\s|\s))(?:\s?:|\s[-–—](?=\s))?[=_*~-]{0,80}/gi;
/** What leads to a mark, up to its end; null in the middle of a word. */
const LEAD = /(?<![\p{L}\d=])(?:[=_*#~-]{1,4}\s?|[=-]{5,80}\s?)?$/gu;
const LONGEST_LEAD = 81;
/** Words of which there is one in every mark of a language that is no code and no flag, and where one is announced. */
export const languageWords: ReadonlySet<string> = new Set(
  'english french italian francaise anglaise italiana'.split(' '),
);
/** The codes of languages, which are words as well. */
export const languageCodes: ReadonlySet<string> = new Set(['fr', 'en', 'it', 'uk', 'us', 'gb']);
const BELOW = /_?(?:english version below|version anglaise ci-dessous|english below)_?/gi;

/** A code in capitals, or any in brackets. */
const CODE = /(?:FR|EN|IT)[\s:]|[[(](?:[Ff][Rr]|[Ee][Nn]|[Ii][Tt]|[Uu][KkSs]|[Gg][Bb])[\])]/;
/** The first half of a flag. */
const FLAG = '\uD83C';

/**
 * Whether a text may hold marks of languages, or announce a language further down.
 *
 * @param hasWord - Whether it has one of `languageWords`.
 * @param hasCode - Whether it has one of `languageCodes`.
 */
export const mayBeMarked = (text: string, hasWord: boolean, hasCode: boolean): boolean =>
  hasWord || (hasCode && CODE.test(text)) || text.includes(FLAG);

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly language: string;
  readonly weak: boolean;
}

/** Where what leads to a mark begins, from some place on; -1 in the middle of a word. */
const leadAt = (text: string, mark: number, from: number): number => {
  const first = Math.max(from, mark - LONGEST_LEAD);
  // A character may take two units, and the one before decides.
  const seen = Math.max(0, first - 2);
  LEAD.lastIndex = first - seen;
  const found = LEAD.exec(text.slice(seen, mark));
  return found ? seen + found.index : -1;
};

const marksIn = (text: string): readonly Mark[] => {
  const marks: Mark[] = [];
  let from = 0;
  MARK.lastIndex = 0;
  for (let found = MARK.exec(text); found; found = MARK.exec(text)) {
    const { 0: all, groups = {} } = found;
    const index = leadAt(text, found.index, from);
    if (index < 0) {
      MARK.lastIndex = found.index + 1;
      continue;
    }
    from = found.index + all.length;
    const code = groups['code'];
    // Two letters are a mark only in capitals: "en" is a word of French.
    if (code !== undefined && code !== code.toUpperCase()) continue;
    const word =
      groups['version'] ?? groups['named'] ?? groups['flag'] ?? groups['bracket'] ?? code;
    const language = CODES[(word ?? '').toLowerCase()];
    if (language === undefined) continue;
    const last = marks.at(-1);
    // A mark with nothing behind it but another mark announces nothing.
    if (last && index - last.end < 8 && text.slice(last.end, index).trim() === '') marks.pop();
    marks.push({ start: index, end: from, language, weak: code !== undefined });
  }
  return marks;
};

/** Letters that stand there by chance ("EN COURS", "the IT team") are followed by text of another language. */
const confirmed = (text: string, marks: readonly Mark[]): readonly Mark[] =>
  marks.filter((mark, index) => {
    if (!mark.weak) return true;
    const guess = languageOf(
      text.slice(mark.end, Math.min(marks[index + 1]?.start ?? text.length, mark.end + 400)),
    );
    return guess === mark.language || (guess === 'und' && mark.language !== 'it');
  });

/** Texts without marks are told apart by paragraph; what cannot be told goes with what stands before it. */
export const paragraphsByLanguage = (lines: readonly SpokenLine[]): readonly LanguagePart[] => {
  const parts: { language: string; lines: string[]; present: number | undefined }[] = [];
  for (const { language, text, present } of lines) {
    const last = parts.at(-1);
    if (!last || (language !== 'und' && language !== last.language && last.language !== 'und')) {
      parts.push({ language, lines: [text], present });
      continue;
    }
    if (last.language === 'und') last.language = language;
    last.lines.push(text);
    if (last.present !== undefined) last.present |= present ?? EVERYTHING;
  }
  return parts
    .map(({ language, lines: own, present }) => ({
      language,
      text: own.join('\n').trim(),
      marked: false,
      ...(present !== undefined && { present }),
    }))
    .filter(({ text }) => text !== '');
};

const spokenLines = (text: string): readonly SpokenLine[] =>
  text.split('\n').map((line) => ({ language: languageOf(line), text: line }));

/** A stretch of a text that a mark says to be in a language. */
export interface MarkedSpan {
  /** The language. */
  readonly language: string;
  /** Index of the first character of the mark. */
  readonly mark: number;
  /** Index of the first character behind it. */
  readonly start: number;
  /** Index behind the last character of the stretch. */
  readonly end: number;
}

/** The stretches of a text that marks of languages announce, in its order. */
export const markedSpans = (text: string): readonly MarkedSpan[] => {
  const marks = confirmed(text, marksIn(text));
  return marks.map(({ start, end, language }, index) => ({
    language,
    mark: start,
    start: end,
    end: marks[index + 1]?.start ?? text.length,
  }));
};

/** The parts that marks of languages cut a text into, in its order; null when it has no such mark. */
export const markedParts = (whole: string): readonly LanguagePart[] | null => {
  const text = whole.replaceAll(BELOW, ' ');
  const marks = confirmed(text, marksIn(text));
  const [first] = marks;
  if (!first) return null;
  const lead = text.slice(0, first.start).trim();
  const rest = marks.map((mark, index) => ({
    language: mark.language,
    text: text.slice(mark.end, marks[index + 1]?.start ?? text.length).trim(),
    marked: true,
  }));
  return [{ language: languageOf(lead), text: lead, marked: true }, ...rest].filter(
    (part) => part.text !== '',
  );
};

/** The parts of a text by language, in its order. */
export const splitLanguages = (text: string): readonly LanguagePart[] =>
  markedParts(text) ?? paragraphsByLanguage(spokenLines(text.replaceAll(BELOW, ' ')));
