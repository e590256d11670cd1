import type { Localized } from '../../primitives/text.ts';
import type { Moment } from '../../primitives/moment.ts';
import { instantOfMs } from '../../primitives/instant.ts';
import { anchorOf } from '../../primitives/moment.ts';
import { besideMentions } from './besideMentions.ts';
import { causeClaims } from '../prose/causeClaims.ts';
import { dayToCome } from './actionDue.ts';
import { documentActions } from './documentActions.ts';
import type { DocumentEntry } from './documentEntry.ts';
import type { SpokenEntry } from './documentFacts.ts';
import { factsOf, storyOf, tellStory, wholeText } from './documentFacts.ts';
import type { DocumentKind } from './documentKind.ts';
import { documentNotes } from './documentNotes.ts';
import type { DocumentTimes } from './documentTimes.ts';
import { entryPhrase } from './entryPhrase.ts';
import { factTeller } from '../prose/factClaims.ts';
import { timeFieldClaims, valueFieldClaims } from './fieldClaims.ts';
import { pageImpacts } from '../prose/impactIds.ts';
import { impactSectionClaims, statedDegree } from '../prose/impactSection.ts';
import type { ReadOptions } from '../importer.ts';
import { postmortemPlace } from '../prose/postmortem.ts';
import type { Postmortem, PostmortemPart } from '../prose/postmortem.ts';
import { proseClaimsOf } from './documentProse.ts';
import { proseDays } from './proseDays.ts';
import { stepsBack } from './stepsBack.ts';
import type { DocumentPart } from './documentPart.ts';
import type { Reading } from '../reading.ts';
import type { Section } from '../prose/sections.ts';
import { sectionText } from '../prose/sections.ts';
import type { Notation } from '../time/timeMark.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { dayMs, isoDay } from '../time/wallMoment.ts';
import { zoneOf } from '../time/zone.ts';
import { zoneClaims } from './zoneClaims.ts';

/** What the claims of a document are made of. */
export interface ClaimsSetting {
  /** Its languages. */
  readonly parts: readonly DocumentPart[];
  /** Its times. */
  readonly times: DocumentTimes;
  /** What has been read so far. */
  readonly reading: Reading;
  /** Name of the document as a source. */
  readonly name: string;
  /** What it is called, by language. */
  readonly titles: Localized;
  /** When it was published. */
  readonly published?: Moment;
  /** Day of the incident. */
  readonly incident?: DatedDay;
  /** The day in its title. */
  readonly titled?: DatedDay;
  /** The day in the name of the document. */
  readonly named?: DatedDay;
  /** Reference of the incident. */
  readonly reference?: string;
  /** How its times are written. */
  readonly notation: Notation;
  /** What the reader was told. */
  readonly options: ReadOptions;
}

const DAY = 24 * 60 * 60_000;
/** A document is hardly named of a day so far from what it tells. */
const MOST_DAYS = 60;

/** The sections as they are kept inside status pages too; kinds that only a document has are told apart there. */
const sectionsOf = (part: DocumentPart, kinds: readonly DocumentKind[]): readonly Section[] =>
  part.sections.flatMap(({ kind, heading, blocks }) =>
    kinds.includes(kind)
      ? [
          {
            kind: kind === 'impact' || kind === 'cause' ? kind : ('other' as const),
            heading,
            blocks: blocks.map(({ text }) => ({ kind: 'text' as const, text })),
          },
        ]
      : [],
  );

const spokenOf = (
  parts: readonly DocumentPart[],
  is: (entry: DocumentEntry) => boolean,
): readonly SpokenEntry[] =>
  parts.flatMap(({ language, entries }) =>
    entries.filter(is).map((entry) => ({ language, entry })),
  );

/** Sections with a timeline of their own that begins when the incident was resolved are about what came after. */
const afterwards = (
  parts: readonly DocumentPart[],
  times: DocumentTimes,
): ((entry: DocumentEntry) => boolean) => {
  const late = new Set<DocumentEntry>();
  for (const { entries } of parts) {
    const lines = entries.filter(({ origin }) => origin === 'timeline');
    let resolved = '';
    let section = -1;
    let isLate = false;
    for (const entry of lines) {
      const at = anchorOf(times.momentOf(entry)) ?? '';
      if (entry.section !== section) {
        section = entry.section;
        isLate = resolved !== '' && at > resolved && !/reopen|rouv|riapert/i.test(entry.text);
      }
      if (isLate) late.add(entry);
      else if (entryPhrase(wholeText(entry).split('\n', 1)[0] ?? '') === 'Resolved') {
        resolved = times.momentOf(entry).latest ?? resolved;
      }
    }
  }
  return (entry) => entry.origin === 'aftermath' || late.has(entry);
};

/** Makes the claims of a post mortem that is a document of its own. */
export const documentClaims = (setting: ClaimsSetting): void => {
  const { parts, times, reading, name, titles, published, reference } = setting;
  const impact = parts.flatMap((part) => sectionsOf(part, ['impact']).map(sectionText));
  const degree = statedDegree(impact);
  const asParts = parts.map((part): PostmortemPart => ({
    language: part.language,
    text: '',
    sections: sectionsOf(part, ['impact', 'cause']),
  }));
  const utc = zoneOf('UTC');
  if (!utc) return;
  const postmortem: Postmortem = {
    page: {
      name,
      maintenance: false,
      impacts: pageImpacts([]),
      notation: setting.notation,
      local: { zone: utc, basis: 'document', group: name, orderKnown: true },
      reading,
    },
    parts: asParts,
    ...(published && { published }),
    name,
    place: '',
    ...(degree && { degree }),
    changes: [],
    classify: entryPhrase,
  };
  const publishedField = spokenOf(
    parts,
    ({ field }) => field?.label.about === 'time' && field.label.type === 'PostmortemPublished',
  )[0];
  const publishedAt = publishedField ? times.wholeOf(publishedField.entry) : published;
  const told: Postmortem = publishedAt ? { ...postmortem, published: publishedAt } : postmortem;
  const language = parts[0]?.language ?? 'und';
  if (publishedAt) {
    reading.add(
      'PostmortemPublished',
      Object.values(titles).some((one) => one !== '') ? { title: titles } : {},
      postmortemPlace(told, 'document', publishedAt),
    );
  }
  const isAfter = afterwards(parts, times);
  const teller = factTeller(told);
  const timeline = spokenOf(parts, (entry) => entry.origin === 'timeline' && !isAfter(entry));
  const fields = spokenOf(parts, ({ origin }) => origin === 'field');
  const isResolved = fields.some(
    ({ entry: { field } }) => field?.label.about === 'time' && field.label.type === 'Resolved',
  );
  tellStory(told, teller, storyOf(timeline, times), 'timeline entry', factsOf, isResolved);
  timeFieldClaims(told, fields, times);
  const aftermath = spokenOf(parts, isAfter);
  tellStory(told, teller, storyOf(aftermath, times), 'follow-up entry', () => []);
  const placed = proseDays(
    [...timeline, ...fields].map(({ entry }) => entry),
    times,
  );
  const prose = spokenOf(parts, ({ origin }) => origin === 'prose').map(
    ({ language: spoken, entry }) => ({
      language: spoken,
      entry: placed(entry),
    }),
  );
  const by = timeline.length > 0 ? 'timeline' : fields.length > 0 ? 'fields' : 'nothing';
  const [inLines, inTexts] = [true, false].map((beside) =>
    prose.filter(({ entry }) => (entry.beside === true) === beside),
  );
  proseClaimsOf(told, teller, inLines ?? [], times, 'line');
  proseClaimsOf(told, teller, inTexts ?? [], times, by);
  const values = parts.flatMap((part) =>
    part.fields.map((field) => ({ language: part.language, field })),
  );
  valueFieldClaims(told, values, fields, times);
  impactSectionClaims(told);
  causeClaims(told);
  documentActions(
    told,
    parts,
    reference ?? name,
    (mark) => {
      const day = mark.day && dayToCome(mark.day, setting.incident);
      return day && times.markOf(mark, day).latest;
    },
    ({ days }) => {
      const day = publishedAt?.latest;
      return day && instantOfMs(Date.parse(day) + days * DAY);
    },
  );
  documentNotes(told, parts);
  const [opening] = timeline;
  // A timeline that begins on the day of the title does not contradict it by days named further on.
  const isTitled =
    opening?.entry.mark.day === undefined &&
    opening?.entry.day !== undefined &&
    setting.titled !== undefined &&
    dayMs(opening.entry.day) === dayMs(setting.titled);
  const story = (isTitled ? [] : [...timeline, ...fields])
    .filter(({ entry }) => entry.mark.day !== undefined)
    .flatMap(({ entry: { day, line } }) => (day ? [{ day, line }] : []));
  const { named } = setting;
  const [begun] = story;
  if (
    named &&
    !setting.titled &&
    begun &&
    story.every(({ day }) => Math.abs(dayMs(named) - dayMs(day)) > MOST_DAYS * DAY)
  )
    reading.warn(
      `line ${begun.line}`,
      `the name of the document is of ${isoDay(named)}, the timeline begins on ${isoDay(begun.day)}; the timeline is followed`,
    );
  for (const { entry, before: later } of parts.flatMap((part) =>
    stepsBack(
      part.entries.filter(({ origin }) => origin === 'timeline'),
      times,
    ),
  ))
    reading.warnOnce(
      `line ${entry.line}`,
      'step back',
      `"${entry.mark.written}" stands behind "${later.mark.written}", which is later: one of the two days is hardly right`,
    );
  const beside = besideMentions(told, times, [...timeline, ...aftermath, ...fields, ...prose]);
  zoneClaims(told, times, setting.titled, story, language, beside);
};
