import { tellDetails } from '../vendor/tellDetails.ts';
import { asMade, asWritten, inItsLanguage, textOf } from '../vendor/teller.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import type { Take } from '../vendor/vendorFormat.ts';
import { incidentIoSource } from './incidentIoSource.ts';

/** Whether a record is an alert by itself. */
export const isAlert = (record: OutsideObject): boolean =>
  record.has('deduplication_key') || record.has('alert_source_id');

const attributeLines = (alert: OutsideObject): readonly (readonly [string, unknown])[] =>
  alert.objects('attributes').map((entry) => {
    const values = [
      ...(entry.has('value') ? [entry.object('value')] : []),
      ...(entry.has('array_value') ? entry.objects('array_value') : []),
    ];
    const name = entry.object('attribute')?.text('name') ?? 'attribute';
    return [name, values.map((value) => value?.text('label') ?? value?.text('literal'))];
  });

/** Takes an alert, which is an incident of its own: no record of it says which incident it was attached to. */
export const takeAlertRecord: Take = (alert, intake) => {
  if (!isAlert(alert)) return false;
  const id = alert.id('id');
  if (id === undefined) {
    intake.leaveOut(alert.place, 'the alert has no id: it is what was sent to incident.io');
    return true;
  }
  const title = alert.text('title') ?? '';
  const updated = intake.time(alert, 'updated_at');
  const document = {
    incident: `alert-${id}`,
    record: `alert/${id}`,
    reads: [alert],
    source: incidentIoSource(alert.text('source_url')),
    ...(title !== '' && { title: inItsLanguage(title) }),
    statedAt: updated,
  };
  intake.whole(document, (teller) => {
    const created = asMade(teller, alert, 'created_at', 'updated_at');
    const said = textOf(title, alert.text('description'));
    teller.tell('AlertRaised', { alertId: id, ...said }, { item: 'created_at', ...created });
    const resolved = asWritten(teller.time, alert, 'resolved_at');
    const isResolved = alert.text('status') === 'resolved';
    if (isResolved && !resolved.at) {
      teller.warn(alert.placeOf('status'), 'it is resolved, and nothing says when');
    }
    teller.tell('Resolved', {}, { item: 'resolved_at', ...resolved });
    const lines = [
      ['alert source', alert.id('alert_source_id')],
      ['deduplication key', alert.id('deduplication_key')],
      ...attributeLines(alert),
    ] as const;
    tellDetails(teller, lines, { ...created, item: 'details', place: alert.place });
  });
  return true;
};
