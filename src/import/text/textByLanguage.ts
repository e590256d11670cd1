import type { Localized } from '../../primitives/text.ts';
import type { LanguagePart } from './splitLanguages.ts';

/** Texts of one language put together. */
export const textByLanguage = (parts: readonly LanguagePart[]): Localized => {
  const [only, ...others] = parts;
  if (only && others.length === 0) return { [only.language]: only.text };
  const texts = new Map<string, string[]>();
  for (const { language, text } of parts) {
    const before = texts.get(language);
    if (before) before.push(text);
    else texts.set(language, [text]);
  }
  return Object.fromEntries([...texts].map(([language, lines]) => [language, lines.join('\n')]));
};
