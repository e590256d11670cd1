const POSITION_DIGITS = 16;

/** The position that stands for a number: text of fixed width, so that comparing texts compares numbers. */
export const positionOf = (place: number): string => String(place).padStart(POSITION_DIGITS, '0');

/** The number that a position stands for; null when the text is no position. */
export const placeOf = (position: string): number | null =>
  /^\d{16}$/.test(position) && Number.isSafeInteger(Number(position)) ? Number(position) : null;
