import type { CoreEvents } from '../../events/core.ts';
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
import type { SeenLine } from '../text/numberedLine.ts';
import { SLASHED } from '../text/seenWords.ts';
import type { LanguagePart, SpokenLine } from '../text/splitLanguages.ts';
import { mayBeMarked, paragraphsByLanguage, splitLanguages } from '../text/splitLanguages.ts';
import { textByLanguage } from '../text/textByLanguage.ts';
import { languageOfVotes } from '../text/votes.ts';

const spokenLine = ({ text, words }: SeenLine): SpokenLine => ({
  language: languageOfVotes(words.votes),
  text,
  present: words.topics,
});

const byLanguage = ({ text, lines, present }: SaidText): readonly LanguagePart[] => {
  const [hasWord, hasCode] = [(present & topics.language) !== 0, (present & topics.code) !== 0];
  if (mayBeMarked(text, hasWord, hasCode)) return splitLanguages(text);
  let language = 'und';
  let isOne = true;
  let length = -1;
  for (const { text: line, words } of lines) {
    const own = languageOfVotes(words.votes);
    if (language === 'und') language = own;
    else if (own !== 'und' && own !== language) isOne = false;
    length += line.length + 1;
  }
  if (!isOne) return paragraphsByLanguage(lines.map(spokenLine));
  if (text === '') return [];
  return text.length === length
    ? [{ language, text, marked: false, present, lines }]
    : [{ language, text, marked: false, present }];
};

const partsOf = (said: SaidText): readonly LanguagePart[] => {
  const parts = byLanguage(said);
  const only = parts.length === 1 ? parts[0] : undefined;
  const isSlashed = (said.present & SLASHED) !== 0 && said.text.includes(' / ');
  if (!only || said.text.length > 1000 || !isSlashed) return parts;
  return Object.entries(bilingual(only.text)).map(([language, half]) => ({
    language,
    text: half,
    marked: false,
  }));
};

type Published = CoreEvents['StatusPublished'];

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
  said: SaidText,
): void => {
  const place: ClaimPlace = {
    occurredAt: update.moment,
    statedAt: update.moment,
    source: { kind: 'status-page', name: page.name, locator: update.place },
    item: update.place,
  };
  const published: { -readonly [K in keyof Published]: Published[K] } = {
    status: update.status,
    audience: 'public',
  };
  if (update.status === 'postmortem') {
    // What a post mortem tells, it claims as a source of its own.
    page.reading.add('StatusPublished', published, place);
    return;
  }
  const parts = partsOf(
    header ? saidText(header.rest.split('\n').map((text) => ({ text }))) : said,
  );
  const mentions = mentionsIn(page, update, parts);
  if (update.components) published.components = publishedComponents(update.components);
  if (mentions.length > 0) published.mentions = mentions;
  if (parts.length > 0) published.text = textByLanguage(parts);
  page.reading.add('StatusPublished', published, place);
  if (header) referenceClaims(page, update, header);
  if (!page.maintenance) remedyClaims(page, update, parts, place, told);
  const timed = header?.fields.some(({ label }) => label === 'start' || label === 'end') ?? false;
  if (contradicts(mentions)) {
    page.reading.warn(update.place, 'the languages of this update give different times');
  } else if (!timed && !page.maintenance) impactTimes(page, mentions, place);
};
