import type { WrittenDuration } from '../time/durationNotation.ts';
import { durationIn } from '../time/durationNotation.ts';
import { plainWords } from '../text/plainWords.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';

/** What the sentence at the top of a page says: `Acme experienced a minor incident on … affecting …, lasting 6m.` */
export interface HeaderSentence {
  /** Whose page it is. */
  readonly name: string;
  /** How bad, as a word of Statuspage. */
  readonly level?: string;
  /** Whether it was planned work. */
  readonly maintenance: boolean;
  /** The day or time it names first. */
  readonly mark?: TimeMark;
  /** The components, as one text. */
  readonly affecting?: string;
  /** How long it says it lasted. */
  readonly lasting?: WrittenDuration;
  /** Whether it says that it goes on, so that a length is only one so far. */
  readonly ongoing: boolean;
}

const VERB =
  /\s(?:experienced|is experiencing|had|has had|reported|underwent|performed|a connu|a subi|a rencontré|conna[iî]t|a eu|rencontre|ha subito)\s/i;
const SUBJECT =
  /(?<![a-z])(?:incident|maintenance|outage|disruption|panne|incidente|manutenzione)(?![a-z])/;
const LEVELS: readonly (readonly [string, RegExp])[] = [
  ['critical', /(?<![a-z])(?:critical|critique|critico)(?![a-z])/],
  ['major', /(?<![a-z])(?:major|majeure?|maggiore)(?![a-z])/],
  ['minor', /(?<![a-z])(?:minor|mineure?|minore)(?![a-z])/],
];
/** Who is no page: `Users experienced …`, `Our team reported …`. */
const NOBODY =
  /^\W{0,6}(?:(?:all|some|many|most|several|a few|certain|few|our|the|these|those|les|des|nos|certains|i|gli|alcuni)\s.{0,60})?(?:users?|customers?|clients?|visitors?|people|teams?|engineers?|we|they|it|this|utilisateurs?|nous|ils|on|utenti|clienti|noi)$/i;
const AFFECTING =
  /\s(?:affecting|impacting|affectant|impactant|touchant|concernant|che ha interessato)\s/i;
const AFTER_COMPONENTS =
  /,?\s(?:ongoing|lasting|that lasted|for a duration|during|pendant|durant|d['’]une durée|en cours|in corso|from|on|le)(?=[\s.]|$)/i;
const ONGOING =
  /(?<![\p{L}])(?:ongoing|still|is experiencing|en cours|toujours|depuis|rencontre|conna[iî]t|in corso|so far)(?![\p{L}])/iu;
const LOOKED_AT = 1500;

/** The level of a word, as Statuspage names it. */
export const publicLevel = (text: string): string | undefined => {
  const plain = plainWords(text);
  return LEVELS.find(([, pattern]) => pattern.test(plain))?.[0];
};

const sentenceEnd = (text: string): number => {
  const stop = /[.;](?:\s|$)/.exec(text);
  return stop?.index ?? text.length;
};

/** Reads the sentence; null when the line is none. */
export const headerSentence = (line: string, notation: Notation): HeaderSentence | null => {
  const text = line.slice(0, LOOKED_AT);
  const verb = VERB.exec(text);
  if (!verb || verb.index > 80 || NOBODY.test(text.slice(0, verb.index))) return null;
  const said = text.slice(verb.index);
  const first = plainWords(said.slice(0, 120));
  if (!SUBJECT.test(first)) return null;
  const affecting = AFFECTING.exec(said);
  const rest = affecting ? said.slice(affecting.index + affecting[0].length) : '';
  const components = rest.slice(
    0,
    Math.min(AFTER_COMPONENTS.exec(rest)?.index ?? rest.length, sentenceEnd(rest)),
  );
  const level = publicLevel(said.slice(0, affecting?.index ?? 120));
  const [mark] = timeMarks(said.slice(0, affecting ? affecting.index : 300), notation);
  const ongoing = ONGOING.test(said.slice(0, sentenceEnd(said)));
  const lasting = ongoing ? null : durationIn(said, true);
  return {
    name: text.slice(0, verb.index).trim(),
    maintenance: /(?<![a-z])(?:maintenance|manutenzione)(?![a-z])/.test(first),
    ...(level !== undefined && { level }),
    ...(mark && { mark }),
    ...(components.trim() !== '' && { affecting: components.trim() }),
    ...(lasting && { lasting }),
    ongoing,
  };
};
