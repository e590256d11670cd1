/** A length of time as a text writes it. */
export interface WrittenDuration {
  /** Milliseconds. */
  readonly ms: number;
  /** As it stood. */
  readonly written: string;
}

const UNIT_MS: Readonly<Record<string, number>> = {
  d: 86_400_000,
  j: 86_400_000,
  g: 86_400_000,
  h: 3_600_000,
  o: 3_600_000,
  m: 60_000,
  s: 1000,
};

const UNIT = String.raw`(days?|jours?|giorn[oi]|hours?|heures?|or[ae]|hrs?|minutes?|minut[oi]|mins?|secondes?|seconds?|second[oi]|secs?|[dhmsj])(?![\p{L}])`;
const TERM = String.raw`\d{1,5}(?:[.,]\d{1,3})?\s?${UNIT}`;
const LEAD = String.raw`(?:lasting|lasted|for|during|over|within|durant|pendant|dur[ée]e?(?:\s?:)?|a duré|duration(?:\s?:)?|per|durata(?:\s?:)?)\s{1,3}(?:de\s|of\s|about\s|approximately\s|around\s|environ\s|près de\s|circa\s)?`;
const DURATION = new RegExp(
  String.raw`(?<![\p{L}\d])(${LEAD})(${TERM}(?:(?:\s?,\s?|\s(?:et|and|e)\s|\s)?${TERM}){0,3}(?:\s?\d{2}(?!\d))?)`,
  'iu',
);
const TERMS = new RegExp(String.raw`(\d{1,5}(?:[.,]\d{1,3})?)\s?${UNIT}`, 'giu');
/** `1h30` has no unit behind its minutes. */
const SHORT_MINUTES = /[hH]\s?(\d{2})$/;

const msOfTerms = (text: string): number => {
  let ms = 0;
  for (const [, amount = '0', unit = ''] of text.matchAll(TERMS)) {
    ms += Number(amount.replace(',', '.')) * (UNIT_MS[unit.charAt(0).toLowerCase()] ?? 0);
  }
  const minutes = SHORT_MINUTES.exec(text);
  return Math.round(ms + Number(minutes?.[1] ?? 0) * 60_000);
};

/**
 * The first length of time that a text states with a word such as `lasting`, `durant`, `during` or `for` before it.
 *
 * @param lead - Whether the leading word belongs to what is given as written.
 */
export const durationIn = (text: string, lead = false): WrittenDuration | null => {
  const found = DURATION.exec(text.slice(0, 4000));
  if (!found) return null;
  const [all, , terms = ''] = found;
  return { ms: msOfTerms(terms), written: lead ? all : terms };
};

/** The length of time that a text is, such as `1h 20m`; null when it is something else. */
export const durationOf = (text: string): WrittenDuration | null => {
  const found = durationIn(`for ${text.slice(0, 60).trim()}`);
  return found && found.written === text.trim() ? found : null;
};
