import { asWritten, inItsLanguage, textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';
import { incidentIoSource } from './incidentIoSource.ts';

/** Tells the alerts that were attached to an incident: when each was raised, and as a note when it was resolved. */
export const tellAlerts: Gathered['tell'] = (_, records, { time, tell, leaveOut }) => {
  for (const record of records) {
    const alert = record.object('alert');
    const id = alert?.id('id');
    const raised = alert && asWritten(time, alert, 'created_at');
    if (!alert || id === undefined || !raised?.at) {
      leaveOut(record.place, 'an alert needs an id and a time');
      continue;
    }
    const item = `alert/${record.id('id') ?? id}`;
    const source = incidentIoSource(alert.text('source_url'));
    const title = alert.text('title') ?? '';
    const said = textOf(title, alert.text('description'));
    tell('AlertRaised', { alertId: id, ...said }, { item, ...raised, source });
    const text = inItsLanguage(`alert resolved: ${title}`);
    const resolved = { item, ...asWritten(time, alert, 'resolved_at'), source };
    tell('NoteAdded', { text }, resolved);
  }
};
