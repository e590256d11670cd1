import { bilingual } from './bilingual.ts';
import { classifyPhrase } from './classifyPhrase.ts';
import type { DatedUpdate } from './datedUpdates.ts';
import { byThen } from './momentsAround.ts';
import type { Page } from './page.ts';
import { plainText } from './plainText.ts';
import { plainWords } from './plainWords.ts';
import { contradicts, impactTimes, mentionsIn } from './proseClaims.ts';
import type { ClaimPlace } from './reading.ts';
import { referenceClaims } from './referenceClaims.ts';
import type { ReferenceHeader } from './referenceHeader.ts';
import type { LanguagePart } from './splitLanguages.ts';
import { splitLanguages } from './splitLanguages.ts';
import { textByLanguage } from './textByLanguage.ts';

/** "The issue has been identified" claims a known cause on a page; in a post mortem it may only mean noticed. */
const CAUSE =
  /(?<![a-z])(?:(?:issue|problem|cause) has been identified|identified (?:the|an) (?:issue|problem) and|(?:le probleme|la cause|l'origine)(?: [a-z' ]{1,40})? a ete identifiee?|il problema e stato identificato)(?![a-z])/;

/** What an update says was done by then; each is told once, by the first update that says so. */
const remedies = (
  page: Page,
  parts: readonly LanguagePart[],
  place: ClaimPlace,
  told: Set<string>,
): void => {
  const found = new Map<'FixApplied' | 'CauseIdentified', Record<string, string>>();
  for (const { language, text } of parts) {
    for (const sentence of text.slice(0, 4000).split(/[.!\n]\s?|\s\/\s/)) {
      const phrase = classifyPhrase(sentence);
      const type = phrase === null && CAUSE.test(plainWords(sentence)) ? 'CauseIdentified' : phrase;
      if (type !== 'FixApplied' && type !== 'CauseIdentified') continue;
      const texts = found.get(type) ?? {};
      texts[language] ??= plainText(sentence);
      found.set(type, texts);
    }
  }
  for (const [type, text] of found) {
    if (told.has(type)) continue;
    told.add(type);
    if (type === 'FixApplied') page.reading.add(type, { fixId: 'main', text }, place);
    else page.reading.add(type, { text }, place);
  }
};

const partsOf = (text: string): readonly LanguagePart[] => {
  const parts = splitLanguages(text);
  const [only] = parts;
  if (parts.length !== 1 || !only || text.length > 1000 || !text.includes(' / ')) return parts;
  return Object.entries(bilingual(only.text)).map(([language, half]) => ({
    language,
    text: half,
    marked: false,
  }));
};

/**
 * Makes the claims of one update; of a post mortem, only that it was published.
 *
 * @param told - What earlier updates of the page have said was done.
 */
export const statusClaims = (
  page: Page,
  update: DatedUpdate,
  header: ReferenceHeader | null,
  told: Set<string>,
): void => {
  const text = header
    ? header.rest
    : update.body
        .map((line) => line.text)
        .join('\n')
        .trim();
  const parts = partsOf(text);
  const mentions = update.status === 'postmortem' ? [] : mentionsIn(page, update, parts);
  const place: ClaimPlace = {
    occurredAt: update.moment,
    statedAt: update.moment,
    source: { kind: 'status-page', name: page.name, locator: update.place },
    item: update.place,
  };
  const localized = textByLanguage(parts);
  page.reading.add(
    'StatusPublished',
    {
      status: update.status,
      audience: 'public',
      ...(mentions.length > 0 && { mentions }),
      ...(parts.length > 0 && { text: localized }),
    },
    place,
  );
  if (header) referenceClaims(page, update, header);
  // What a post mortem tells, it claims as a source of its own.
  if (update.status === 'postmortem') return;
  remedies(page, parts, { ...place, occurredAt: byThen(update.moment) }, told);
  const timed = header?.fields.some(({ label }) => label === 'start' || label === 'end') ?? false;
  if (contradicts(mentions)) {
    page.reading.warn(update.place, 'the languages of this update give different times');
  } else if (!timed && !page.maintenance) impactTimes(page, mentions, place);
};
