import type { Localized } from '../../primitives/text.ts';
import { languageOf } from './language.ts';

const SLASH = /\s\/\s/;

/**
 * A short text by language: `Perturbations de paiement / Payment disruptions` is told apart when its halves are of
 * two languages; what stands before a bar belongs to both.
 */
export const bilingual = (text: string): Localized => {
  const bar = text.indexOf(' | ');
  const shared = bar < 0 ? '' : text.slice(0, bar + 3);
  const halves = text.slice(shared.length).split(SLASH, 3);
  const languages = halves.map(languageOf);
  const told = new Set(languages).size === halves.length && !languages.includes('und');
  if (halves.length < 2 || !told) return { [languageOf(text)]: text.trim() };
  return Object.fromEntries(
    halves.map((half, index) => [languages[index] ?? 'und', (shared + half).trim()]),
  );
};
