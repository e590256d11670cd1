import type { Actor } from '../../primitives/actor.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { outsideObject } from '../json/outsideJson.ts';
import { byThen } from '../time/momentsAround.ts';
import { actorOf } from '../vendor/actorOf.ts';
import { asWritten, textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';

/** Who is to do it: handles, or users of a chat; those without an opaque id are left out. */
const assigneesOf = (
  attributes: OutsideObject,
  leaveOut: (place: string, reason: string) => void,
): readonly Actor[] =>
  (attributes.list('assignees') ?? []).flatMap((assignee, index) => {
    const place = `${attributes.placeOf('assignees')}[${index}]`;
    const user = outsideObject(assignee, place, () => {});
    const actor = actorOf(typeof assignee === 'string' ? assignee : user?.id('id'));
    if (!actor) leaveOut(place, 'who is to do it is no opaque id');
    return actor ?? [];
  });

/** Tells the tasks of an incident; `completed` is when, or only that. */
export const tellTodos: Gathered['tell'] = (_, records, { time, tell, leaveOut }) => {
  for (const record of records) {
    const actionId = record.id('id');
    const attributes = record.object('attributes');
    if (actionId === undefined || !attributes) {
      leaveOut(record.place, 'a task needs an id and attributes');
      continue;
    }
    const item = `todo/${actionId}`;
    const dueAt = time(attributes, 'due_date')?.earliest;
    const [owner, ...others] = assigneesOf(attributes, leaveOut);
    if (others.length > 0) {
      const also = others.map(({ id }) => id).join(', ');
      leaveOut(attributes.placeOf('assignees'), `an action has one owner; others are ${also}`);
    }
    const said = textOf(attributes.text('content'));
    const proposed = {
      actionId,
      ...(owner && { owner }),
      ...(dueAt !== undefined && { dueAt }),
      ...said,
    };
    tell('ActionProposed', proposed, { item, ...asWritten(time, attributes, 'created') });
    const completed = attributes.raw('completed');
    if (completed === undefined || completed === false) continue;
    const modified = asWritten(time, attributes, 'modified');
    const done =
      completed === true
        ? { ...modified, at: modified.at && byThen(modified.at) }
        : asWritten(time, attributes, 'completed');
    tell('ActionCompleted', { actionId }, { item, ...done });
  }
};
