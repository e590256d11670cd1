import type { OutsideObject } from '../json/outsideJson.ts';
import { byThen, sinceThen } from '../time/momentsAround.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import { asMade, asWritten, inItsLanguage } from '../vendor/teller.ts';
import type { Intake } from '../vendor/vendorFormat.ts';
import { pagerdutySource } from './pagerdutySource.ts';

/** Whether a record is what the analytics of PagerDuty keep of an incident, and not the incident itself. */
export const isAnalytics = (record: OutsideObject): boolean =>
  record.has('seconds_to_resolve') || record.has('engaged_seconds') || record.has('service_name');

/** Counts and lengths, in PagerDuty’s own definitions. */
const measuresIn = (record: OutsideObject): readonly (readonly [string, unknown])[] =>
  record
    .keys()
    .filter((key) =>
      /^(?:seconds_to_|major$|auto_resolved$)|_(?:count|seconds|interruptions|notifications)$/.test(
        key,
      ),
    )
    .map((key) => [key.replaceAll('_', ' '), record.raw(key)]);

/** Who did what, by their ids: nothing says when. */
const peopleIn = (record: OutsideObject): readonly (readonly [string, unknown])[] => [
  ['acknowledged by', record.raw('acknowledged_user_ids')],
  ['assigned to', record.raw('assigned_user_ids')],
  ['joined by', record.raw('joined_user_ids')],
  ['resolved by', record.raw('resolved_by_user_id')],
];

/**
 * Tells what the analytics keep of an incident. It is a record beside that of the incident, which says more: neither withdraws
 * what the other tells.
 *
 * @remarks Source: PagerDuty’s REST API schema, AnalyticsRawIncident.
 */
export const tellAnalytics = (id: string, record: OutsideObject, { whole, time }: Intake): void => {
  const updated = time(record, 'updated_at');
  const title = record.filled('description');
  const named = title === undefined ? {} : { title: inItsLanguage(title) };
  const document = {
    incident: id,
    record: `analytics/${id}`,
    reads: [record],
    source: pagerdutySource(),
    ...named,
    statedAt: updated,
  };
  whole(document, (teller) => {
    const { tell } = teller;
    const created = asMade(teller, record, 'created_at', 'updated_at');
    const reference = record.id('incident_number');
    const numbered = reference !== undefined && { reference };
    tell(
      'Declared',
      { kind: 'incident', ...named, ...numbered },
      { item: 'created_at', ...created },
    );
    const known = {
      at: created.at && sinceThen(created.at),
      statedAt: updated && byThen(updated),
    };
    for (const [item, key] of [
      ['priority', 'priority_name'],
      ['urgency', 'urgency'],
    ] as const) {
      const level = record.filled(key);
      if (level === undefined) continue;
      const assigned = { dimension: 'priority', scale: `pagerduty-${item}`, level } as const;
      tell('SeverityAssigned', assigned, { ...known, item, place: record.placeOf(key) });
    }
    tell('Resolved', {}, { item: 'resolved_at', ...asWritten(time, record, 'resolved_at') });
    const lines = [
      ['status', record.text('status')],
      ['service', record.text('service_name')],
      ['escalation policy', record.text('escalation_policy_name')],
      ['team', record.text('team_name')],
      ['incident type', record.text('incident_type_name')],
      ...peopleIn(record),
      ...measuresIn(record),
    ] as const;
    tellDetails(teller, lines, { ...known, item: 'details', place: record.place });
  });
};
