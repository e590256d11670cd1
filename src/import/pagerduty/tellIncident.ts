import { IncidentId } from '../../primitives/ids.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { byThen, sinceThen } from '../time/momentsAround.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asMade, asWritten, inItsLanguage, textOf } from '../vendor/teller.ts';
import type { Intake } from '../vendor/vendorFormat.ts';
import { vendorIncidentId } from '../vendor/vendorReading.ts';
import { pagerdutySource } from './pagerdutySource.ts';
import { referenced } from './referenced.ts';

/** What a reference shows to people. */
const summaryOf = (reference: OutsideObject | undefined): string | undefined =>
  reference?.text('summary') ?? reference?.text('name');

const tellEnd = (incident: OutsideObject, teller: Teller): void => {
  const { time, tell, warn } = teller;
  const reason = incident.object('resolve_reason');
  const resolved = asWritten(time, incident, 'resolved_at');
  const isResolved = resolved.at !== undefined || incident.text('status') === 'resolved';
  if (!isResolved) return;
  const changed = asWritten(time, incident, 'last_status_change_at');
  const told: Told = { item: 'resolved_at', ...(resolved.at ? resolved : changed) };
  if (!told.at) warn(incident.placeOf('status'), 'it is resolved, and nothing says when');
  const target = reason?.object('incident')?.id('id');
  const into = target === undefined ? null : vendorIncidentId('pagerduty', target);
  if (reason?.text('type')?.startsWith('merge') === true && IncidentId.is(into)) {
    tell('Merged', { into }, told);
  } else tell('Resolved', {}, told);
};

const tellResponders = (incident: OutsideObject, { time, tell }: Teller): void => {
  for (const request of incident.objects('incidents_responders')) {
    const responder = referenced(request.object('user'));
    const state = request.text('state') ?? '';
    const item = `responder/${responder?.id ?? request.place}`;
    const text = textOf(request.text('message'));
    if (state === 'joined' && responder) {
      tell(
        'ResponderJoined',
        { responder, ...text },
        { item, ...asWritten(time, request, 'updated_at') },
      );
    } else {
      const at = request.has('updated_at') ? 'updated_at' : 'requested_at';
      const said = inItsLanguage(
        [`responder ${state}`, request.text('message')].filter(Boolean).join(': '),
      );
      tell('NoteAdded', { text: said }, { item, ...asWritten(time, request, at) });
    }
  }
};

/** Tells what an incident’s record says. */
export const tellIncident = (
  id: string,
  incident: OutsideObject,
  { whole, time }: Intake,
): void => {
  const title = incident.text('title') ?? incident.text('summary');
  const named = title === undefined || title === '' ? {} : { title: inItsLanguage(title) };
  const source = pagerdutySource(incident.text('html_url'));
  const updated = time(incident, 'updated_at');
  const document = {
    incident: id,
    record: `incident/${id}`,
    place: incident.place,
    source,
    ...named,
    statedAt: updated,
  };
  whole(document, (teller) => {
    const { tell } = teller;
    const created = asMade(teller, incident, 'created_at', 'updated_at');
    const reference = incident.id('incident_number') ?? incident.id('number');
    tell(
      'Declared',
      {
        kind: 'incident',
        ...named,
        ...(reference !== undefined && { reference }),
        ...textOf(incident.object('body')?.text('details')),
      },
      { item: 'created_at', ...created },
    );
    const known: Omit<Told, 'item' | 'place'> = {
      at: created.at && sinceThen(created.at),
      statedAt: updated && byThen(updated),
    };
    const priority = summaryOf(incident.object('priority'));
    if (priority !== undefined && priority !== '') {
      const told = { ...known, item: 'priority', place: incident.placeOf('priority') };
      tell(
        'SeverityAssigned',
        { dimension: 'priority', scale: 'pagerduty-priority', level: priority },
        told,
      );
    }
    const urgency = incident.text('urgency');
    if (urgency !== undefined && urgency !== '') {
      const told = { ...known, item: 'urgency', place: incident.placeOf('urgency') };
      tell(
        'SeverityAssigned',
        { dimension: 'priority', scale: 'pagerduty-urgency', level: urgency },
        told,
      );
    }
    tellResponders(incident, teller);
    tellEnd(incident, teller);
    const bridge = incident.object('conference_bridge');
    tellDetails(
      teller,
      [
        ['service', summaryOf(incident.object('service'))],
        ['escalation policy', summaryOf(incident.object('escalation_policy'))],
        ['teams', incident.objects('teams').map(summaryOf)],
        ['incident key', incident.id('incident_key')],
        ['incident type', summaryOf(incident.object('incident_type'))],
        ['conference', bridge?.text('conference_url') ?? bridge?.text('conference_number')],
      ],
      { ...known, item: 'details', place: incident.place },
    );
  });
};
