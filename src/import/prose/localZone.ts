import type { ReferenceHeader } from './referenceHeader.ts';
import { statedZone } from './statedZone.ts';
import { CLOCK, EVERYTHING } from '../text/seenWords.ts';
import type { Notation } from '../time/timeMark.ts';

/** The text of an update, and the reference header it begins with. */
interface ReadText {
  readonly text: string;
  readonly header: ReferenceHeader | null;
  /** The topics of its words, where they have been looked at. */
  readonly present?: number;
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
  for (const { text, present = EVERYTHING } of updates) {
    if ((present & CLOCK) === 0) continue;
    const zone = statedZone(text, notation);
    if (zone !== null) return zone;
  }
  return null;
};
