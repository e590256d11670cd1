import type { DueWithin } from './actionDue.ts';
import { actionDue, dueWithin, labelledDue, labelledWithin } from './actionDue.ts';
import type { DocumentBlock } from './documentBlock.ts';
import type { DocumentSection } from './documentSections.ts';
import { plainWords } from '../text/plainWords.ts';
import { trimmedFact } from '../text/plainText.ts';
import { isNothing } from '../prose/sections.ts';
import type { Notation, TimeMark } from '../time/timeMark.ts';

/** A follow-up as a document writes it. */
export interface WrittenAction {
  /** What is to be done. */
  text: string;
  /** Number of its line. */
  readonly line: number;
  /** How far it is indented. */
  readonly level: number;
  /** Whether it was done. */
  done: boolean;
  /** Whether it will not be done. */
  dropped: boolean;
  /** What it is meant against. */
  readonly against?: string;
  /** Who is to do it. */
  owner?: string;
  /** By which day. */
  due?: TimeMark;
  /** Within which time, where that is how it is said. */
  within?: DueWithin;
  /** Where it is tracked. */
  readonly url?: string;
}

const ACTION =
  /^(?:corrective |preventi?ve |follow-?up )?(?:actions?|azion[ei]|measures?|mesures?|tasks?|items?|action items?|description|what|todo|improvement|tache|attivita)(?: items?)?$/;
const AGAINST =
  /^(?:symptom|symptome|sintomo|cause|problem|probleme|issue found|risk|risque|rischio|constat)/;
const OWNER =
  /^(?:(?:action |task )?owners?|assignees?|assigned(?: to)?|responsables?|responsible|responsabil[ei]|who|porteur|porteuse|pilote|proprietaire|proprietario|assegnatari[oa]|incaricat[oa]|qui|chi|dri|lead|team|equipe)$/;
const DUE =
  /^(?:due(?: date| by| on)?|deadline|by when|when|target(?: date)?|eta|completion date|echeance|delais?|date (?:limite|cible|prevue)|pour quand|quand|scadenza|entro(?: quando)?|quando)$/;
const STATUS = /^(?:status|state|statut|etat|stato|done|fait|fatto|completed)$/;
const LINK = /^(?:bug|ticket|issue|jira|link|lien|tracking|url|pr|id)$/;
const DONE =
  /^(?:done|complete[d]?|closed|fixed|resolved|shipped|merged|deployed|fait[e]?|termine[e]?|realise[e]?|livre[e]?|cloture[e]?|fatto|completat[oa]|chius[oa]|yes|oui|si|x|✓|✔|✅|☑|\[x\])/u;
const DROPPED =
  /^(?:won.?t (?:do|fix)|dropped|cancell?ed|abandonne[e]?|annule[e]?|annullat[oa]|rejected|not doing)/;
const BY_HAND = /(?:^|\s|\()@([\p{L}\d][\p{L}\d._-]{0,60})/u;
const LABELLED_OWNER =
  /(?:^|[\s[(|–—-])(?:owner|assignee|assigned to|responsable|responsabile|pilote|porteur|incaricato)\s?:\s?([^)\]|,;.\n–—]{1,60}?)(?=\s[-–—]|[)\]|,;.\n–—]|$)/i;
/** `Owner: platform team` below an action. */
const LABELLED = /^([^:：\n]{2,30}?)\s?[:：]\s{0,3}([^\n]{1,120})$/u;

const column = (names: readonly string[], pattern: RegExp): number =>
  names.findIndex((name) => pattern.test(name));

const isDone = (status: string): boolean =>
  DONE.test(plainWords(status.replaceAll(/[^\p{L}\d[\]✓✔✅☑ ]/gu, '').trim() || status, 40));

const NUMBER = /^(?:#|n[o°.]{0,2}|nr\.?|num[a-z]{0,4})$/;

const fromRow = (
  { cells = [], header = [], line, links }: DocumentBlock,
  notation: Notation,
): WrittenAction => {
  const names = header.map((name) => plainWords(name, 40));
  const against = column(names, AGAINST);
  const owner = column(names, OWNER);
  const status = column(names, STATUS);
  const link = column(names, LINK);
  const by = column(names, DUE);
  const due = by < 0 ? null : actionDue(cells[by] ?? '', notation);
  const within = by < 0 || due ? null : dueWithin(cells[by] ?? '');
  const own = column(names, ACTION);
  // What is no day, such as "next sprint", stays in the text.
  const told = new Set([against, owner, status, link, ...(due ? [by] : [])]);
  const main =
    own >= 0 ? own : header.length > 0 ? cells.findIndex((_, index) => !told.has(index)) : 0;
  // The number of a row is no part of what is to be done.
  const isNumber = (cell: string, index: number): boolean =>
    /^\d{1,3}\.?$/.test(cell) && NUMBER.test(names[index] ?? '');
  const others = cells.filter(
    (cell, index) => cell !== '' && index !== main && !told.has(index) && !isNumber(cell, index),
  );
  const whole = [cells[main] ?? '', ...others].filter((part) => part !== '').join(' | ');
  const cell = (index: number): string => (index < 0 ? '' : (cells[index] ?? ''));
  const ticket = cell(link);
  const url = links[0];
  const text = whole === '' ? cell(against) : whole;
  return {
    text: ticket === '' || isNothing(ticket) ? text : `${text} (${ticket})`,
    line,
    level: 0,
    done: isDone(cell(status)) || /(?<![A-Z])DONE(?![A-Z])/.test(ticket),
    dropped: DROPPED.test(plainWords(cell(status), 40)),
    ...(cell(against) !== '' && { against: cell(against) }),
    ...(!isNothing(cell(owner)) && { owner: cell(owner) }),
    ...(due && { due }),
    ...(within && { within }),
    ...(url !== undefined && { url }),
  };
};

const fromItem = (
  { text, line, level, done, links }: DocumentBlock,
  notation: Notation,
): WrittenAction => {
  const owner = LABELLED_OWNER.exec(text)?.[1] ?? BY_HAND.exec(text)?.[1];
  const due = labelledDue(text, notation);
  const within = due ? null : labelledWithin(text);
  const url = links[0];
  return {
    text: trimmedFact(text),
    line,
    level,
    done: done ?? /^(?:✅|☑|\[x\]|done\s?[:–-])/iu.test(text),
    dropped: false,
    ...(owner !== undefined && { owner: owner.trim() }),
    ...(due && { due }),
    ...(within && { within }),
    ...(url !== undefined && { url }),
  };
};

/** Adds what stands below an action: who is to do it, by when and how far it is, where so labelled; else its text. */
const addBelow = (action: WrittenAction, text: string, notation: Notation): void => {
  const [, name = '', value = ''] = LABELLED.exec(text.replaceAll(/\*\*|__/g, '')) ?? [];
  const label = plainWords(name, 40);
  const due = DUE.test(label) ? actionDue(value, notation) : null;
  const within = DUE.test(label) && !due ? dueWithin(value) : null;
  if (within) action.within ??= within;
  if (due) action.due ??= due;
  else if (OWNER.test(label) && !isNothing(value)) action.owner ??= value.trim();
  else if (STATUS.test(label) && (isDone(value) || DROPPED.test(plainWords(value, 40)))) {
    action.done ||= isDone(value);
    action.dropped ||= !action.done;
  } else action.text += `\n${text}`;
};

/** `Déjà fait :` above some of the actions, `Actions correctives réalisées` above all. */
const DONE_HEADING =
  /^(?:actions? |azioni )?(?:correctives? |correttive )?(?:already |deja |gia )?(?:done|complete[d]?|finished|fait[es]{0,2}|realise[es]{0,2}|termine[es]{0,2}|fatt[oaie]|completat[oaie])(?: actions?)?\W{0,3}$/;

/** The items and rows of a section, with what stands further in as part of them; of one that has neither, its texts. */
export const actionsIn = (
  section: DocumentSection,
  hasItems: boolean,
  notation: Notation,
): readonly WrittenAction[] => {
  const actions: WrittenAction[] = [];
  const isPast = DONE_HEADING.test(plainWords(section.heading, 40));
  for (const given of section.blocks) {
    if (isNothing(given.text)) continue;
    const block = isPast && given.kind === 'item' ? { done: true, ...given } : given;
    const last = actions.at(-1);
    if (block.kind === 'row') actions.push(fromRow(block, notation));
    else if (block.kind === 'item' && (!last || block.level <= last.level || last.level === 0))
      actions.push(fromItem(block, notation));
    else if (last && (block.kind === 'item' || block.level > 0))
      addBelow(last, block.text, notation);
    else if (block.kind === 'text' && !hasItems) actions.push(fromItem(block, notation));
  }
  return actions;
};

/** The texts of sections on actions that are no actions themselves, where others of them list some. */
export const asides = (sections: readonly DocumentSection[]): readonly DocumentBlock[] =>
  sections.flatMap(({ blocks }) =>
    blocks.filter(
      ({ kind, level, text }) =>
        !isNothing(text) && kind !== 'item' && kind !== 'row' && level === 0,
    ),
  );
