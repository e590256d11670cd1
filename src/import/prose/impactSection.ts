import type { Degree } from '../../events/impact.ts';
import { degreeIn } from './degreeWords.ts';
import type { WrittenDuration } from '../time/durationNotation.ts';
import { durationIn, durationOf } from '../time/durationNotation.ts';
import type { Postmortem } from './postmortem.ts';
import { byPublication, postmortemPlace, sectionsOf } from './postmortem.ts';
import { isNothing, sectionText } from './sections.ts';

/** How bad the sections on the impact say it was. */
export const statedDegree = (texts: readonly string[]): Degree | undefined =>
  degreeIn(texts.join(' '));

/** Makes the claims of the sections on the impact: a length where one is stated, else a note. */
export const impactSectionClaims = (postmortem: Postmortem): void => {
  const { reading } = postmortem.page;
  const place = postmortemPlace(postmortem, 'impact', byPublication(postmortem));
  const lengths = new Map<number, { written: WrittenDuration; text: Record<string, string> }>();
  const others: Record<string, string> = {};
  for (const { language, section } of sectionsOf(postmortem, 'impact')) {
    const text = sectionText(section);
    if (isNothing(text)) continue;
    const written = durationIn(text) ?? durationOf(text.replace(/\.$/, ''));
    if (!written) {
      const before = others[language];
      others[language] = before === undefined ? text : `${before}\n${text}`;
      continue;
    }
    const same = lengths.get(written.ms) ?? { written, text: {} };
    same.text[language] = text;
    lengths.set(written.ms, same);
  }
  if (lengths.size > 1) {
    reading.warn(`${postmortem.place}, impact`, 'the languages state different lengths');
  }
  for (const { written, text } of lengths.values()) {
    reading.add(
      'ImpactMeasured',
      { durationMs: written.ms, written: written.written, text },
      place,
    );
  }
  if (Object.keys(others).length > 0) reading.add('NoteAdded', { text: others }, place);
};
