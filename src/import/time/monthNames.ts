import { withoutAccents } from '../text/plainWords.ts';

/** Month names and their abbreviations in English, French and Italian, without accents, January first. */
const NAMES: readonly string[] = [
  'jan january janv janvier gen gennaio',
  'feb february fev fevr fevrier febbraio',
  'mar march mars marzo',
  'apr april avr avril aprile',
  'may mai mag maggio',
  'jun june juin giu giugno',
  'jul july juil juillet lug luglio',
  'aug august aou aout ago agosto',
  'sep sept september septembre set settembre',
  'oct october octobre ott ottobre',
  'nov november novembre',
  'dec december decembre dic dicembre',
];

/** The number of each name. */
export const months: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** Number of the month that a word names, 1 to 12. */
export const monthOf = (word: string): number | undefined => {
  const lower = word.toLowerCase();
  return months.get(lower) ?? months.get(withoutAccents(lower));
};
