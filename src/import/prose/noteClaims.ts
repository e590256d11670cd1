import type { Postmortem } from './postmortem.ts';
import { byPublication, postmortemPlace } from './postmortem.ts';
import type { Section } from './sections.ts';
import { isNothing, sectionText } from './sections.ts';

/** Keeps the sections that no claim is made of as notes, one for each, matched across languages by their order. */
export const noteClaims = (
  postmortem: Postmortem,
  isNoted: (section: Section) => boolean,
): void => {
  const notes: { where: string; text: Record<string, string> }[] = [];
  const byKey = new Map<string, (typeof notes)[number]>();
  for (const { language, sections } of postmortem.parts) {
    const nth: Record<string, number> = {};
    for (const section of sections) {
      if (!isNoted(section)) continue;
      const text = sectionText(section);
      if (isNothing(text)) continue;
      const count = (nth[section.kind] = (nth[section.kind] ?? 0) + 1);
      const key = `${section.kind} ${count}`;
      const told = section.heading === '' ? text : `${section.heading}: ${text}`;
      const same = byKey.get(key);
      if (same) same.text[language] = told;
      else {
        const note = { where: `section ${key}`, text: { [language]: told } };
        byKey.set(key, note);
        notes.push(note);
      }
    }
  }
  for (const { where, text } of notes) {
    const place = postmortemPlace(postmortem, where, byPublication(postmortem));
    postmortem.page.reading.add('NoteAdded', { text }, place);
  }
};
