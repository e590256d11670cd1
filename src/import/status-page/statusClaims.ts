import { bilingual } from '../text/bilingual.ts';
import { publishedComponents } from '../prose/componentList.ts';
import type { DatedUpdate } from '../prose/datedUpdates.ts';
import type { Page } from '../prose/page.ts';
import { contradicts, impactTimes, mentionsIn } from '../prose/proseClaims.ts';
import type { ClaimPlace } from '../reading.ts';
import { referenceClaims } from './referenceClaims.ts';
import { remedyClaims } from '../prose/remedies.ts';
import type { SaidText } from '../prose/saidText.ts';
import { saidText } from '../prose/saidText.ts';
import { topics } from '../prose/topics.ts';
import type { ReferenceHeader } from '../prose/referenceHeader.ts';
import type { LanguagePart } from '../text/splitLanguages.ts';
import { mayBeMarked, paragraphsByLanguage, splitLanguages } from '../text/splitLanguages.ts';
import { textByLanguage } from '../text/textByLanguage.ts';
import { languageOfVotes } from '../text/votes.ts';

const byLanguage = ({ text, lines, present }: SaidText): readonly LanguagePart[] => {
  const [hasWord, hasCode] = [(present & topics.language) !== 0, (present & topics.code) !== 0];
  if (mayBeMarked(text, hasWord, hasCode)) return splitLanguages(text);
  const spoken = lines.map(({ text: line, words }) => ({
    language: languageOfVotes(words.votes),
    text: line,
    present: words.topics,
  }));
  const languages = new Set(spoken.map(({ language }) => language).filter((one) => one !== 'und'));
  const [language = 'und', ...others] = languages;
  if (others.length > 0) return paragraphsByLanguage(spoken);
  if (text === '') return [];
  const isWhole = text.length === lines.reduce((sum, line) => sum + line.text.length + 1, -1);
  return [{ language, text, marked: false, present, ...(isWhole && { lines: spoken }) }];
};

const partsOf = (said: SaidText): readonly LanguagePart[] => {
  const parts = byLanguage(said);
  const { text } = said;
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
 * @param said - The text of the update.
 */
export const statusClaims = (
  page: Page,
  update: DatedUpdate,
  header: ReferenceHeader | null,
  told: Set<string>,
  said = saidText(update.body),
): void => {
  const place: ClaimPlace = {
    occurredAt: update.moment,
    statedAt: update.moment,
    source: { kind: 'status-page', name: page.name, locator: update.place },
    item: update.place,
  };
  const published = { status: update.status, audience: 'public' } as const;
  if (update.status === 'postmortem') {
    // What a post mortem tells, it claims as a source of its own.
    page.reading.add('StatusPublished', published, place);
    return;
  }
  const parts = partsOf(
    header ? saidText(header.rest.split('\n').map((text) => ({ text }))) : said,
  );
  const mentions = mentionsIn(page, update, parts);
  page.reading.add(
    'StatusPublished',
    {
      ...published,
      ...(update.components && { components: publishedComponents(update.components) }),
      ...(mentions.length > 0 && { mentions }),
      ...(parts.length > 0 && { text: textByLanguage(parts) }),
    },
    place,
  );
  if (header) referenceClaims(page, update, header);
  if (!page.maintenance) remedyClaims(page, update, parts, place, told);
  const timed = header?.fields.some(({ label }) => label === 'start' || label === 'end') ?? false;
  if (contradicts(mentions)) {
    page.reading.warn(update.place, 'the languages of this update give different times');
  } else if (!timed && !page.maintenance) impactTimes(page, mentions, place);
};
