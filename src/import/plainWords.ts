const MARKS = /\p{Mn}+/gu;
const BEYOND_ASCII = /[^\u0000-\u007F]/;

/**
 * A text as phrases are compared: lower case, without accents, one kind of apostrophe, single spaces.
 *
 * @param limit - How much of the text is looked at, so that patterns meet only bounded text.
 */
export const plainWords = (text: string, limit = 400): string => {
  const part = text.slice(0, limit);
  const bare = BEYOND_ASCII.test(part) ? part.normalize('NFD').replaceAll(MARKS, '') : part;
  return bare
    .toLowerCase()
    .replaceAll(/[’ʼ`´]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim();
};
