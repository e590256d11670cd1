import type { Told } from '../vendor/teller.ts';
import { asWritten, textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';
import { tellTurn } from './tellUpdates.ts';

/**
 * Tells what a webhook says of a change of status: it has no id or time of its own, so that it goes by when the incident
 * was changed by it.
 */
export const tellStatusChange: Gathered['tell'] = (_, changes, teller) => {
  for (const change of changes) {
    const incident = change.object('incident');
    const updated = incident && asWritten(teller.time, incident, 'updated_at');
    const [before, now] = [change.object('previous_status'), change.object('new_status')];
    const status = now?.text('name') ?? '';
    const at = updated?.at;
    if (!at || status === '') {
      teller.leaveOut(change.place, 'a change of status needs the new one and a time');
      continue;
    }
    const item = `status/${at.earliest ?? ''}`;
    const told: Told = { ...updated, item, place: change.place };
    const said = textOf(change.text('message'));
    teller.tell('StatusPublished', { status, audience: 'internal', ...said }, told);
    tellTurn(change, before?.text('category') ?? '', now?.text('category') ?? '', told, teller);
  }
};
