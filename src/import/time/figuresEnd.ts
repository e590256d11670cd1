/** Whether a character is one of the digits 0 to 9. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Index of the first character from a place on that is no digit. */
export const figuresEnd = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
};
