const MARKS = /\p{Mn}+/gu;
const OTHER_QUOTE = /[’ʼ`´]/;
/** Spaces that are not single and plain, which most texts have none of: to look is quicker than to replace. */
const OTHER_SPACE = /\s\s|[^\S ]/;
const BEYOND_ASCII = /[^\u0000-\u007F]/;

/** How much of a text is looked at where nothing else is said. */
export const LOOKED_AT = 400;

/**
 * A text as phrases are compared: lower case, without accents, one kind of apostrophe, single spaces.
 *
 * @param limit - How much of the text is looked at, so that patterns meet only bounded text.
 */
export const plainWords = (text: string, limit = LOOKED_AT): string => {
  const part = text.slice(0, limit);
  const bare = BEYOND_ASCII.test(part) ? part.normalize('NFD').replaceAll(MARKS, '') : part;
  const lower = bare.toLowerCase();
  const quoted = OTHER_QUOTE.test(lower) ? lower.replaceAll(/[’ʼ`´]/g, "'") : lower;
  return (OTHER_SPACE.test(quoted) ? quoted.replaceAll(/\s+/g, ' ') : quoted).trim();
};
