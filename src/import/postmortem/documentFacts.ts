import type { Moment } from '../../primitives/moment.ts';
import { anchorOf } from '../../primitives/moment.ts';
import type { Localized } from '../../primitives/text.ts';
import type { DocumentEntry } from './documentEntry.ts';
import type { DocumentTimes } from './documentTimes.ts';
import { entryPhrase } from './entryPhrase.ts';
import type { FactTeller } from '../prose/factClaims.ts';
import type { LanguageEntries, MatchedEntry } from '../prose/matchedEntries.ts';
import { matchedEntries } from '../prose/matchedEntries.ts';
import { isTrouble } from './isTrouble.ts';
import { keyLabel } from './keyLabel.ts';
import type { MatchedFact } from '../prose/matchedFacts.ts';
import { matchedFacts } from '../prose/matchedFacts.ts';
import type { PhraseType } from '../prose/phrases.ts';
import { byPublication, postmortemPlace } from '../prose/postmortem.ts';
import type { Postmortem } from '../prose/postmortem.ts';
import { beforeNextTime } from './proseEntries.ts';
import { timeMarks } from '../time/timeMark.ts';
import { entryMoment } from '../prose/timelineEntries.ts';

/** An entry in one language. */
export interface SpokenEntry {
  /** The language. */
  readonly language: string;
  /** The entry. */
  readonly entry: DocumentEntry;
}

/** All that an entry tells: its line, then what stands below it, quotations marked as such. */
export const wholeText = ({ text, details }: DocumentEntry): string =>
  [
    text,
    ...details.map((detail) => (detail.quoted ? detail.text.replaceAll(/^/gm, '> ') : detail.text)),
  ]
    .filter((part) => part.trim() !== '')
    .join('\n');

/** The entries of all languages as one story: the same time in its order is one entry. */
export const storyOf = (
  entries: readonly SpokenEntry[],
  times: DocumentTimes,
): readonly MatchedEntry[] => {
  const languages = new Map<string, LanguageEntries & { entries: MatchedEntryInput[] }>();
  for (const { language, entry } of entries) {
    const known = languages.get(language) ?? { language, entries: [] };
    languages.set(language, known);
    const until = times.untilOf(entry);
    known.entries.push({
      moment: entry.by === true ? times.wholeOf(entry) : times.momentOf(entry),
      ...(until && { until }),
      text: wholeText(entry),
      line: entry.line,
    });
  }
  return matchedEntries([...languages.values()]);
};

type MatchedEntryInput = LanguageEntries['entries'][number];

/** How many lines of an entry are looked at for what it tells, and how much of each. */
const LINES = 9;
const HEAD = 400;
const DETAIL = 200;

/** The same lines of every language: the first of each, then the second, and so on. */
const lineOf = (text: Localized, index: number): Localized =>
  Object.fromEntries(
    Object.entries(text).flatMap(([language, whole]) => {
      const line = whole.split('\n', LINES)[index];
      return line === undefined ? [] : [[language, line] as const];
    }),
  );

const headsOf = (line: Localized): Localized =>
  Object.fromEntries(
    Object.entries(line).map(([language, text]) => [language, text.slice(0, HEAD)] as const),
  );

/** Of a line that stands behind its time, what it tells of that time and not of a further one. */
const ownHeadsOf = (line: Localized, written: string): Localized =>
  Object.fromEntries(
    Object.entries(headsOf(line)).map(
      ([language, text]) =>
        [language, text.includes(written) ? text : beforeNextTime(text)] as const,
    ),
  );

const LABEL = /^[^\p{L}]{0,8}([\p{L}’' ]{3,30}?)\s?:\s/u;
/** What a word before a colon can say that a line tells of. */
const LABELLED: ReadonlySet<string> = new Set([
  'Detected',
  'Declared',
  'AlertRaised',
  'Acknowledged',
  'CauseIdentified',
  'Mitigated',
  'Restored',
  'Resolved',
  'Closed',
]);

/** What the word before the colon says that a line tells of: `Détection : perte de connectivité`. */
const labelled = (line: Localized): PhraseType | null => {
  for (const text of Object.values(line)) {
    const label = keyLabel(LABEL.exec(text)?.[1] ?? '');
    if (label?.about !== 'time' || label.type === 'PostmortemPublished') continue;
    if (LABELLED.has(label.type)) return label.type;
  }
  return null;
};

const namesClock = (text: Localized): boolean =>
  Object.values(text).some((one) => timeMarks(one.slice(0, HEAD)).some(({ clock }) => clock));

/** A line that says no more than that it was over is as long as this. */
const ENDING = 50;

/** `Incident resolved.` on a line of its own, below what else an entry tells. */
const endingBelow = (text: Localized, from: number): readonly MatchedFact[] => {
  for (let index = from; index < LINES; index++) {
    const line = lineOf(text, index);
    if (Object.values(line).some((one) => one.length > ENDING || one.startsWith('> '))) continue;
    const found = matchedFacts(line, entryPhrase).filter(({ type }) => type === 'Resolved');
    if (found.length > 0) return found;
  }
  return [];
};

/**
 * What an entry tells: what its first line tells, else what the first line below it does that tells anything.
 *
 * @param time - Its time as written, for a line of a timeline.
 */
export const factsOf = (text: Localized, time?: string): readonly MatchedFact[] => {
  const most = Math.max(...Object.values(text).map((whole) => whole.split('\n', LINES).length));
  for (let index = 0; index < most; index++) {
    const line = lineOf(text, index);
    const quoted = Object.values(line).some((one) => one.startsWith('> '));
    // A long text below the line of an entry is a story of its own.
    if (index > 0 && Object.values(line).some((one) => one.length > DETAIL && !quoted)) continue;
    const found = matchedFacts(
      index === 0 && time !== undefined ? ownHeadsOf(line, time) : headsOf(line),
      entryPhrase,
    );
    const said = index === 0 ? labelled(line) : null;
    // What stands behind the word is what was detected, or what was resolved.
    const behind = said === null ? found : found.filter(({ type }) => type !== 'ImpactStarted');
    const facts =
      said === null || behind.some(({ type }) => type === said)
        ? behind
        : [{ type: said, text: line }, ...behind];
    // Somebody's words tell of an alert; whatever else they say was said, and is not told by the document.
    const told = quoted ? facts.filter(({ type }) => type === 'AlertRaised') : facts;
    const [first, ...others] = told;
    if (!first) continue;
    const ended = told.some(({ type }) => type === 'Resolved') ? [] : endingBelow(text, index + 1);
    // The first fact carries all that is written; the others their own part, unless that has a time of its own.
    return [
      { type: first.type, text },
      ...[...others, ...ended].filter((fact) => !namesClock(fact.text)),
    ];
  }
  return [];
};

/** Of these only the first is the one; those behind it are part of the story. */
const FIRST: ReadonlySet<string> = new Set([
  'Detected',
  'Declared',
  'Acknowledged',
  'CauseIdentified',
  'Mitigated',
]);
/** Of these only the last is, unless the incident was opened again in between. */
const LAST: ReadonlySet<string> = new Set(['Restored', 'Resolved', 'Closed']);

/** Whether no line has told of such a thing before in one of the languages in which this does. */
const isNew = (seen: Set<string>, { type, text }: MatchedFact): boolean => {
  const told = Object.keys(text).map((language) => `${type} ${language}`);
  const fresh = told.some((one) => !seen.has(one));
  for (const one of [type, ...told]) seen.add(one);
  return fresh;
};

/** The facts of each line of a story, without those that only repeat what another line tells. */
export const tellingFacts = (
  lines: readonly (readonly MatchedFact[])[],
): readonly (readonly MatchedFact[])[] => {
  const seen = new Set<string>();
  const forward = lines.map((facts) =>
    facts.filter((fact) => {
      const { type } = fact;
      if (type === 'Reopened') seen.clear();
      // Who has taken an incident in hand knows of it: what is noticed after that is something else.
      if (type === 'Detected' && (seen.has('Acknowledged') || seen.has('Declared'))) return false;
      return !FIRST.has(type) || isNew(seen, fact);
    }),
  );
  const later = new Set<string>();
  return forward
    .toReversed()
    .map((facts) =>
      facts.filter((fact) => {
        if (fact.type === 'Reopened') later.clear();
        return !LAST.has(fact.type) || isNew(later, fact);
      }),
    )
    .toReversed();
};

/** Where nothing says that an incident was resolved, what closes it does. */
export const closingFacts = (
  lines: readonly (readonly MatchedFact[])[],
  isResolved: boolean,
): readonly (readonly MatchedFact[])[] =>
  isResolved || lines.some((facts) => facts.some(({ type }) => type === 'Resolved'))
    ? lines
    : lines.map((facts) =>
        facts.map((fact) => (fact.type === 'Closed' ? { ...fact, type: 'Resolved' } : fact)),
      );

/** A range in which something was wrong is the impact, when its words tell nothing else. */
const withSpan = (
  { until, text }: MatchedEntry,
  facts: readonly MatchedFact[],
): readonly MatchedFact[] =>
  facts.length === 0 && until && isTrouble(text) ? [{ type: 'ImpactStarted', text }] : facts;

/**
 * Tells the entries of a timeline in their order: what is not known is kept as a note at its time.
 *
 * @param isResolved - Whether the document says elsewhere when the incident was resolved.
 */
export const tellStory = (
  postmortem: Postmortem,
  teller: FactTeller,
  story: readonly MatchedEntry[],
  where: string,
  facts: (text: Localized, time: string) => readonly MatchedFact[],
  isResolved = false,
): void => {
  let last = '';
  const inOrder = story
    .map((entry, index) => {
      // What states no time stays behind what stands before it.
      last = (entry.moment && anchorOf(entry.moment)) ?? last;
      return { entry, index, at: last };
    })
    .toSorted((a, b) => (a.at === b.at ? a.index - b.index : a.at < b.at ? -1 : 1));
  const told = inOrder.map(({ entry }) =>
    withSpan(entry, facts(entry.text, entry.moment?.written ?? '')),
  );
  const lines = closingFacts(tellingFacts(told), isResolved);
  for (const [nth, { entry, index }] of inOrder.entries()) {
    const moment: Moment = entryMoment(entry) ?? byPublication(postmortem);
    const place = postmortemPlace(postmortem, `${where} ${index + 1}`, moment, entry.line);
    const own = lines[nth] ?? [];
    if (own.length === 0) postmortem.page.reading.add('NoteAdded', { text: entry.text }, place);
    if (Object.values(entry.text).every((text) => text === ''))
      postmortem.page.reading.warn(
        `line ${entry.line ?? 1}`,
        `nothing is told beside "${moment.written ?? ''}"`,
      );
    for (const fact of own) {
      const ranged = fact.type === 'ImpactStarted' && entry.until !== undefined;
      const at = ranged && entry.moment ? { ...place, occurredAt: entry.moment } : place;
      teller.fact(fact, at, ranged ? entry.until : undefined);
    }
  }
};
