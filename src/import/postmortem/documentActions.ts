import type { Actor } from '../../primitives/actor.ts';
import { incidentId } from '../../primitives/ids.ts';
import type { DocumentBlock } from './documentBlock.ts';
import type { DocumentSection } from './documentSections.ts';
import { plainWords } from '../text/plainWords.ts';
import { trimmedFact } from '../text/plainText.ts';
import { byPublication, postmortemPlace } from '../prose/postmortem.ts';
import type { Postmortem } from '../prose/postmortem.ts';
import type { DocumentPart } from './documentPart.ts';
import { isNothing } from '../prose/sections.ts';

interface WrittenAction {
  text: string;
  readonly line: number;
  readonly level: number;
  readonly done: boolean;
  readonly dropped: boolean;
  readonly against?: string;
  readonly owner?: string;
  readonly url?: string;
}

const ACTION =
  /^(?:corrective |preventi?ve |follow-?up )?(?:actions?|azion[ei]|measures?|mesures?|tasks?|items?|action items?|description|what|todo|improvement|tache|attivita)(?: items?)?$/;
const AGAINST =
  /^(?:symptom|symptome|sintomo|cause|problem|probleme|issue found|risk|risque|rischio|constat)/;
const OWNER =
  /^(?:owner|assignee|assigned(?: to)?|responsable|responsible|responsabile|who|porteur|qui|chi|dri|lead|team|equipe)$/;
const STATUS = /^(?:status|state|statut|etat|stato|done|fait|fatto|completed)$/;
const LINK = /^(?:bug|ticket|issue|jira|link|lien|tracking|url|pr|id)$/;
const DONE =
  /^(?:done|complete[d]?|closed|fixed|resolved|shipped|merged|deployed|fait[e]?|termine[e]?|realise[e]?|livre[e]?|cloture[e]?|fatto|completat[oa]|chius[oa]|yes|oui|si|x|✓|✔|✅|☑|\[x\])/u;
const DROPPED =
  /^(?:won.?t (?:do|fix)|dropped|cancell?ed|abandonne[e]?|annule[e]?|annullat[oa]|rejected|not doing)/;
const BY_HAND = /(?:^|\s|\()@([\p{L}\d][\p{L}\d._-]{0,60})/u;
const LABELLED_OWNER =
  /[[(](?:owner|assignee|assigned to|responsable|responsabile)\s?:\s?([^)\]]{1,60})[)\]]/i;

const column = (names: readonly string[], pattern: RegExp): number =>
  names.findIndex((name) => pattern.test(name));

const isDone = (status: string): boolean =>
  DONE.test(plainWords(status.replaceAll(/[^\p{L}\d[\]✓✔✅☑ ]/gu, '').trim() || status, 40));

const fromRow = ({ cells = [], header = [], line, links }: DocumentBlock): WrittenAction => {
  const names = header.map((name) => plainWords(name, 40));
  const against = column(names, AGAINST);
  const owner = column(names, OWNER);
  const status = column(names, STATUS);
  const link = column(names, LINK);
  const own = column(names, ACTION);
  const told = new Set([against, owner, status, link]);
  const main =
    own >= 0 ? own : header.length > 0 ? cells.findIndex((_, index) => !told.has(index)) : 0;
  const others = cells.filter((cell, index) => cell !== '' && index !== main && !told.has(index));
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
    ...(url !== undefined && { url }),
  };
};

const fromItem = ({ text, line, level, done, links }: DocumentBlock): WrittenAction => {
  const owner = LABELLED_OWNER.exec(text)?.[1] ?? BY_HAND.exec(text)?.[1];
  const url = links[0];
  return {
    text: trimmedFact(text),
    line,
    level,
    done: done ?? /^(?:✅|☑|\[x\]|done\s?[:–-])/iu.test(text),
    dropped: false,
    ...(owner !== undefined && { owner: owner.trim() }),
    ...(url !== undefined && { url }),
  };
};

/** The items and rows of a section, with what stands further in as part of them; of one that has neither, its texts. */
const actionsIn = (section: DocumentSection, hasItems: boolean): readonly WrittenAction[] => {
  const actions: WrittenAction[] = [];
  for (const block of section.blocks) {
    if (isNothing(block.text)) continue;
    const last = actions.at(-1);
    if (block.kind === 'row') actions.push(fromRow(block));
    else if (block.kind === 'item' && (!last || block.level <= last.level || last.level === 0))
      actions.push(fromItem(block));
    else if (last && (block.kind === 'item' || block.level > 0)) last.text += `\n${block.text}`;
    else if (block.kind === 'text' && !hasItems) actions.push(fromItem(block));
  }
  return actions;
};

/** The texts of sections on actions that are no actions themselves, where others of them list some. */
const asides = (sections: readonly DocumentSection[]): readonly DocumentBlock[] =>
  sections.flatMap(({ blocks }) =>
    blocks.filter(
      ({ kind, level, text }) =>
        !isNothing(text) && kind !== 'item' && kind !== 'row' && level === 0,
    ),
  );

/** Makes the claims of the follow-ups, one for each item or row, matched across languages by their order. */
export const documentActions = (
  postmortem: Postmortem,
  parts: readonly DocumentPart[],
  document: string,
): void => {
  const { reading } = postmortem.page;
  const known = parts.map(({ language, sections }) => {
    const own = sections.filter(({ kind }) => kind === 'actions');
    const hasItems = own.some(({ blocks }) =>
      blocks.some(({ kind }) => kind === 'item' || kind === 'row'),
    );
    return {
      language,
      actions: own.flatMap((section) => actionsIn(section, hasItems)),
      asides: hasItems ? asides(own) : [],
    };
  });
  const counts = known.map(({ actions }) => actions.length).filter((count) => count > 0);
  const most = Math.max(0, ...counts);
  if (counts.some((count) => count !== most)) {
    reading.warn(
      'actions',
      `the languages list different numbers of actions (${counts.join(', ')}); they are matched by order`,
    );
  }
  const owners = new Map<string, Actor>();
  const ownerOf = (name: string): Actor => {
    const actor = owners.get(name) ?? {
      // The id says nothing of who it is: the name beside it can be erased.
      id: `${incidentId(document.replaceAll(/[\s\p{C}@]/gu, '-').slice(0, 150))}/owner-${owners.size + 1}`,
      name,
    };
    owners.set(name, actor);
    return actor;
  };
  for (let index = 0; index < most; index++) {
    const told = known.flatMap(({ language, actions }) => {
      const action = actions[index];
      return action ? [{ language, action }] : [];
    });
    const [first] = told;
    if (!first) continue;
    const { done, dropped, owner, url, line } = first.action;
    const text = Object.fromEntries(told.map(({ language, action }) => [language, action.text]));
    const against = Object.fromEntries(
      told.flatMap(({ language, action }) =>
        action.against === undefined ? [] : [[language, action.against]],
      ),
    );
    const actionId = `action-${index + 1}`;
    const place = postmortemPlace(
      postmortem,
      `action ${index + 1}`,
      byPublication(postmortem),
      line,
    );
    reading.add(
      'ActionProposed',
      {
        actionId,
        ...(Object.keys(against).length > 0 && { against }),
        ...(owner !== undefined && { owner: ownerOf(owner) }),
        ...(url !== undefined && { url }),
        text,
      },
      place,
    );
    if (done) reading.add('ActionCompleted', { actionId }, place);
    else if (dropped) reading.add('ActionDropped', { actionId }, place);
  }
  for (const { language, asides: texts } of known) {
    for (const [index, { text, line }] of texts.entries()) {
      const place = postmortemPlace(
        postmortem,
        `about actions ${index + 1}`,
        byPublication(postmortem),
        line,
      );
      reading.add('NoteAdded', { text: { [language]: text } }, place);
    }
  }
};
