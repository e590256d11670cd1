import { plainWords } from '../text/plainWords.ts';
import { headerSentence } from './headerSentence.ts';
import { isBadge } from './headerLines.ts';
import { labelledLine } from './pageLabels.ts';
import { isReport } from './pageTitle.ts';
import { shownPage } from './shownPage.ts';
import { isLongAgo } from './statedTimes.ts';
import { isPostedLine } from './unnamedUpdates.ts';
import type { UpdateLine } from './updateLine.ts';
import { updateLine } from './updateLine.ts';

const HEAD = 65_536;
/** What JSON and markup begin with; `[Acme] Incident` is a title. */
const OTHER_FORMAT = /^\s{0,200}(?:<|[{[]\s{0,200}(?:["{[}\]]|\d))/;
const PART = /^\W{0,8}r[ée]solution(?![\p{L}])/iu;
/** The headings and the periods of a history by months. */
const MONTH = /^\s{0,3}\p{L}{3,10} \d{4}\s{0,3}$/mu;
const PERIOD =
  /^\s{0,3}\p{L}{3,10} \d{1,2}, \d{2}:\d{2} [-–] (?:\p{L}{3,10} \d{1,2}, )?\d{2}:\d{2} [A-Z]{2,5}\s{0,3}$/mu;
/** A line at the top that names a status page. */
const NAMED =
  /^(?:#{1,3} )?[^:]{0,60}(?<![a-z])(?:status|statut|stato dei servizi|etat des services|service health|health dashboard)(?![a-z:]| :)[^:]{0,60}$/;
const ITS_COMPONENTS =
  'this (?:incident|scheduled maintenance) affect|cet incident (?:a )?affect|cette maintenance (?:a )?affect|questo incidente ';
const AFFECTS = new RegExp(
  `^(?:${ITS_COMPONENTS}|incident affecting |subscribe to updates|powered by )`,
);
const INCIDENT_AFFECTS = new RegExp(`^(?:${ITS_COMPONENTS})`, 'i');
const TOP = 4;

/** What the lines of a text show of a status page. */
interface Signs {
  updates: number;
  headings: number;
  /** Lines with a time of day and a text, and those of them that tell day and zone too. */
  texts: number;
  timed: number;
  /** Lines that are a day and a time of day, and those of them that say that something was posted. */
  times: number;
  /** Lines that are a time of day and nothing else. */
  clocks: number;
  posted: number;
  /** Of the lines with day, time and zone, those in which a page speaks to its readers. */
  spoken: number;
  sentence: boolean;
}

/** `We are investigating …`, as an update begins. */
const SPOKEN =
  /^(?:we(?: are| have|[’']re|[’']ve| continue| began| can) |nous (?:avons|sommes|constatons|rencontrons) |stiamo |abbiamo )/i;

const count = (signs: Signs, line: string, told: UpdateLine): void => {
  const { kind, status, mark } = told;
  if (kind === 'head' || kind === 'status' || kind === 'status-text') {
    signs.updates++;
    // These words head post mortems of every kind, and their parts.
    if (kind !== 'head' && (status === 'postmortem' || PART.test(line))) signs.headings++;
  } else if (kind === 'time-text' && mark?.clock) {
    signs.texts++;
    if (mark.day && mark.zone !== undefined) {
      signs.timed++;
      if (SPOKEN.test(told.rest)) signs.spoken++;
    }
  } else if (mark?.clock && !mark.day) signs.clocks++;
  else if (mark?.clock) {
    signs.times++;
    if (isPostedLine(line)) signs.posted++;
  }
};

/** Whether a line is one that only a page shows. */
const isOfAPage = (line: string, number: number): boolean => {
  if (line.length > 160) return false;
  const plain = plainWords(line, 160);
  return (
    AFFECTS.test(plain) ||
    isReport(line) ||
    isLongAgo(line) ||
    (number < TOP && NAMED.test(plain)) ||
    (line.length < 40 && labelledLine(line) === null && isBadge(line))
  );
};

const filledLines = (text: string): readonly string[] =>
  text.split(/\r?\n/).flatMap((line) => line.trim() || []);

const signsIn = (text: string): Signs => {
  const signs: Signs = {
    updates: 0,
    headings: 0,
    texts: 0,
    timed: 0,
    times: 0,
    clocks: 0,
    posted: 0,
    spoken: 0,
    sentence: false,
  };
  for (const line of filledLines(text)) {
    const told = updateLine(line, {});
    if (told) count(signs, line, told);
    else signs.sentence ||= headerSentence(line, {}) !== null;
  }
  return signs;
};

/** A line of a saved page that no article about an incident has. */
const isOfASavedPage = (line: string, number: number): boolean =>
  isReport(line) ||
  INCIDENT_AFFECTS.test(line) ||
  (number < TOP && line.length <= 160 && NAMED.test(plainWords(line, 160)));

/** How sure it is that HTML is a saved status page: most that has updates and times tells of an incident afterwards. */
const recogniseSaved = (text: string): number => {
  const { updates, posted } = signsIn(text);
  if (updates < 2) return 0;
  return posted > 1 || filledLines(text).some(isOfASavedPage) ? 0.9 : 0.3;
};

/** How sure it is that a text is a status page: by its updates, or by times and what only such a page shows. */
export const recognisePage = (head: string): number => {
  const document = head.slice(0, HEAD).replace(/^\uFEFF/, '');
  if (document.includes('\0')) return 0;
  const { text, numbers } = shownPage(document);
  if (numbers) return recogniseSaved(text);
  if (OTHER_FORMAT.test(text)) return 0;
  const signs = signsIn(text);
  const { updates, headings, texts, timed, times, clocks, posted, spoken, sentence } = signs;
  if (updates > 0) {
    if (sentence) return 0.95;
    // One status among lines of a timeline is a word of theirs: `16:40 | Cause identified: disk full`.
    if (updates === 1 && texts > 3) return 0.4;
    return updates === headings ? 0.3 : updates > 1 ? 0.7 : 0.5;
  }
  if (MONTH.test(text) && PERIOD.test(text)) return 0.8;
  const isPage = filledLines(text).some(isOfAPage);
  if (posted > 1 || (posted > 0 && isPage)) return 0.85;
  if (isPage && texts + times + clocks > 1) return 0.6;
  if (timed > 2 && spoken * 2 >= timed) return 0.6;
  return sentence || timed > 1 ? (timed > 2 ? 0.35 : 0.3) : 0;
};
