import type { Localized } from '../../primitives/text.ts';
import type { LanguagePart } from './splitLanguages.ts';

/** Texts of one language put together. */
export const textByLanguage = (parts: readonly LanguagePart[]): Localized => {
  const texts: Record<string, string> = {};
  for (const { language, text } of parts) {
    const before = texts[language];
    texts[language] = before === undefined ? text : `${before}\n${text}`;
  }
  return texts;
};
