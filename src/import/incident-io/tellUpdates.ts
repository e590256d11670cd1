import type { OutsideObject } from '../json/outsideJson.ts';
import { byThen } from '../time/momentsAround.ts';
import { byTime } from '../vendor/byTime.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asWritten, textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';
import { vendorIncidentId } from '../vendor/vendorReading.ts';

/** The categories of a status in which the incident is not under way; there are others than those known in which it is. */
const isOver = (category: string): boolean => ['learning', 'closed'].includes(category);
const isUnderWay = (category: string): boolean =>
  category !== '' && !isOver(category) && !['declined', 'canceled', 'merged'].includes(category);

/**
 * Tells what the change from one category of status to another says.
 *
 * @param before - The category before; empty where it is not known, as for the first update of a page of them: then it was
 *   resolved by that time, since it can have been so for long.
 */
export const tellTurn = (
  update: OutsideObject,
  before: string,
  now: string,
  told: Told,
  { tell, warn }: Teller,
): void => {
  if (before === now) return;
  if (isOver(before) && isUnderWay(now)) tell('Reopened', {}, told);
  if (isOver(now) && !isOver(before)) {
    tell('Resolved', {}, { ...told, at: before === '' && told.at ? byThen(told.at) : told.at });
  }
  if (now === 'closed') tell('Closed', {}, told);
  if (now === 'declined') tell('Cancelled', { outcome: 'declined' }, told);
  if (now === 'canceled') tell('Cancelled', { outcome: 'false-alarm' }, told);
  if (now !== 'merged') return;
  const target = update.id('merged_into_incident_id');
  const into = target === undefined ? null : vendorIncidentId('incident-io', target);
  if (into) tell('Merged', { into }, told);
  else warn(update.place, 'it was merged, and nothing says into which incident');
};

/**
 * Tells the updates of an incident: what each wrote, and what changed with it. They are told in the order of their times,
 * since an update says the status it leaves, not the one that it found.
 */
export const tellUpdates: Gathered['tell'] = (_, records, teller) => {
  const dated = byTime(records, (update) => asWritten(teller.time, update, 'created_at'));
  let before = '';
  for (const { record: update, told: at } of dated) {
    const item = update.id('id');
    if (item === undefined || !at.at) {
      teller.leaveOut(update.place, 'an update needs an id and a time');
      continue;
    }
    const told: Told = { item, ...at, place: update.place };
    const status = update.object('new_incident_status');
    const [name, category] = [status?.text('name') ?? '', status?.text('category') ?? ''];
    const message = textOf(update.text('message'));
    if (name === '' && message.text) teller.tell('NoteAdded', { text: message.text }, told);
    if (name !== '') {
      teller.tell('StatusPublished', { status: name, audience: 'internal', ...message }, told);
    }
    tellTurn(update, before, category, told, teller);
    if (category !== '') before = category;
    const severity = update.object('new_severity')?.text('name');
    if (severity !== undefined && severity !== '') {
      const level = {
        dimension: 'severity',
        scale: 'incident-io-severity',
        level: severity,
      } as const;
      teller.tell('SeverityAssigned', level, told);
    }
  }
};
