import { byThen } from '../time/momentsAround.ts';
import { actorOf } from '../vendor/actorOf.ts';
import { asWritten, textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';

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
    const assignees = attributes.raw('assignees');
    const first: unknown = Array.isArray(assignees) ? assignees[0] : undefined;
    const handle = typeof first === 'string' ? first : attributes.objects('assignees')[0]?.id('id');
    const owner = actorOf(handle);
    if (handle !== undefined && !owner) {
      leaveOut(attributes.placeOf('assignees'), 'who is to do it is no opaque id');
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
