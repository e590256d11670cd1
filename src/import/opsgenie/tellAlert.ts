import { instantOfMs, msOf } from '../../primitives/instant.ts';
import type { Moment } from '../../primitives/moment.ts';
import { byThen, sinceThen } from '../time/momentsAround.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asMade, inItsLanguage, textOf } from '../vendor/teller.ts';
import type { Intake } from '../vendor/vendorFormat.ts';
import { detailsOf, NO_ID, tellTriage } from './tellTriage.ts';
import { opsgenieSource } from './opsgenieSource.ts';

/** The last day that an instant can be on. */
const LAST_MS = Date.UTC(9999, 11, 31);

/** The time that a report says as so many milliseconds since the alert was created. */
const reported = (
  created: Moment | undefined,
  report: OutsideObject | undefined,
  key: string,
): Moment | undefined => {
  const ms = report?.number(key);
  if (ms === undefined || ms < 0 || !created?.earliest || !created.latest) return undefined;
  if (msOf(created.latest) + ms > LAST_MS) return undefined;
  return {
    earliest: instantOfMs(msOf(created.earliest) + ms),
    latest: instantOfMs(msOf(created.latest) + ms),
    written: `${key} ${ms}`,
  };
};

/** Tells that an alert was acknowledged and closed: by its report to the millisecond, else by its status. */
const tellReport = (
  id: string,
  alert: OutsideObject,
  created: Moment | undefined,
  updated: Moment | undefined,
  { tell, leaveOut }: Teller,
): void => {
  const report = alert.object('report');
  for (const key of ['acknowledgedBy', 'closedBy']) {
    if (report?.has(key) === true) leaveOut(report.placeOf(key), NO_ID);
  }
  const told = (key: string): Told => {
    const at = reported(created, report, key);
    const known = at ?? (updated && byThen(updated));
    return {
      item: key,
      place: report?.placeOf(key) ?? alert.place,
      at: known,
      statedAt: at ?? updated,
    };
  };
  const isAcknowledged = alert.raw('acknowledged') === true || report?.has('ackTime') === true;
  if (isAcknowledged) tell('Acknowledged', { alertId: id }, told('ackTime'));
  if (alert.raw('status') === 'closed' || report?.has('closeTime') === true)
    tell('Resolved', {}, told('closeTime'));
};

/** Tells what an alert’s record says. */
export const tellAlert = (id: string, alert: OutsideObject, { whole, time }: Intake): void => {
  const title = alert.text('message') ?? '';
  const named = title === '' ? {} : { title: inItsLanguage(title) };
  const updated = time(alert, 'updatedAt');
  const document = {
    incident: id,
    record: `alert/${id}`,
    reads: [alert],
    source: opsgenieSource(),
    ...named,
    statedAt: updated,
  };
  whole(document, (teller) => {
    const created = asMade(teller, alert, 'createdAt', 'updatedAt');
    const integration = alert.object('integration');
    const monitor = integration?.text('name') ?? integration?.text('type');
    const raised = {
      alertId: id,
      ...(monitor !== undefined && monitor !== '' && { monitor }),
      ...textOf(title, alert.text('description')),
    };
    teller.tell('AlertRaised', raised, { item: 'createdAt', ...created });
    tellReport(id, alert, created.at, updated, teller);
    const since = { at: created.at && sinceThen(created.at), statedAt: updated && byThen(updated) };
    tellTriage(alert, since, teller);
    tellDetails(
      teller,
      [
        ['tiny id', alert.id('tinyId')],
        ...detailsOf(alert, teller),
        ['count', alert.number('count')],
        ['last occurred', alert.id('lastOccurredAt') ?? alert.id('lastOccuredAt')],
        ['snoozed until', alert.raw('snoozed') === true ? alert.id('snoozedUntil') : null],
      ],
      { ...since, item: 'details', place: alert.place },
    );
  });
};
