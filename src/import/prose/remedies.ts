import type { Moment } from '../../primitives/moment.ts';
import { mayCoincide } from '../../primitives/moment.ts';
import { classifyPlain } from './classifyPhrase.ts';
import type { DatedUpdate } from './datedUpdates.ts';
import { byThen } from '../time/momentsAround.ts';
import type { Page } from './page.ts';
import { plainText } from '../text/plainText.ts';
import { LOOKED_AT as LOOKED_AT_PLAIN, plainWords } from '../text/plainWords.ts';
import { isAhead, lastDay } from './lastDay.ts';
import { forSome, otherwise, statedCause } from './remedyPatterns.ts';
import type { ClaimPlace } from '../reading.ts';
import type { SeenSentence } from '../text/seenWords.ts';
import type { LanguagePart } from '../text/splitLanguages.ts';
import { timeMarks } from '../time/timeMark.ts';
import { momentOf, unheard } from '../time/timeSetting.ts';
import type { Remedy } from './remedyTopics.ts';
import { remedies, remedyTopics } from './remedyTopics.ts';
import { topics } from './topics.ts';
import { wordsIn } from './wordsIn.ts';
import { isDated } from '../time/wallMoment.ts';

const CAUSE = new RegExp(`(?<![a-z])(?:${statedCause})(?![a-z])`);
const OTHERWISE = new RegExp(`(?<![a-z])(?:${otherwise})(?![a-z])`);
const FOR_SOME = new RegExp(`(?<![a-z])(?:${forSome})(?![a-z])`);
const SENTENCE = /[.!?](?:\s|$)|\n|;\s|\s\/\s/;
const CLAUSE = /,?\s(?:and|et|e|but|mais|ma)\s(?=(?:we|nous|our|stiamo|continu)[\s'’])/;
const AT = /(?:since|as of|depuis|à|at|alle(?: ore)?|dalle(?: ore)?)\s{1,2}$/i;
/** What says that the time behind it is that of the fix, and not of what it fixes. */
const DONE_AT =
  /(?<![\p{L}])(?:applied|deployed|implemented|released|rolled (?:out|back)|reverted|put in place|(?:hot)?fix|patch|rollback|appliqu[ée]e?|d[ée]ploy[ée]e?|mise? en (?:place|production)|correctif|applicat[ao]|rilasciat[ao]|correzione)\s(?:at|à|alle(?: ore)?)\s{1,2}$/iu;
const LOOKED_AT = 4000;

/** Begins to tell, by the topics of its words, which text may tell of a remedy not told before. */
const mayTell = (told: ReadonlySet<string>): ((present: number) => boolean) => {
  let wanted = 0;
  for (const type of remedies) if (!told.has(type)) wanted |= remedyTopics[type];
  // What is back for some mitigates.
  const back = told.has('Mitigated') ? 0 : remedyTopics.Restored;
  return (present) =>
    (present & wanted) !== 0 || ((present & back) !== 0 && (present & topics.some) !== 0);
};

/** What a clause says was done; of one with a word by which it speaks of something else only that the cause is known. */
const remedyIn = (clause: string, present: number): Remedy | null => {
  if ((present & topics.otherwise) !== 0 && (present & topics.cause) === 0) return null;
  const plain = plainWords(clause);
  if (OTHERWISE.test(plain)) return CAUSE.test(plain) ? 'CauseIdentified' : null;
  const type = classifyPlain(plain, present);
  if (type === 'Restored' && FOR_SOME.test(plain)) return 'Mitigated';
  if (type === 'CauseIdentified' || type === 'FixApplied' || type === 'Mitigated') return type;
  if (type === 'Restored') return type;
  return type === null && CAUSE.test(plain) ? 'CauseIdentified' : null;
};

/** Whether a clause speaks of one of several components that a page names: what is back for one alone mitigates. */
const isOfOne = ({ impacts }: Page, clause: string): boolean => {
  const subject = clause.trimStart();
  return (
    impacts.length > 1 &&
    impacts.some(({ component }) => component && subject.startsWith(`${component.name} `))
  );
};

/** What stands before the time of a remedy, of those whose time is looked for. */
const TIMED: Partial<Record<Remedy, RegExp>> = { Restored: AT, FixApplied: DONE_AT };

/** The time at which a sentence says that service was back, or the fix in place, where it names just one. */
const remedyAt = (
  page: Page,
  update: DatedUpdate,
  type: Remedy,
  sentence: string,
): Moment | null => {
  const timed = TIMED[type];
  if (!timed) return null;
  const { monthFirst = false } = page.notation;
  const notation = { monthFirst, dots: true };
  const [mark, second] = timeMarks(sentence.slice(0, 400), notation).filter(({ clock }) => clock);
  if (!mark || second || !timed.test(sentence.slice(Math.max(0, mark.start - 40), mark.start)))
    return null;
  if (mark.day && !isDated(mark.day)) return null;
  const day = mark.day ?? (update.day && lastDay(mark, update.day, update, page.local));
  const moment = momentOf(mark, day, page.local, unheard, update.place);
  return moment.earliest === undefined || isAhead(moment, update.moment) ? null : moment;
};

/** A sentence, or a clause of one, with the topics of its words. */
interface Told {
  readonly text: string;
  readonly present: number;
}

/** What ends a sentence where its line ends, as long as another line follows. */
const LINE_END = /;$|\s\/$/;

const sentenceOf = (
  line: string,
  { start, end, topics: present }: SeenSentence,
  isLast: boolean,
): Told => {
  const text = line.slice(start, end);
  return { text: end < line.length || isLast ? text : text.replace(LINE_END, ''), present };
};

/** The sentences of a text that may tell of a remedy. */
const sentencesIn = (
  { text, lines }: LanguagePart,
  tells: (present: number) => boolean,
): readonly Told[] => {
  if (!lines || text.length > LOOKED_AT) {
    return text
      .slice(0, LOOKED_AT)
      .split(SENTENCE)
      .map((sentence) => ({ text: sentence, present: wordsIn(sentence).topics }))
      .filter(({ present }) => tells(present));
  }
  const sentences: Told[] = [];
  for (const [index, { text: line, words }] of lines.entries()) {
    for (const sentence of words.sentences) {
      if (tells(sentence.topics))
        sentences.push(sentenceOf(line, sentence, index === lines.length - 1));
    }
  }
  return sentences;
};

const clausesOf = (sentence: Told): readonly Told[] => {
  if (sentence.text.length <= LOOKED_AT_PLAIN && !CLAUSE.test(sentence.text)) return [sentence];
  return sentence.text.split(CLAUSE).map((text) => ({
    text,
    present: wordsIn(text, 0, Math.min(text.length, LOOKED_AT_PLAIN)).topics,
  }));
};

/**
 * Claims what an update says was done by then; each is told once, by the first update that says so.
 *
 * @param told - What earlier updates of the page have said was done.
 */
export const remedyClaims = (
  page: Page,
  update: DatedUpdate,
  parts: readonly LanguagePart[],
  place: ClaimPlace,
  told: Set<string>,
): void => {
  const tells = mayTell(told);
  if (parts.every(({ present }) => present !== undefined && !tells(present))) return;
  const found = new Map<Remedy, Record<string, string>>();
  const since: { readonly type: Remedy; readonly at: Moment }[] = [];
  for (const part of parts) {
    const { language } = part;
    if (part.present !== undefined && !tells(part.present)) continue;
    for (const sentence of sentencesIn(part, tells)) {
      for (const clause of clausesOf(sentence)) {
        const said = tells(clause.present) ? remedyIn(clause.text, clause.present) : null;
        const type = said === 'Restored' && isOfOne(page, clause.text) ? 'Mitigated' : said;
        if (type === null || told.has(type)) continue;
        const texts = found.get(type) ?? {};
        texts[language] ??= plainText(sentence.text.replace(/^[-*•]\s/, ''));
        found.set(type, texts);
        const at = remedyAt(page, update, type, sentence.text);
        if (at) since.push({ type, at });
      }
    }
  }
  for (const [type, text] of found) {
    told.add(type);
    const times = since.flatMap((one) => (one.type === type ? one.at : []));
    const [first] = times;
    const exact = first && times.every((one) => mayCoincide(one, first)) ? first : undefined;
    const occurredAt = exact ?? byThen(update.moment);
    if (type === 'FixApplied')
      page.reading.add(type, { fixId: 'main', text }, { ...place, occurredAt });
    else page.reading.add(type, { text }, { ...place, occurredAt });
  }
};
