import { actionClaims } from './actionClaims.ts';
import { causeClaims } from './causeClaims.ts';
import type { DatedUpdate } from './datedUpdates.ts';
import { factTeller } from './factClaims.ts';
import { impactSectionClaims, statedDegree } from './impactSection.ts';
import type { LanguageEntries } from './matchedEntries.ts';
import { matchedEntries } from './matchedEntries.ts';
import { impactBegunBy, lastDay } from './lastDay.ts';
import { languageOf } from '../text/language.ts';
import { noteClaims } from './noteClaims.ts';
import type { Page } from './page.ts';
import type { Postmortem, PostmortemPart } from './postmortem.ts';
import { byPublication, postmortemPlace } from './postmortem.ts';
import { contradicts, impactTimes, mentionsIn } from './proseClaims.ts';
import type { Section } from './sections.ts';
import { sections, sectionText } from './sections.ts';
import { markedParts } from '../text/splitLanguages.ts';
import { textByLanguage } from '../text/textByLanguage.ts';
import { timelineLine } from './timelineLine.ts';
import { timelineReader } from './timelineEntries.ts';
import type { DatedDay } from '../time/wallMoment.ts';

/** The parts of a post mortem by language, and by section. */
export const postmortemParts = (text: string): readonly PostmortemPart[] => {
  const parts = markedParts(text);
  // Without a mark between them, languages change from line to line: then it is one text.
  if (!parts) {
    return text === '' ? [] : [{ language: languageOf(text), text, sections: sections(text) }];
  }
  return Object.entries(textByLanguage(parts)).map(([language, part]) => ({
    language,
    text: part,
    sections: sections(part),
  }));
};

/** Reference of the incident, from the section that states it. */
export const postmortemReference = (parts: readonly PostmortemPart[]): string | undefined => {
  for (const { sections: all } of parts) {
    const section = all.find(({ kind }) => kind === 'reference');
    const found = section && /^[^\s\p{C}]{1,80}$/u.exec(sectionText(section).trim())?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
};

const TIMED = new Set<Section['kind']>(['timeline', 'other', 'title']);

const isTimed = (page: Page, section: Section): boolean =>
  section.kind === 'timeline' ||
  (TIMED.has(section.kind) &&
    section.blocks.some(
      ({ kind, text }) =>
        kind === 'item' && timelineLine(text, page.notation)?.mark.clock !== undefined,
    ));

const timelineClaims = (postmortem: Postmortem): void => {
  const { page, parts, place } = postmortem;
  const languages: LanguageEntries[] = parts.map(({ language, sections: all }) => {
    const reader = timelineReader(
      page,
      postmortem.day,
      postmortem.incidentDay,
      postmortem.begunBy,
      `${place}, timeline`,
    );
    const entries = all
      .filter((section) => isTimed(page, section))
      .flatMap((one) => reader.entries(one));
    return { language, entries };
  });
  const counts = languages.map(({ entries }) => entries.length).filter((count) => count > 0);
  const matched = matchedEntries(languages);
  if (counts.some((count) => count !== matched.length)) {
    page.reading.warn(
      `${place}, timeline`,
      'the languages do not tell the same lines at the same times; lines without a partner stand alone',
    );
  }
  const teller = factTeller(postmortem);
  for (const [index, entry] of matched.entries()) {
    teller.tell(entry, `timeline line ${index + 1}`, byPublication(postmortem));
  }
};

/** A post mortem whose timeline does not tell the impact may tell it in a sentence. */
const proseImpact = (postmortem: Postmortem, update: DatedUpdate): void => {
  const texts = postmortem.parts.map(({ language, sections: all }) => ({
    language,
    // Only the beginning of a text is read for such a sentence.
    text: all.slice(0, 100).map(sectionText).join('\n'),
    marked: false,
  }));
  const { page, incidentDay, begunBy } = postmortem;
  const mentions = mentionsIn(page, update, texts, (mark) =>
    incidentDay && begunBy
      ? lastDay(mark, incidentDay, { moment: begunBy, place: update.place }, page.local)
      : incidentDay,
  );
  if (contradicts(mentions)) {
    postmortem.page.reading.warn(
      update.place,
      'the languages of this post mortem give different times',
    );
  } else impactTimes(postmortem.page, mentions, postmortemPlace(postmortem, 'text', update.moment));
};

/**
 * Makes the claims of a post mortem published on a page.
 *
 * @param page - The page, its local times those of the post mortem.
 * @param course - The updates of the page, the oldest first.
 * @param incidentDay - Day of the incident, for times that name none.
 * @param reference - Reference of the incident, where any part of the page has it.
 */
export const postmortemClaims = (
  page: Page,
  update: DatedUpdate,
  parts: readonly PostmortemPart[],
  course: readonly DatedUpdate[],
  incidentDay: DatedDay | undefined,
  reference: string | undefined,
): void => {
  const titles = parts.flatMap(({ language, sections: all }) =>
    all
      .filter(({ kind }) => kind === 'title')
      .slice(0, 1)
      .map(({ heading }) => [language, heading] as const),
  );
  page.reading.add(
    'PostmortemPublished',
    {
      ...(titles.length > 0 && { title: Object.fromEntries(titles) }),
      ...(parts.length > 0 && {
        text: Object.fromEntries(parts.map(({ language, text }) => [language, text])),
      }),
    },
    {
      occurredAt: update.moment,
      statedAt: update.moment,
      source: { kind: 'status-page', name: page.name, locator: update.place },
      item: update.place,
    },
  );
  const degree = statedDegree(
    parts.flatMap(({ sections: all }) =>
      all.filter(({ kind }) => kind === 'impact').map(sectionText),
    ),
  );
  const begun = impactBegunBy(course);
  const postmortem: Postmortem = {
    page,
    parts,
    published: update.moment,
    ...(update.day && { day: update.day }),
    ...(incidentDay && { incidentDay }),
    ...(begun && { begunBy: begun }),
    name: reference ?? page.name,
    place: update.place,
    ...(degree && { degree }),
    changes: [],
  };
  const before = page.reading.claims.length;
  timelineClaims(postmortem);
  const claims = page.reading.claims.slice(before);
  if (!claims.some(({ type }) => type === 'ImpactStarted' || type === 'ImpactEnded')) {
    proseImpact(postmortem, update);
  }
  impactSectionClaims(postmortem);
  causeClaims(postmortem);
  actionClaims(postmortem);
  const claimed = new Set<Section['kind']>(['timeline', 'impact', 'cause', 'actions', 'reference']);
  noteClaims(postmortem, (section) => !claimed.has(section.kind) && !isTimed(page, section));
};
