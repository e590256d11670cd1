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

const FRENCH_LETTERS = 'éêçÉÊÇ';

const kindOf = (code: number): number => {
  const character = String.fromCharCode(code);
  if (/\d/.test(character)) return DIGIT;
  const bare = character.normalize('NFD').charAt(0).toLowerCase();
  if (!/[a-z]/.test(bare)) return /\p{L}/u.test(character) ? STRANGE | LETTER : 0;
  const letter = bare.charCodeAt(0) - 96;
  if (code < 128) return letter;
  return letter | ACCENT | (FRENCH_LETTERS.includes(character) ? FRENCH : 0);
};

/** The characters up to the end of Latin Extended-A. */
const LATIN = 0x180;
const KINDS = Uint16Array.from({ length: LATIN }, (_, code) => kindOf(code));

/** What a character is: a letter with what is known of it, a digit, strange, or 0 for what stands between words. */
export const letterKind = (code: number): number => {
  if (code < LATIN) return KINDS[code] ?? 0;
  // Dashes, quotes, bullets and spaces.
  return code >= 0x2000 && code < 0x2070 ? 0 : STRANGE | LETTER;
};
