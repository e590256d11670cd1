import { bilingual } from '../text/bilingual.ts';
import { publishedComponents } from '../prose/componentList.ts';
import type { DatedUpdate } from '../prose/datedUpdates.ts';
import type { Page } from '../prose/page.ts';
import { contradicts, impactTimes, mentionsIn } from '../prose/proseClaims.ts';
import type { ClaimPlace } from '../reading.ts';
import { referenceClaims } from './referenceClaims.ts';
import { remedyClaims } from '../prose/remedies.ts';
import type { ReferenceHeader } from '../prose/referenceHeader.ts';
import type { LanguagePart } from '../text/splitLanguages.ts';
import { splitLanguages } from '../text/splitLanguages.ts';
import { textByLanguage } from '../text/textByLanguage.ts';

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
  const text = header
    ? header.rest
    : update.body
        .map((line) => line.text)
        .join('\n')
        .trim();
  const parts = partsOf(text);
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
