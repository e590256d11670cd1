import stringWidth from 'string-width';

/** Characters that take one column each: most texts of Latin script, and the signs that a report is drawn with. */
const NARROW = /^[ -~¡-¬®-˿‐-‧−→≤≥─-▟●]*$/;

/** How many columns of a terminal a text takes; most texts need no closer look. */
export const textWidth = (text: string): number =>
  NARROW.test(text) ? text.length : stringWidth(text);
