import type { Moment } from '../../primitives/moment.ts';
import { mayCoincide } from '../../primitives/moment.ts';
import { classifyPlain } from './classifyPhrase.ts';
import type { DatedUpdate } from './datedUpdates.ts';
import { byThen } from '../time/momentsAround.ts';
import type { Page } from './page.ts';
import { plainText } from '../text/plainText.ts';
import { LOOKED_AT as LOOKED_AT_PLAIN, plainWords } from '../text/plainWords.ts';
import { isAhead, lastDay } from './lastDay.ts';
import { forSome, statedCause } from './remedyPatterns.ts';
import type { ClaimPlace } from '../reading.ts';
import { newReading } from '../reading.ts';
import type { LanguagePart } from '../text/splitLanguages.ts';
import type { Notation } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import { momentOf } from '../time/timeSetting.ts';
import { phraseTopics, topics } from './topics.ts';
import { wordsIn } from './wordsIn.ts';

/** What the text of an update can say was done by then. */
type Remedy = (typeof REMEDIES)[number];

const REMEDIES = ['CauseIdentified', 'FixApplied', 'Mitigated', 'Restored'] as const;

const CAUSE = new RegExp(`(?<![a-z])(?:${statedCause})(?![a-z])`);
/** Words by which a sentence speaks of something else, of a condition or of what is being done. */
const OTHERWISE =
  /(?<![a-z])(?:others?|autres?|altr[ie]|unaffected|unimpacted|once|until|unless|when|whether|as soon as|before|lorsque|des que|une fois|quand|avant|tant que|jusqu'|quando|appena|ensure|verify that|confirm that|hope|expects?|expecting|expected|soon|shortly|please|next update|attendue?|esper(?:e|ons|ee)|bientot|vite|rapidement|brefs? delais?|veuillez|merci|tiendr[a-z]{2,5}|tout en oeuvre|mobilise[a-z]{0,3}|travaill[a-z]{1,5}|afin|en vue|prochaine?|saranno|sara|verra|a breve|(?:is|are|'re) (?!monitor|watch|observ|continu|seeing|now |keep|[a-z]{4,7}ing normally)[a-z]{2,20}ing)(?![a-z])/;
const FOR_SOME = new RegExp(`(?<![a-z])(?:${forSome})(?![a-z])`);
const SENTENCE = /[.!?](?:\s|$)|\n|;\s|\s\/\s/;
const CLAUSE = /,?\s(?:and|et|e|but|mais|ma)\s(?=(?:we|nous|our|stiamo|continu)[\s'’])/;
const AT = /(?:since|as of|depuis|à|at|alle(?: ore)?|dalle(?: ore)?)\s{1,2}$/i;
const LOOKED_AT = 4000;

/** The topics of which one has to be there for a text to tell of a remedy. */
const TOPICS: Readonly<Record<Remedy, number>> = {
  CauseIdentified: phraseTopics(['CauseIdentified']) | topics.cause,
  FixApplied: phraseTopics(['FixApplied']),
  Mitigated: phraseTopics(['Mitigated']),
  Restored: phraseTopics(['Restored']),
};

/** Begins to tell, by the topics of its words, which text may tell of a remedy not told before. */
const mayTell = (told: ReadonlySet<string>): ((present: number) => boolean) => {
  let wanted = 0;
  for (const type of REMEDIES) if (!told.has(type)) wanted |= TOPICS[type];
  // What is back for some mitigates.
  const back = told.has('Mitigated') ? 0 : TOPICS.Restored;
  return (present) =>
    (present & wanted) !== 0 || ((present & back) !== 0 && (present & topics.some) !== 0);
};

/** The topics of as much of a text as is looked at. */
const topicsIn = (text: string): number =>
  wordsIn(text, 0, Math.min(text.length, LOOKED_AT_PLAIN)).topics;

const remedyIn = (clause: string, tells: (present: number) => boolean): Remedy | null => {
  const present = topicsIn(clause);
  if (!tells(present)) return null;
  const plain = plainWords(clause);
  if (OTHERWISE.test(plain)) return CAUSE.test(plain) ? 'CauseIdentified' : null;
  const type = classifyPlain(plain, present);
  if (type === 'Restored' && FOR_SOME.test(plain)) return 'Mitigated';
  if (type === 'CauseIdentified' || type === 'FixApplied' || type === 'Mitigated') return type;
  if (type === 'Restored') return type;
  return type === null && CAUSE.test(plain) ? 'CauseIdentified' : null;
};

/** The time from which a sentence says that service was back, where it names just one. */
const restoredAt = (
  page: Page,
  update: DatedUpdate,
  sentence: string,
  notation: Notation,
): Moment | null => {
  const [mark, second] = timeMarks(sentence.slice(0, 400), notation).filter(({ clock }) => clock);
  if (!mark || second || !AT.test(sentence.slice(Math.max(0, mark.start - 12), mark.start)))
    return null;
  if (mark.day && mark.day.year === undefined) return null;
  const day =
    mark.day?.year === undefined
      ? update.day && lastDay(mark, update.day, update, page.local)
      : { ...mark.day, year: mark.day.year };
  const moment = momentOf(mark, day, page.local, newReading(), update.place);
  return moment.earliest === undefined || isAhead(moment, update) ? null : moment;
};

/** The sentences of a text that may tell of a remedy. */
const sentencesIn = (
  { text, present, lines }: LanguagePart,
  tells: (present: number) => boolean,
): readonly string[] => {
  if (present !== undefined && !tells(present)) return [];
  if (!lines || text.length > LOOKED_AT) {
    return text
      .slice(0, LOOKED_AT)
      .split(SENTENCE)
      .filter((sentence) => tells(wordsIn(sentence).topics));
  }
  // The line breaks around a line are part of what ends its sentences.
  const last = lines.length - 1;
  return lines
    .flatMap((line, index) =>
      line.present === undefined || tells(line.present)
        ? `${index > 0 ? '\n' : ''}${line.text}${index < last ? '\n' : ''}`.split(SENTENCE)
        : [],
    )
    .filter((sentence) => tells(wordsIn(sentence).topics));
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
  const found = new Map<Remedy, Record<string, string>>();
  const since: Moment[] = [];
  for (const part of parts) {
    const { language } = part;
    for (const sentence of sentencesIn(part, tells)) {
      for (const type of new Set(sentence.split(CLAUSE).map((clause) => remedyIn(clause, tells)))) {
        if (type === null || told.has(type)) continue;
        const texts = found.get(type) ?? {};
        texts[language] ??= plainText(sentence.replace(/^[-*•]\s/, ''));
        found.set(type, texts);
        const dots = { ...page.notation, dots: true };
        const at = type === 'Restored' ? restoredAt(page, update, sentence, dots) : null;
        if (at) since.push(at);
      }
    }
  }
  const [first] = since;
  const exact = first && since.every((one) => mayCoincide(one, first)) ? first : undefined;
  for (const [type, text] of found) {
    told.add(type);
    const occurredAt = (type === 'Restored' ? exact : undefined) ?? byThen(update.moment);
    if (type === 'FixApplied')
      page.reading.add(type, { fixId: 'main', text }, { ...place, occurredAt });
    else page.reading.add(type, { text }, { ...place, occurredAt });
  }
};
