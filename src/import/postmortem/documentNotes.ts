import type { DocumentKind } from './documentKind.ts';
import { durationIn } from '../time/durationNotation.ts';
import { byPublication, postmortemPlace } from '../prose/postmortem.ts';
import type { Postmortem } from '../prose/postmortem.ts';
import type { DocumentPart } from './documentPart.ts';
import { isNothing } from '../prose/sections.ts';

/** Sections of which other claims are made. */
const CLAIMED: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'impact',
  'cause',
  'actions',
  'reference',
]);

interface Note {
  readonly where: string;
  readonly line: number | undefined;
  readonly text: Record<string, string>;
}

/** Keeps the sections that no claim is made of as notes, and the lines of timelines that state no time. */
export const documentNotes = (postmortem: Postmortem, parts: readonly DocumentPart[]): void => {
  const { reading } = postmortem.page;
  const notes = new Map<string, Note>();
  const keep = (language: string, where: string, line: number | undefined, text: string): void => {
    const note = notes.get(where) ?? { where, line, text: {} };
    notes.set(where, note);
    note.text[language] ??= text;
  };
  for (const { language, sections, untimed } of parts) {
    const nth: Record<string, number> = {};
    for (const { kind, heading, blocks } of sections) {
      const text = blocks.map((block) => block.text).join('\n');
      if (CLAIMED.has(kind) || isNothing(text)) continue;
      const count = (nth[kind] = (nth[kind] ?? 0) + 1);
      const told =
        heading === '' || kind === 'title' ? text : `${heading.replace(/\s?:$/, '')}: ${text}`;
      keep(language, `${kind} ${count}`, blocks[0]?.line, told);
    }
    for (const [index, { text, line }] of untimed.entries()) {
      keep(language, `untimed line ${index + 1}`, line, text);
    }
  }
  for (const { where, line, text } of notes.values()) {
    const place = postmortemPlace(postmortem, where, byPublication(postmortem), line);
    reading.add('NoteAdded', { text }, place);
  }
  summaryLength(postmortem, parts);
};

/** A summary may say how long it lasted, where nothing else does. */
const summaryLength = (postmortem: Postmortem, parts: readonly DocumentPart[]): void => {
  const { reading } = postmortem.page;
  if (reading.claims.some(({ type }) => type === 'ImpactMeasured')) return;
  for (const { language, sections } of parts) {
    for (const { kind, blocks } of sections) {
      if (kind !== 'summary' && kind !== 'title') continue;
      for (const { text, line } of blocks.slice(0, 20)) {
        const length = durationIn(text);
        if (
          !length ||
          !/incident|outage|lasted|lasting|dur[ée]|pendant|durant|impact|unavailab|down|indisponib|disserviz|effect/i.test(
            text,
          )
        )
          continue;
        reading.add(
          'ImpactMeasured',
          { durationMs: length.ms, written: length.written, text: { [language]: text } },
          postmortemPlace(postmortem, 'summary length', byPublication(postmortem), line),
        );
        return;
      }
    }
  }
};
