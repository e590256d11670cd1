import { isListed } from '../prose/componentList.ts';
import { isComponentStatus } from '../prose/componentNames.ts';
import { statusWordAt } from '../prose/statusWords.ts';
import { TABLE_RULE } from '../text/blockLine.ts';
import type { NumberedLine } from '../text/numberedLine.ts';
import { plainText } from '../text/plainText.ts';
import { durationIn, durationOf } from '../time/durationNotation.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';
import { timeMarkAt, timeMarks } from '../time/timeMark.ts';
import type { HeaderDraft } from './headerDraft.ts';
import { chooseTitle, newHeaderDraft } from './headerDraft.ts';
import { headerSentence, publicLevel } from './headerSentence.ts';
import { monthIn } from './historyMonths.ts';
import type { LabelledLine } from './pageLabels.ts';
import { isFurniture, labelledLine } from './pageLabels.ts';
import { isReport, pageTitle } from './pageTitle.ts';
import { statedTimes, withJoinedLabels } from './statedTimes.ts';
import { statusSpans } from './statusSpans.ts';
import { isDated as isDatedDay } from '../time/wallMoment.ts';

const takeLabel = (
  draft: HeaderDraft,
  { label, value }: LabelledLine,
  line: NumberedLine,
  notation: Notation,
): void => {
  if (label === 'components' && value !== '') draft.inline.push(value);
  if (label === 'place' && value !== '') draft.unknown.push(line);
  if (label === 'severity') {
    const level = publicLevel(value) ?? (/^(?:none|aucune?)$/i.test(value) ? 'none' : undefined);
    if (level === undefined) draft.unknown.push(line);
    else draft.level ??= level;
  }
  if (label === 'duration') {
    const lasting = durationOf(value) ?? durationIn(value);
    if (lasting) draft.lasting ??= lasting;
    else if (!/^[-–—]?$/.test(value)) draft.unknown.push(line);
  }
  if (label === 'reference') {
    const reference = /^[^\s\p{C}]{1,80}$/u.exec(value)?.[0];
    const isTitle = reference === undefined && /^\W{0,4}incident\W{0,3}:/i.test(line.text);
    if (reference !== undefined) draft.reference ??= reference;
    else if (isTitle && draft.title === undefined && draft.titles.length === 0) draft.title = value;
    else draft.unknown.push(line);
  }
  if (label === 'scheduled') {
    const [from, to] = timeMarks(value.slice(0, 300), notation);
    if (from?.clock && to?.clock) draft.planned ??= [from, to];
    else if (
      !from &&
      draft.title === undefined &&
      draft.titles.length === 0 &&
      !/^\p{L}+ for(?!\p{L})/u.test(value)
    )
      draft.title = value;
    else draft.unknown.push(line);
    if (from) draft.marks.push(from);
  }
};

/** A title behind the date of the incident: `16 mars 2025 - Lenteurs`. */
const BEHIND_DATE = /^\s{0,2}[-–—:|]\s{1,2}(\S.{2,300})$/u;

/** `Incident affecting Compute Engine, Networking`, a line with nothing else. */
const AFFECTING =
  /^(?:(?:incident|outage|service disruption)\s(?:affecting|impacting)|affects|affected\s?:)\s(.{1,300}[^.!?])$/i;

/** `Lasted for 3h`, `· 6 hours, 8 minutes` behind a time, a line or its end. */
const LASTED = /^(?:lasted(?: for)?|a duré|(?:è )?durat[ao]|·)\s(\S.{0,40})$/i;

/** When the page was last changed is no time of the incident. */
const UPDATED = /^(?:last )?updated?(?![a-z])/i;
/** `Major incident EU data center API`, below the title, as StatusPal shows what is affected. */
const LEVEL_OF = /^(minor|major|critical) incident(?: [^.!?]{1,400})?$/i;
/** What programs that save a page put before its title: `Title: Slow checkout`. */
const TITLED = /^(?:title|titre|titolo)\s?:\s(\S.{0,399})$/i;

const takeLine = (
  draft: HeaderDraft,
  line: NumberedLine,
  shown: readonly TimeMark[],
  notation: Notation,
  isBelowNavigation: boolean,
): void => {
  const text = plainText(line.text).replace(/^(?:#{1,6}|[-*•>])\s/, '');
  const sentence = headerSentence(text, notation);
  if (sentence) {
    draft.sentence ??= sentence;
    if (sentence.mark) draft.marks.push(sentence.mark);
    if (sentence.ongoing && durationIn(text)) draft.unknown.push(line);
    return;
  }
  const affecting = AFFECTING.exec(text)?.[1];
  if (affecting !== undefined) {
    draft.inline.push(affecting);
    draft.summary ??= text;
    return;
  }
  const lasted = durationOf(LASTED.exec(text)?.[1] ?? '');
  if (lasted) {
    draft.lasting ??= lasted;
    return;
  }
  const stated = statedTimes(text, shown, notation);
  if (stated) {
    if (!UPDATED.test(text) || !shown.every(({ day }) => isDatedDay(day)))
      draft.marks.push(...stated.marks);
    if (!stated.isShown) draft.unknown.push(line);
    return;
  }
  const mark = timeMarkAt(text.slice(0, 200), 0, notation);
  if (mark) {
    draft.marks.push(mark);
    const rest = BEHIND_DATE.exec(text.slice(mark.end))?.[1];
    const lasting = durationOf(LASTED.exec(text.slice(mark.end).trim())?.[1] ?? '');
    if (lasting) draft.lasting ??= lasting;
    else if (rest !== undefined) draft.titles.push({ line, title: rest, isBelowNavigation });
    else if (mark.end < text.length) draft.unknown.push(line);
    return;
  }
  const level = draft.titles.length > 0 ? LEVEL_OF.exec(text)?.[1] : undefined;
  if (level !== undefined) {
    draft.level ??= level.toLowerCase();
    draft.unknown.push(line);
    return;
  }
  const { name, title, isOpen } = pageTitle((TITLED.exec(text)?.[1] ?? text).slice(0, 400));
  if (name !== undefined && draft.open !== undefined && isReport(text)) {
    draft.name = name;
    draft.titles.unshift(draft.open);
  } else if (name !== undefined && draft.name === undefined) {
    draft.name = name;
    if (isOpen) draft.open = { line, title: text, isBelowNavigation };
  } else if (name !== undefined && name === draft.name) return;
  else draft.titles.push({ line, title: title ?? text, isBelowNavigation });
  if (title !== undefined && name !== undefined && draft.titles.length === 0) draft.title ??= title;
  if (name !== undefined && /^\S{1,12} (?:de )?maintenance/i.test(text)) draft.maintenance = true;
};

/** A line that is said to be the title; it can name the page beside it, as in `Acme Status - Slow checkout`, or alone. */
const takeTitle = (draft: HeaderDraft, text: string): void => {
  const { name, title, isOpen } = pageTitle(text.slice(0, 400));
  const isName = name !== undefined && isOpen !== true;
  if (isName) draft.name ??= name;
  if (!isName) draft.title ??= text;
  else if (title !== undefined) draft.title ??= title;
};

/** Part of the navigation of a page where other parts stand above it. */
const NAVIGATION = /^maintenance$/i;
const BULLET = /^[-*•]\s{1,3}/;
const SOURCE = /\s?view (?:vendor )?source\W{0,4}$/i;
const LEVEL_BEFORE = /^(?:minor|major|critical|notice|maintenance)(?:\s|$)/i;
const LEVEL_BEHIND = /\s(?:minor|major|critical|none)$/i;

/** The status of the page or of its components as words of their own, which its updates tell with their times. */
export const isBadge = (line: string): boolean => {
  const bare = line.replace(BULLET, '').replace(SOURCE, '');
  if (SOURCE.test(line) && LEVEL_BEFORE.test(`${bare} `)) return true;
  return bare.split(' / ').every((part) => {
    const word = part.replace(LEVEL_BEFORE, '').replace(LEVEL_BEHIND, '');
    const status = statusWordAt(word, 0);
    return isComponentStatus(part) || (status !== null && status.end === word.length);
  });
};

const COLUMN =
  /^(?:date|time|status|state|message|description|updates?|details?|comments?|heure|statut|[ée]tat|commentaires?|mises? [àa] jour|data|ora|stato|messaggio|descrizione)(?:\s?\([^()]{1,20}\))?$/i;

/** Whether a line is the head of a table of updates, or the rule below it. */
const isTableHead = (line: string): boolean => {
  if (!line.includes('|') && !line.includes('\t') && !line.startsWith('-')) return false;
  if (TABLE_RULE.test(line)) return true;
  const cells = line.split(/\s?[|\t]\s?/).filter((cell) => cell !== '');
  return cells.length > 1 && cells.every((cell) => COLUMN.test(cell));
};

/** A line of a list of components, with the times of their statuses told apart. */
const takeListed = (draft: HeaderDraft, line: NumberedLine, notation: Notation): void => {
  const spans = statusSpans(line.text, notation);
  const named = draft.listed.findLast(({ text }) => !isComponentStatus(text));
  if (!spans || !named) {
    draft.listed.push(line);
    return;
  }
  draft.spans.set(named.text, spans);
  const worst = ['full', 'partial', 'degraded', 'none'].flatMap(
    (degree) => spans.find((span) => span.degree === degree) ?? [],
  )[0];
  if (worst) draft.listed.push({ number: line.number, text: worst.status });
};

/** Whether a line is a day, a time or a month and nothing else, which no component is. */
const isDated = (draft: HeaderDraft, line: NumberedLine, notation: Notation): boolean => {
  const month = monthIn(line);
  if (month) draft.months.push(month);
  const mark = month ? null : timeMarkAt(line.text, 0, notation);
  return month !== null || mark?.end === line.text.length;
};

/** Takes a label with its value, or a heading, which may begin a list of components; null when the line is neither. */
const takeLabelled = (
  draft: HeaderDraft,
  line: NumberedLine,
  notation: Notation,
): { readonly isList: boolean } | null => {
  const label = labelledLine(line.text, line.words);
  if (!label) return null;
  takeLabel(draft, label, line, notation);
  return { isList: label.label === 'components' && label.value === '' };
};

const isInList = (text: string, notation: Notation): boolean =>
  isListed(text) || statusSpans(text, notation) !== null;

const takeTop = (
  draft: HeaderDraft,
  lines: readonly NumberedLine[],
  shown: readonly TimeMark[],
  notation: Notation,
): void => {
  let isList = false;
  let isBelowNavigation = false;
  for (const line of lines) {
    const { text, words } = line;
    if (line.isTitle === true) {
      takeTitle(draft, text);
      continue;
    }
    const labelled = takeLabelled(draft, line, notation);
    if (labelled) {
      isList = labelled.isList;
      continue;
    }
    const isDay = isDated(draft, line, notation);
    if (isDay) isList = false;
    if (isFurniture(text, words)) isBelowNavigation = true;
    else if (isTableHead(text)) isList = false;
    else if (isList && statedTimes(text, shown, notation) === null && isInList(text, notation))
      takeListed(draft, line, notation);
    else if (isBelowNavigation && NAVIGATION.test(text)) continue;
    else if (isBadge(text)) {
      const level = SOURCE.test(text) ? publicLevel(text) : undefined;
      if (level !== undefined) draft.level ??= level;
    } else if (!isDay || monthIn(line) === null) {
      takeLine(draft, line, shown, notation, isBelowNavigation);
      isBelowNavigation = false;
    }
  }
  chooseTitle(draft);
  // "Partial outage" below its day, with nothing else that could be the title, is one.
  const [badge, ...badges] = lines.filter(({ text }) => isComponentStatus(text));
  const isTitle = badge !== undefined && badges.length === 0 && !isList && draft.marks.length > 0;
  if (isTitle && draft.title === undefined) draft.title = plainText(badge.text);
};

const takeLoose = (
  draft: HeaderDraft,
  lines: readonly NumberedLine[],
  notation: Notation,
): void => {
  let isList = false;
  for (const line of lines) {
    const labelled = takeLabelled(draft, line, notation);
    if (labelled) isList = labelled.isList;
    else if (isFurniture(line.text, line.words)) continue;
    else if (isDated(draft, line, notation)) {
      isList = false;
      const mark = timeMarkAt(line.text, 0, notation);
      if (mark) draft.marks.push(mark);
    } else if (isList && isListed(line.text)) takeListed(draft, line, notation);
    else draft.unknown.push(line);
  }
};

/**
 * Reads line by line what a page says outside its updates.
 *
 * @param shown - The times of the updates.
 */
export const headerLines = (
  header: readonly NumberedLine[],
  loose: readonly NumberedLine[],
  shown: readonly TimeMark[],
  notation: Notation,
): HeaderDraft => {
  const draft = newHeaderDraft();
  takeTop(draft, withJoinedLabels(header, notation), shown, notation);
  takeLoose(draft, loose, notation);
  return draft;
};
