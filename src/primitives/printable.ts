const MOST = 200;

/**
 * Whether a text is 1 to 200 characters of ASCII that print, none of them a space: what most ids are, and what
 * can be told without a pattern.
 *
 * @param except - A character that it must not have.
 */
export const isPrintable = (text: string, except = ' '): boolean => {
  const { length } = text;
  if (length === 0 || length > MOST) return false;
  const refused = except.charCodeAt(0);
  for (let index = 0; index < length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit <= 0x20 || unit >= 0x7f || unit === refused) return false;
  }
  return true;
};
