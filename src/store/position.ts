const POSITION_DIGITS = 16;

/** The last digits of a position, which change from one to the next. */
const LAST_DIGITS = 3;
const ENDS = Array.from({ length: 10 ** LAST_DIGITS }, (_, end) =>
  String(end).padStart(LAST_DIGITS, '0'),
);
/** The digits in front of them, as they were last: positions are asked for in their order. */
const lastLead = { thousands: Number.NaN, text: '' };

/** The position that stands for a number: text of fixed width, so that comparing texts compares numbers. */
export const positionOf = (place: number): string => {
  const end = place % ENDS.length;
  const thousands = (place - end) / ENDS.length;
  if (thousands !== lastLead.thousands) {
    lastLead.thousands = thousands;
    lastLead.text = String(thousands).padStart(POSITION_DIGITS - LAST_DIGITS, '0');
  }
  return `${lastLead.text}${ENDS[end] ?? ''}`;
};

/** The number that a position stands for; null when the text is no position. */
export const placeOf = (position: string): number | null =>
  /^\d{16}$/.test(position) && Number.isSafeInteger(Number(position)) ? Number(position) : null;
