import type { Claim } from '../../events/claim.ts';
import type { Moment } from '../../primitives/moment.ts';
import { anchorOf } from '../../primitives/moment.ts';
import type { NamedComponent } from '../prose/componentNames.ts';
import type { DatedUpdate } from '../prose/datedUpdates.ts';
import { htmlLines } from '../text/htmlLines.ts';
import type { PageImpact } from '../prose/impactIds.ts';
import type { ReadOptions } from '../importer.ts';
import { localZone } from '../prose/localZone.ts';
import { numericOrder, orderBeside } from '../time/numericOrder.ts';
import type { Page } from '../prose/page.ts';
import { localSetting } from '../status-page/pageSetting.ts';
import type { PostmortemPart } from '../prose/postmortem.ts';
import {
  postmortemClaims,
  postmortemParts,
  postmortemReference,
} from '../prose/postmortemClaims.ts';
import type { Notation } from '../time/timeMark.ts';
import type { Reading } from '../reading.ts';
import type { ReferenceHeader } from '../prose/referenceHeader.ts';
import { referenceHeader } from '../prose/referenceHeader.ts';
import type { SaidText } from '../prose/saidText.ts';
import { saidText } from '../prose/saidText.ts';
import { generalZone } from '../prose/statedZone.ts';
import { statusClaims } from '../status-page/statusClaims.ts';
import { isKnownStatus } from '../prose/statusWords.ts';
import type { TimeSetting } from '../time/timeSetting.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { zoneOf } from '../time/zone.ts';

/** An update of a status page that comes with its times as data. */
export interface PublishedUpdate {
  /** Its id as the item of a document, which is also its place: `update 8q94hbd5mnb8`. */
  readonly item: string;
  /** Where it was found, for people: the item, and the version of the document. */
  readonly locator: string;
  /** Its status, as an English word. */
  readonly status: string;
  /** The time that the page displays with it. */
  readonly displayed: Moment;
  /** When it was written or first seen. */
  readonly stated: Moment;
  /** When its text was last edited, where that is known to be later than the time displayed. */
  readonly edited?: Moment;
  /** Its text; empty when it has none. */
  readonly text: string;
  /** The components it names, each with the status it publishes. */
  readonly components?: readonly NamedComponent[];
}

/** What the updates of an incident have in common. */
export interface UpdatesSetting {
  /** Name of the page as a source. */
  readonly name: string;
  /** Where the incident can be read. */
  readonly url?: string;
  /** Whether it is planned work. */
  readonly maintenance: boolean;
  /** The impacts that times in the texts are of. */
  readonly impacts: readonly PageImpact[];
  /** The zone that the page says it is in. */
  readonly zone?: string;
  /** What the reader was told. */
  readonly options: ReadOptions;
  /** What has been read so far. */
  readonly reading: Reading;
}

/** The years of which documents speak; those at the ends of the calendar have no day before or after them. */
const [FIRST_YEAR, LAST_YEAR] = [1970, 2199];

interface ReadUpdate {
  readonly update: PublishedUpdate;
  readonly dated: DatedUpdate;
  readonly text: string;
  readonly said: SaidText;
  readonly header: ReferenceHeader | null;
  readonly postmortem: readonly PostmortemPart[] | null;
}

/** The day of a moment, where a text can speak of days near it. */
const dayOf = (moment: Moment): DatedDay | undefined => {
  const [year, month, day] = (anchorOf(moment) ?? '').slice(0, 10).split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? { year, month, day } : undefined;
};

const BLOCKS = /<\/(?:p|div|li|ul|ol|table|blockquote|h[1-6])>/i;

/** A text as it is read: pages are edited in HTML, in Markdown, or in neither. */
const withoutTags = (text: string): string => {
  if (!BLOCKS.test(text)) return text.replaceAll(/<br\s?\/?>/gi, '\n');
  return htmlLines(text)
    .lines.map((line) => line.text)
    .join('\n');
};

const readUpdate = (update: PublishedUpdate, index: number): ReadUpdate => {
  const { item, status, displayed, edited, components } = update;
  const text = withoutTags(update.text);
  const postmortem = status === 'postmortem' ? postmortemParts(text.trim()) : null;
  const day = dayOf(displayed);
  const dated: DatedUpdate = {
    number: index + 1,
    place: item,
    status,
    moment: displayed,
    body: text.split('\n').map((line, at) => ({ number: at + 1, text: line })),
    ...(day && { day }),
    ...(edited && { edited }),
    ...(components && { components }),
  };
  const said = saidText(dated.body);
  const header = postmortem ? null : referenceHeader(text, said.present);
  return { update, dated, text, said, header, postmortem };
};

const shownZone = ({ zone, name }: UpdatesSetting, known: boolean): TimeSetting => {
  const shown = zone === undefined ? null : zoneOf(zone);
  const utc = zoneOf('UTC') ?? { written: 'UTC', readingsAt: () => [] };
  return {
    zone: shown ?? utc,
    basis: shown ? 'document' : 'assumed',
    group: name,
    orderKnown: known,
  };
};

/** An impact is told apart by its id, so that no other one added before it changes what is whose. */
const itemOf = ({ type, item, data }: Claim): string =>
  type === 'ImpactStarted' || type === 'ImpactEnded' ? `${item}, impact ${data.impactId}` : item;

/** A text that was not cut by language is kept to the letter. */
const toTheLetter = (claim: Claim, { update: { text }, header }: ReadUpdate): Claim => {
  if (claim.type !== 'StatusPublished' || header || claim.data.text === undefined) return claim;
  const [language, ...others] = Object.keys(claim.data.text);
  if (language === undefined || others.length > 0) return claim;
  return { ...claim, data: { ...claim.data, text: { [language]: text } } };
};

const placed = (claim: Claim, read: ReadUpdate, url: string | undefined): Claim => {
  const { update } = read;
  const { locator = update.item, ...source } = claim.source;
  return {
    ...toTheLetter(claim, read),
    statedAt: update.stated,
    source: {
      ...source,
      ...(url !== undefined && { url }),
      locator: locator.replace(update.item, () => update.locator),
    },
    item: itemOf(claim),
  };
};

/**
 * Makes the claims of the updates of an incident, from the oldest to the newest: that each was published, and what its
 * text says, as that of a status page is read.
 *
 * @remarks Shape: the item of a claim is the update's own and what of it was read, never its place among the others.
 */
export const publishedUpdates = (
  setting: UpdatesSetting,
  updates: readonly PublishedUpdate[],
): void => {
  const { name, url, maintenance, impacts, options, reading } = setting;
  const read = updates.map(readUpdate);
  const texts = updates.map(({ text }) => text).join('\n');
  const days = read.slice(0, 20).flatMap(({ dated }) => dated.day ?? []);
  const order = numericOrder(texts) ?? orderBeside(texts, days);
  const notation: Notation = { monthFirst: order === 'month-first' };
  const shown: TimeSetting = {
    ...shownZone(setting, order !== null),
    ...(options.zone !== undefined && { preferred: options.zone }),
  };
  const local = localSetting(localZone(read, notation), shown, options);
  const page: Page = { name, maintenance, impacts, notation, local, reading };
  const reference =
    read.find(({ header }) => header?.reference !== undefined)?.header?.reference ??
    read.map(({ postmortem }) => postmortem && postmortemReference(postmortem)).find(Boolean) ??
    undefined;
  const told = new Set<string>();
  for (const one of read) {
    const { update, dated, text, said, header, postmortem } = one;
    const before = reading.claims.length;
    if (!isKnownStatus(update.status)) {
      reading.warn(update.item, `the status "${update.status}" is kept as it stands`);
    }
    statusClaims(page, dated, header, told, said);
    if (postmortem) {
      const general = generalZone(text);
      const own = general === null ? local : localSetting(general, shown, options);
      postmortemClaims(
        { ...page, local: own },
        dated,
        postmortem,
        read.map(({ dated: course }) => course),
        read[0]?.dated.day,
        reference,
      );
    }
    for (let index = before; index < reading.claims.length; index++) {
      const claim = reading.claims[index];
      if (claim) reading.claims[index] = placed(claim, one, url);
    }
  }
};
