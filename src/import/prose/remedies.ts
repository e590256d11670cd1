import type { Moment } from '../../primitives/moment.ts';
import { mayCoincide } from '../../primitives/moment.ts';
import { classifyPhrase } from './classifyPhrase.ts';
import type { DatedUpdate } from './datedUpdates.ts';
import { byThen } from '../time/momentsAround.ts';
import type { Page } from './page.ts';
import { plainText } from '../text/plainText.ts';
import { plainWords } from '../text/plainWords.ts';
import { isAhead, lastDay } from './lastDay.ts';
import type { ClaimPlace } from '../reading.ts';
import { newReading } from '../reading.ts';
import type { LanguagePart } from '../text/splitLanguages.ts';
import type { Notation } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import { momentOf } from '../time/timeSetting.ts';

/** What the text of an update can say was done by then. */
type Remedy = (typeof REMEDIES)[number];

const REMEDIES = ['CauseIdentified', 'FixApplied', 'Mitigated', 'Restored'] as const;

/** "The issue has been identified" claims a known cause on a page; in a post mortem it may only mean noticed. */
const CAUSE =
  /(?<![a-z])(?:(?:issue|problem|cause) has been identified|identified (?:the|an) (?:issue|problem) and|(?:le probleme|la cause|l'origine)(?: [a-z' ]{1,40})? a ete identifiee?|il problema e stato identificato|la causa e stata (?:identificata|individuata))(?![a-z])/;
/** Words by which a sentence speaks of something else, of a condition or of what is being done. */
const OTHERWISE =
  /(?<![a-z])(?:others?|autres?|altr[ie]|unaffected|unimpacted|once|until|unless|when|whether|as soon as|before|lorsque|des que|une fois|quand|avant|tant que|jusqu'|quando|appena|ensure|verify that|confirm that|hope|expects?|expecting|expected|soon|shortly|please|next update|attendue?|esper(?:e|ons|ee)|bientot|vite|rapidement|brefs? delais?|veuillez|merci|tiendr[a-z]{2,5}|tout en oeuvre|mobilise[a-z]{0,3}|travaill[a-z]{1,5}|afin|en vue|prochaine?|saranno|sara|verra|a breve|(?:is|are|'re) (?!monitor|watch|observ|continu|seeing|now |keep|[a-z]{4,7}ing normally)[a-z]{2,20}ing)(?![a-z])/;
/** Back for some is not yet back. */
const FOR_SOME =
  /(?<![a-z])(?:some|most|many|majority|partial(?:ly)?|certaine?s?|la plupart|la majorite|une partie|partiel(?:le|lement)?s?|alcun[ie]|gran parte|parzialmente|degraded|degradee?s?|slow|lent[es]?)(?![a-z])/;
const SENTENCE = /[.!?](?:\s|$)|\n|;\s|\s\/\s/;
const CLAUSE = /,?\s(?:and|et|e|but|mais|ma)\s(?=(?:we|nous|our|stiamo|continu)[\s'’])/;
const AT = /(?:since|as of|depuis|à|at|alle(?: ore)?|dalle(?: ore)?)\s{1,2}$/i;
const LOOKED_AT = 4000;

const remedyIn = (clause: string): Remedy | null => {
  const plain = plainWords(clause);
  if (OTHERWISE.test(plain)) return CAUSE.test(plain) ? 'CauseIdentified' : null;
  const type = classifyPhrase(clause);
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
  if (REMEDIES.every((type) => told.has(type))) return;
  const found = new Map<Remedy, Record<string, string>>();
  const since: Moment[] = [];
  for (const { language, text } of parts) {
    for (const sentence of text.slice(0, LOOKED_AT).split(SENTENCE)) {
      for (const type of new Set(sentence.split(CLAUSE).map(remedyIn))) {
        if (type === null) continue;
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
    if (told.has(type)) continue;
    told.add(type);
    const occurredAt = (type === 'Restored' ? exact : undefined) ?? byThen(update.moment);
    if (type === 'FixApplied')
      page.reading.add(type, { fixId: 'main', text }, { ...place, occurredAt });
    else page.reading.add(type, { text }, { ...place, occurredAt });
  }
};
