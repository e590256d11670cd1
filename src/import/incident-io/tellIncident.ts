import type { Moment } from '../../primitives/moment.ts';
import { byThen, sinceThen } from '../time/momentsAround.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { actorOf } from '../vendor/actorOf.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asMade, inItsLanguage, inOurWords, textOf } from '../vendor/teller.ts';
import type { Intake } from '../vendor/vendorFormat.ts';
import { customFieldLines } from './customFieldLines.ts';
import { tellMetrics } from './tellMetrics.ts';
import { incidentIoSource } from './incidentIoSource.ts';
import type { TimestampsTold } from './tellTimestamps.ts';
import { tellTimestamps } from './tellTimestamps.ts';

/** Where nothing in the record says when it ended, that it ended is known from its status, by the time it was changed. */
const tellStatus = (
  incident: OutsideObject,
  updated: Moment | undefined,
  { events }: TimestampsTold,
  { tell, warn }: Teller,
): void => {
  const status = incident.object('incident_status');
  // Version 1 has the category alone.
  const first = status ? undefined : incident.text('status');
  const [category, name] = [status?.text('category') ?? first ?? '', status?.text('name') ?? first];
  const isOver = category === 'learning' || category === 'closed' || events.has('Resolved');
  if (isOver && events.has('ImpactStarted') && !events.has('ImpactEnded')) {
    const place = incident.placeOf('incident_timestamp_values');
    warn(place, 'it is over, and no timestamp says when its impact ended: that is left open');
  }
  const place = incident.placeOf(first === undefined ? 'incident_status' : 'status');
  const told: Told = {
    item: 'incident_status',
    place,
    at: updated && byThen(updated),
    statedAt: updated,
  };
  const words = textOf(name);
  if ((category === 'learning' || category === 'closed') && !events.has('Resolved'))
    tell('Resolved', words, told);
  if (category === 'closed' && !events.has('Closed')) tell('Closed', words, told);
  const isCancelled = category === 'declined' || category === 'canceled';
  if (isCancelled && !events.has('Cancelled')) {
    tell(
      'Cancelled',
      { outcome: category === 'declined' ? 'declined' : 'false-alarm', ...words },
      told,
    );
  }
  if (category === 'merged') {
    warn(place, 'it was merged; its record does not say into which incident, its updates do');
    tell('NoteAdded', { text: inOurWords(`status: ${name ?? category}`) }, told);
  }
};

const tellPeople = (
  incident: OutsideObject,
  since: Omit<Told, 'item' | 'place'>,
  { tell, leaveOut }: Teller,
): void => {
  for (const assignment of incident.objects('incident_role_assignments')) {
    const role = assignment.object('role');
    const responder = actorOf(assignment.object('assignee')?.id('id'));
    const name = role?.text('name') ?? '';
    if (!responder || name === '') {
      // A role that nobody has is no fact.
      if (assignment.has('assignee'))
        leaveOut(assignment.place, 'a role needs a name and an opaque id');
      continue;
    }
    const told = { ...since, item: `role/${role?.id('id') ?? name}`, place: assignment.place };
    tell('RoleAssigned', { responder, role: name }, told);
  }
};

/** The mode of most incidents; version 1 calls it otherwise. */
const PLAIN_MODES: ReadonlySet<string> = new Set(['standard', 'real']);

const details = (incident: OutsideObject): readonly (readonly [string, unknown])[] => {
  const issue = incident.object('external_issue_reference');
  return [
    ['status', incident.object('incident_status')?.text('name') ?? incident.text('status')],
    ['incident type', incident.object('incident_type')?.text('name')],
    ['mode', PLAIN_MODES.has(incident.text('mode') ?? '') ? undefined : incident.text('mode')],
    ['visibility', incident.text('visibility')],
    ['channel', incident.text('slack_channel_name')],
    ['call', incident.text('call_url')],
    ['issue', issue?.text('issue_permalink') ?? issue?.text('issue_name')],
    ['post mortem', incident.text('postmortem_document_url')],
    ['workload in minutes', incident.number('workload_minutes_total')],
    ...customFieldLines(incident),
  ];
};

/**
 * Tells what an incident’s record says. When it was opened is when it was declared, but for one written down in retrospect:
 * that had been declared by then.
 */
export const tellIncident = (
  id: string,
  incident: OutsideObject,
  { whole, time }: Intake,
): void => {
  const mode = incident.text('mode');
  const name = incident.text('name') ?? '';
  const named = name === '' ? {} : { title: inItsLanguage(name) };
  const updated = time(incident, 'updated_at');
  const source = incidentIoSource(incident.text('permalink'));
  whole(
    {
      incident: id,
      record: `incident/${id}`,
      reads: [incident],
      source,
      ...named,
      statedAt: updated,
      // What webhooks send may lack the timestamps: then none was withdrawn.
      isPartial: !incident.has('incident_timestamp_values') && !incident.has('timestamps'),
    },
    (teller) => {
      const created = asMade(teller, incident, 'created_at', 'updated_at');
      const reference = incident.id('reference');
      const declared = (told: Told): void => {
        teller.tell(
          'Declared',
          {
            kind: mode === 'test' || mode === 'tutorial' ? 'exercise' : 'incident',
            ...named,
            ...(reference !== undefined && { reference }),
            ...textOf(incident.text('summary')),
          },
          told,
        );
      };
      const opened = mode === 'retrospective' && created.at ? byThen(created.at) : created.at;
      declared({ item: 'created_at', ...created, at: opened });
      const told = tellTimestamps(incident, updated, teller, declared);
      tellStatus(incident, updated, told, teller);
      const since = {
        at: created.at && sinceThen(created.at),
        statedAt: updated && byThen(updated),
      };
      const severity = incident.object('severity')?.text('name');
      if (severity !== undefined && severity !== '') {
        const place = incident.placeOf('severity');
        const level = {
          dimension: 'severity',
          scale: 'incident-io-severity',
          level: severity,
        } as const;
        teller.tell('SeverityAssigned', level, { ...since, item: 'severity', place });
      }
      tellPeople(incident, since, teller);
      tellMetrics(incident, since, teller);
      tellDetails(teller, details(incident), { ...since, item: 'details', place: incident.place });
    },
  );
};
