/** What a character is in a word: one of the letters a to z (1 to 26), with an accent or without; 0 when it is none. */
export const LETTER = 31;
/** Its letter has an accent. */
export const ACCENT = 32;
/** Its accent is one that French has, and English and Italian have not. */
export const FRENCH = 64;
/** It is a digit. */
export const DIGIT = 128;
/** It is a letter, or part of one, that is none of a to z. */
export const STRANGE = 256;

/** It is a sign that can end a sentence or stand behind a label: one of `.!?;/:` or the end of a line. */
export const SIGN = 512;

const FRENCH_LETTERS = 'éêçÉÊÇ';

const kindOf = (code: number): number => {
  const character = String.fromCharCode(code);
  if (/\d/.test(character)) return DIGIT;
  if ('.!?;/:\n'.includes(character)) return SIGN;
  const bare = character.normalize('NFD').charAt(0).toLowerCase();
  if (!/[a-z]/.test(bare)) return /\p{L}/u.test(character) ? STRANGE | LETTER : 0;
  const letter = bare.charCodeAt(0) - 96;
  if (code < 128) return letter;
  return letter | ACCENT | (FRENCH_LETTERS.includes(character) ? FRENCH : 0);
};

/** The end of Latin Extended-A, and where dashes, quotes, bullets and spaces begin and end. */
const [LATIN, GAPS, BEYOND] = [0x180, 0x2000, 0x2070];
const OTHER = STRANGE | LETTER;
const KINDS = Uint16Array.from({ length: BEYOND }, (_, code) =>
  code < LATIN ? kindOf(code) : code < GAPS ? OTHER : 0,
);

/** What a character is: a letter with what is known of it, a digit, a sign, strange, or 0 for what stands between words. */
export const letterKind = (code: number): number => (code < BEYOND ? (KINDS[code] ?? 0) : OTHER);

/** The bit in which small letters differ from capitals. */
export const SMALL = 32;

/** A set of characters of ASCII: 1 at the code of each of them. */
export const asciiSet = (characters: string): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, code) =>
    characters.includes(String.fromCharCode(code)) ? 1 : 0,
  );

const SPACE = /\s/;

/** Whether a character is one that patterns take for a gap. */
export const isGap = (code: number): boolean =>
  code < 128 ? code === 32 || (code > 8 && code < 14) : SPACE.test(String.fromCharCode(code));
