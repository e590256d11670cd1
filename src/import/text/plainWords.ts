const OTHER_QUOTE = /[’ʼ`´]/;
/** Spaces that are not single and plain, which most texts have none of: to look is quicker than to replace. */
const OTHER_SPACE = /\s\s|[^\S ]/;
const BEYOND_ASCII = /[^\u0000-\u007F]/;
const EACH_BEYOND_ASCII = /[^\u0000-\u007F]/gu;
const MARKS = /\p{Mn}+/gu;

/** What characters are without their accents, as far as they have been met; none of the rare ones that take two units. */
const bare = new Map<string, string>();

const withoutAccent = (character: string): string => {
  const known = bare.get(character);
  if (known !== undefined) return known;
  const made = character.normalize('NFD').replaceAll(MARKS, '');
  if (character.length === 1) bare.set(character, made);
  return made;
};

/** A text without accents, of any alphabet. */
export const withoutAccents = (text: string): string =>
  BEYOND_ASCII.test(text) ? text.replaceAll(EACH_BEYOND_ASCII, withoutAccent) : text;

/** How much of a text is looked at where nothing else is said. */
export const LOOKED_AT = 400;

/**
 * A text as phrases are compared: lower case, without accents, one kind of apostrophe, single spaces.
 *
 * @param limit - How much of the text is looked at, so that patterns meet only bounded text.
 */
export const plainWords = (text: string, limit = LOOKED_AT): string => {
  const part = text.slice(0, limit);
  const lower = withoutAccents(part).toLowerCase();
  const quoted = OTHER_QUOTE.test(lower) ? lower.replaceAll(/[’ʼ`´]/g, "'") : lower;
  return (OTHER_SPACE.test(quoted) ? quoted.replaceAll(/\s+/g, ' ') : quoted).trim();
};
