const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** What is said where a text had to be mended. */
export const MENDED = 'half a character (a lone surrogate) was replaced by U+FFFD';

/** A text in which every lone surrogate is replaced by U+FFFD. */
export const wellFormed = (text: string): string => text.replaceAll(LONE, '\uFFFD');
