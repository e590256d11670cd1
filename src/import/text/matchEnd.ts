/**
 * Where what a sticky pattern finds at a place ends; that place itself where it finds nothing. No match is made for it, as
 * `exec` would make one.
 */
export const matchEnd = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};
