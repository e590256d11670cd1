import { plainText, trimmedFact } from '../text/plainText.ts';
import type { Postmortem } from './postmortem.ts';
import { byPublication, postmortemPlace, sectionsOf } from './postmortem.ts';
import type { Section } from './sections.ts';
import { isNothing } from './sections.ts';
import { plainWords } from '../text/plainWords.ts';
import { tableRows } from '../text/tableRows.ts';

interface WrittenAction {
  readonly text: string;
  readonly against?: string;
}

const ACTION = /^(?:actions?|azion[ei]|measures?|mesures?|tasks?|action items?|description)/;
const AGAINST = /^(?:symptom|symptome|sintomo|cause|problem|probleme|issue|risk|risque)/;

/** Which columns hold the action and what it is against: by their headings, else the last and the first. */
const columnsOf = (
  header: readonly string[],
): { readonly text: number; readonly against: number } => {
  const plain = header.map((cell) => plainWords(cell));
  const text = plain.findIndex((cell) => ACTION.test(cell));
  const against = plain.findIndex((cell) => AGAINST.test(cell));
  if (text >= 0) return { text, against };
  return { text: Math.max(0, header.length - 1), against: header.length > 1 ? 0 : -1 };
};

const actionsIn = ({ blocks }: Section): readonly WrittenAction[] =>
  blocks.flatMap(({ text }) => {
    const table = tableRows(text);
    if (!table) return isNothing(text) ? [] : [{ text: trimmedFact(plainText(text)) }];
    const columns = columnsOf(table.header);
    const rows = table.rows.map((row) => {
      const against = row[columns.against] ?? '';
      const others = row.filter(
        (cell, at) => cell !== '' && at !== columns.text && at !== columns.against,
      );
      const action = [row[columns.text] ?? '', ...others].filter((cell) => cell !== '').join(' | ');
      return { text: action === '' ? against : action, ...(against !== '' && { against }) };
    });
    return table.rest === '' ? rows : [{ text: trimmedFact(table.rest) }, ...rows];
  });

/** Makes the claims of the actions, one for each row or item, matched across languages by their order. */
export const actionClaims = (postmortem: Postmortem): void => {
  const byLanguage = new Map<string, WrittenAction[]>();
  for (const { language, section } of sectionsOf(postmortem, 'actions')) {
    const before = byLanguage.get(language) ?? [];
    for (const action of actionsIn(section)) if (action.text !== '') before.push(action);
    byLanguage.set(language, before);
  }
  const counts = [...byLanguage.values()].map((actions) => actions.length);
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const { reading } = postmortem.page;
  if (counts.some((count) => count !== most)) {
    reading.warn(
      `${postmortem.place}, actions`,
      `the languages list different numbers of actions (${counts.join(', ')}); they are matched by order`,
    );
  }
  for (let index = 0; index < most; index++) {
    const text: Record<string, string> = {};
    const against: Record<string, string> = {};
    for (const [language, actions] of byLanguage) {
      const action = actions[index];
      if (!action) continue;
      text[language] = action.text;
      if (action.against !== undefined) against[language] = action.against;
    }
    reading.add(
      'ActionProposed',
      {
        actionId: `action-${index + 1}`,
        ...(Object.keys(against).length > 0 && { against }),
        text,
      },
      postmortemPlace(postmortem, `action ${index + 1}`, byPublication(postmortem)),
    );
  }
};
