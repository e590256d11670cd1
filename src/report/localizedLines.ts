import type { Localized } from '../primitives/text.ts';
import { plain } from './plain.ts';

/** A text for people, a line a language; the languages are named where there are several. */
export const localizedLines = (text: Localized): readonly string[] => {
  const texts = Object.entries(text);
  return texts.map(([language, words]) =>
    texts.length > 1 ? `${language}: ${plain(words)}` : plain(words),
  );
};
