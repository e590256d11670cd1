const NUMBERS = /(?<![\d/.-])(\d{1,2})[/](\d{1,2})[/](?:\d{4}|\d{2})(?!\d)/g;

/**
 * In which order a document writes dates made of numbers, as far as its own dates show: `17/12/2024` can only be
 * day first. Null when no date shows it.
 */
export const numericOrder = (text: string): 'day-first' | 'month-first' | null => {
  for (const [, first, second] of text.matchAll(NUMBERS)) {
    if (Number(first) > 12) return 'day-first';
    if (Number(second) > 12) return 'month-first';
  }
  return null;
};
