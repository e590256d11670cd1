import type { Detected } from '../../events/awareness.ts';
import type { Moment } from '../../primitives/moment.ts';
import { byThen, sinceThen } from '../time/momentsAround.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { actorOf } from '../vendor/actorOf.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asMade, asWritten, inItsLanguage, textOf } from '../vendor/teller.ts';
import type { Intake } from '../vendor/vendorFormat.ts';
import { tellCustomerImpact } from './tellCustomerImpact.ts';
import { fieldText, fieldValue } from './fieldValue.ts';
import { relatedId } from './relatedId.ts';
import { datadogSource } from './datadogSource.ts';

const DETECTORS: ReadonlyMap<string, NonNullable<Detected['by']>> = new Map([
  ['monitor', 'monitor'],
  ['customer', 'customer'],
  ['employee', 'staff'],
]);

/** Fields with an event of their own. */
const TOLD: ReadonlySet<string> = new Set([
  'severity',
  'state',
  'summary',
  'root_cause',
  'detection_method',
]);

/** What the record says of where the incident stands, in its own field or among those that are defined. */
const stateOf = (attributes: OutsideObject, fields: OutsideObject | undefined): string =>
  (attributes.text('state') ?? fieldText(fields, 'state') ?? '').toLowerCase();

const tellState = (
  attributes: OutsideObject,
  state: string,
  modified: Moment | undefined,
  { time, tell }: Teller,
): void => {
  const told: Told = {
    item: 'state',
    place: attributes.placeOf('state'),
    at: modified && byThen(modified),
    statedAt: modified,
  };
  const resolved = asWritten(time, attributes, 'resolved');
  if (resolved.at) tell('Resolved', {}, { item: 'resolved', ...resolved });
  else if (state === 'resolved' || state === 'completed') tell('Resolved', {}, told);
  if (state === 'stable') tell('Mitigated', {}, told);
  if (state === 'completed') tell('Closed', {}, told);
};

const METRICS: readonly string[] = [
  'time_to_detect',
  'time_to_internal_response',
  'time_to_repair',
  'time_to_resolve',
];

const detailsOf = (
  record: OutsideObject,
  attributes: OutsideObject,
  fields: OutsideObject | undefined,
): readonly (readonly [string, unknown])[] => [
  ['declared by', attributes.id('declared_by_uuid') ?? relatedId(record, 'declared_by_user')],
  ['incident type', attributes.id('incident_type_uuid')],
  ['visibility', attributes.text('visibility')],
  ...METRICS.map((key) => {
    const seconds = attributes.number(key) ?? 0;
    return [key, seconds > 0 ? `${seconds} s` : null] as const;
  }),
  ...(fields?.keys() ?? []).flatMap((key) =>
    TOLD.has(key) ? [] : [[key, fieldValue(fields, key)] as const],
  ),
  ['case id', attributes.id('case_id')],
  ['archived', attributes.id('archived')],
];

const severityOf = (
  attributes: OutsideObject,
  fields: OutsideObject | undefined,
): string | undefined => {
  const level = attributes.text('severity') ?? fieldText(fields, 'severity');
  return level === undefined || level === '' || level === 'UNKNOWN' ? undefined : level;
};

const tellAttributes = (record: OutsideObject, attributes: OutsideObject, teller: Teller): void => {
  const { time, tell } = teller;
  const fields = attributes.object('fields');
  const [created, modified] = [time(attributes, 'created'), time(attributes, 'modified')];
  const made = attributes.has('declared') ? 'declared' : 'created';
  const declared = asMade(teller, attributes, made, 'modified');
  const title = attributes.text('title') ?? '';
  const reference = attributes.id('public_id');
  tell(
    'Declared',
    {
      kind: attributes.flag('is_test') === true ? 'exercise' : 'incident',
      ...(title !== '' && { title: inItsLanguage(title) }),
      ...(reference !== undefined && { reference }),
      ...textOf(fieldText(fields, 'summary')),
    },
    { item: 'declared', ...declared },
  );
  const by = DETECTORS.get((fieldText(fields, 'detection_method') ?? '').toLowerCase());
  const detected = { ...asWritten(time, attributes, 'detected'), statedAt: created };
  tell('Detected', by === undefined ? {} : { by }, { item: 'detected', ...detected });
  tellState(attributes, stateOf(attributes, fields), modified, teller);
  tellCustomerImpact(record, attributes, teller);
  const cause = textOf(fieldText(fields, 'root_cause'));
  const byNow = { at: modified && byThen(modified), statedAt: modified };
  if (cause.text)
    tell('CauseIdentified', cause, {
      item: 'root_cause',
      place: attributes.placeOf('fields'),
      ...byNow,
    });
  const since = { at: created && sinceThen(created), statedAt: modified && byThen(modified) };
  const level = severityOf(attributes, fields);
  if (level !== undefined) {
    const severity = { dimension: 'severity', scale: 'datadog-severity', level } as const;
    tell('SeverityAssigned', severity, {
      ...since,
      item: 'severity',
      place: attributes.placeOf('severity'),
    });
  }
  const commander = actorOf(
    relatedId(record, 'commander_user') ?? attributes.object('commander')?.object('data')?.id('id'),
  );
  if (commander) {
    const told = { ...since, item: 'commander', place: record.placeOf('relationships') };
    tell('RoleAssigned', { responder: commander, role: 'commander' }, told);
  }
  tellDetails(teller, detailsOf(record, attributes, fields), {
    ...since,
    item: 'details',
    place: attributes.place,
  });
};

/** Tells what an incident’s record says. */
export const tellIncident = (id: string, record: OutsideObject, intake: Intake): void => {
  const attributes = record.object('attributes');
  if (!attributes) {
    intake.leaveOut(record.place, 'the incident has no attributes');
    return;
  }
  const title = attributes.text('title') ?? '';
  const document = {
    incident: id,
    record: `incident/${id}`,
    reads: [record],
    source: datadogSource,
    ...(title !== '' && { title: inItsLanguage(title) }),
    statedAt: intake.time(attributes, 'modified'),
  };
  intake.whole(document, (teller) => {
    tellAttributes(record, attributes, teller);
  });
};
