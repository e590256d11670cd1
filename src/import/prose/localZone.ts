import type { ReferenceHeader } from './referenceHeader.ts';
import type { SaidText } from './saidText.ts';
import { statedZone } from './statedZone.ts';
import { CLOCK } from '../text/seenWords.ts';
import type { Notation } from '../time/timeMark.ts';

/** The text of an update, with the topics of its words, and the reference header it begins with. */
interface ReadText {
  readonly said: Pick<SaidText, 'text' | 'present'>;
  readonly header: ReferenceHeader | null;
}

/** The zone that updates state for a local time: with the start or end in a header, else beside a time in a text. */
export const localZone = (updates: readonly ReadText[], notation: Notation): string | null => {
  for (const { header } of updates) {
    const times = header?.fields.filter(({ label }) => label === 'start' || label === 'end') ?? [];
    for (const { value } of times) {
      const zone = statedZone(value, notation);
      if (zone !== null) return zone;
    }
  }
  for (const {
    said: { text, present },
  } of updates) {
    if ((present & CLOCK) === 0) continue;
    const zone = statedZone(text, notation);
    if (zone !== null) return zone;
  }
  return null;
};
