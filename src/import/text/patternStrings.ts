/**
 * What a pattern matches, as texts: `changes?` gives `change` and `changes`. `ANY` stands for whatever is left open, and
 * a space for any character that is no letter. What looks around takes no text.
 */
export const ANY = '\u0000';

type Texts = readonly string[];

const QUANTIFIER = /(?:[?*+]|\{(\d+)(,(\d*))?\})\??/y;
/** Letters and spaces that stand for themselves, as far as no quantifier is behind them. */
const LITERAL = /[\p{L} ]+(?![?*+{])/uy;
const LOOKAROUND = /^\(\?<?[=!]/;
const GROUP = /^\((?:\?:|\?<[a-z]+>)?/;

const unique = (texts: Texts): Texts => [...new Set(texts)];

/** The last character decides what may stand behind; the rest is left open. */
const opened = (texts: Texts): Texts => unique(texts.map((text) => ANY + text.slice(-1)));

const behind = (before: Texts, after: Texts): Texts =>
  unique(before.flatMap((start) => after.map((end) => start + end)));

/** Nothing but what is no letter: again and again it stays that. */
const isSilent = (text: string): boolean => text.trim() === '';

const times = (texts: Texts, [all, least, comma, most]: RegExpExecArray): Texts => {
  const from = all.startsWith('?') || all.startsWith('*') ? 0 : Number(least ?? 1);
  const to = all.startsWith('?')
    ? 1
    : comma === undefined && least !== undefined
      ? from
      : Number(most ?? 2);
  const once = to <= 1 || texts.every(isSilent) ? texts : texts.map((text) => ANY + text);
  return from === 0 ? unique(['', ...once]) : once;
};

const LETTER = /\p{L}/u;

/** The characters of a class: its letters one by one, a space for the others; open where it has ranges or is denied. */
const classTexts = (inside: string): Texts => {
  const plain = inside
    .replaceAll(/\\[sdW]/g, ' ')
    .replaceAll(/\\(?=[^a-zA-Z])/g, '')
    .replace(/-$/, ' ');
  if (plain.startsWith('^') || /.-.|\\/.test(plain)) return [ANY];
  return unique(Array.from(plain, (one) => (LETTER.test(one) ? one : ' ')));
};

/** What comes of a pattern up to some place in it. */
interface Read {
  readonly texts: Texts;
  readonly end: number;
}

const closing = (source: string, at: number): number => {
  let depth = 0;
  for (let index = at; index < source.length; index++) {
    const character = source.charAt(index);
    if (character === '\\') index++;
    else if (character === '[') index = source.indexOf(']', index + 2);
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return index + 1;
  }
  return source.length;
};

const found = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};

const atom = (source: string, at: number, most: number): Read => {
  const literal = found(LITERAL, source, at)?.[0];
  if (literal !== undefined) return { texts: [literal], end: at + literal.length };
  const character = source.charAt(at);
  if (character === '(') {
    const end = closing(source, at);
    if (LOOKAROUND.test(source.slice(at))) return { texts: [''], end };
    const inside = at + (GROUP.exec(source.slice(at))?.[0].length ?? 1);
    const alternatives = patternStrings(source.slice(inside, end - 1), most);
    return { texts: unique(alternatives.flatMap((steps) => steps.at(-1) ?? [ANY])), end };
  }
  if (character === '[') {
    const end = source.indexOf(']', at + 2) + 1;
    return { texts: classTexts(source.slice(at + 1, end - 1)), end };
  }
  if (character === '\\') {
    const escaped = source.charAt(at + 1);
    if (/[sdW]/.test(escaped)) return { texts: [' '], end: at + 2 };
    const property = /^\\p\{[^}]*\}/.exec(source.slice(at))?.[0].length;
    return { texts: [/[a-zA-Z]/.test(escaped) ? ANY : escaped], end: at + (property ?? 2) };
  }
  if (character === '^' || character === '$') return { texts: [''], end: at + 1 };
  if (character === '.') return { texts: [ANY], end: at + 1 };
  return { texts: [LETTER.test(character) ? character : ' '], end: at + 1 };
};

/**
 * The texts of each alternative of a pattern. Where there are too many they come in several steps: each match holds one of every
 * step, and the texts of a later one begin with what is left open.
 *
 * @param most - More texts than this are not told apart: what stands before is left open then.
 */
export function patternStrings(source: string, most: number): readonly (readonly Texts[])[] {
  const alternatives: Texts[][] = [];
  let steps: Texts[] = [];
  let texts: Texts = [''];
  let at = 0;
  while (at < source.length) {
    if (source.charAt(at) === '|') {
      alternatives.push([...steps, texts]);
      [steps, texts] = [[], ['']];
      at++;
      continue;
    }
    const { texts: next, end } = atom(source, at, most);
    const quantifier = found(QUANTIFIER, source, end);
    const all = quantifier ? times(next, quantifier) : next;
    if (texts.length * all.length > most) {
      steps.push(texts.map((text) => text + ANY));
      texts = opened(texts);
    }
    texts = behind(texts, all);
    at = end + (quantifier?.[0].length ?? 0);
  }
  return [...alternatives, [...steps, texts]];
}
