import type { Actor } from '../../primitives/actor.ts';
import { incidentId } from '../../primitives/ids.ts';
import type { Instant } from '../../primitives/instant.ts';
import { byPublication, postmortemPlace } from '../prose/postmortem.ts';
import type { Postmortem } from '../prose/postmortem.ts';
import type { DocumentPart } from './documentPart.ts';
import type { DueWithin } from './actionDue.ts';
import type { TimeMark } from '../time/timeMark.ts';
import { actionsIn, asides } from './writtenActions.ts';

/**
 * Makes the claims of the follow-ups, one for each item or row, matched across languages by their order.
 *
 * @param dueOf - When a day by which something is to be done is over.
 * @param dueAfter - When so many days behind the publication are over.
 */
export const documentActions = (
  postmortem: Postmortem,
  parts: readonly DocumentPart[],
  document: string,
  dueOf: (mark: TimeMark) => Instant | undefined,
  dueAfter: (within: DueWithin) => Instant | undefined,
): void => {
  const { reading, notation } = postmortem.page;
  const known = parts.map(({ language, sections }) => {
    const own = sections.filter(({ kind }) => kind === 'actions');
    const hasItems = own.some(({ blocks }) =>
      blocks.some(({ kind }) => kind === 'item' || kind === 'row'),
    );
    return {
      language,
      actions: own.flatMap((section) => actionsIn(section, hasItems, notation)),
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
    const { done, dropped, owner, due, within, url, line } = first.action;
    const dueAt = due ? dueOf(due) : within && dueAfter(within);
    if (within && !due)
      reading.warnOnce(
        `line ${line}`,
        'due within',
        dueAt === undefined
          ? `the document does not tell what "${within.written}" and the like count from; they are kept as written only`
          : `"${within.written}" and the like are counted from the publication`,
      );
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
        ...(dueAt !== undefined && { dueAt }),
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
