import { IncidentId } from '../../primitives/ids.ts';
import type { Moment } from '../../primitives/moment.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { byThen, sinceThen } from '../time/momentsAround.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asMade, asWritten, inItsLanguage, textOf } from '../vendor/teller.ts';
import type { Intake } from '../vendor/vendorFormat.ts';
import { vendorIncidentId } from '../vendor/vendorReading.ts';
import { incidentDetails, summaryOf } from './incidentDetails.ts';
import { pagerdutySource } from './pagerdutySource.ts';
import { referenced } from './referenced.ts';

const tellEnd = (incident: OutsideObject, teller: Teller): void => {
  const { time, tell, warn } = teller;
  const reason = incident.object('resolve_reason');
  const resolved = asWritten(time, incident, 'resolved_at');
  const status = incident.text('status') ?? 'resolved';
  if (resolved.at === undefined && incident.raw('status') !== 'resolved') return;
  if (status !== 'resolved') {
    warn(incident.placeOf('status'), `it is "${status}", yet it says when it was resolved`);
  }
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

/** What is said of it beside its title, once: older records repeat the title as the description. */
const wordsIn = (incident: OutsideObject, title: string | undefined): ReturnType<typeof textOf> => {
  const said = [incident.text('description'), incident.object('body')?.text('details')];
  return textOf(...new Set(said.filter((text) => text !== title)));
};

/**
 * Tells what an incident’s record says.
 *
 * @param seen - When it said so, where the record does not.
 */
export const tellIncident = (
  id: string,
  incident: OutsideObject,
  { whole, time }: Intake,
  seen?: Moment,
): void => {
  const title = incident.text('title') ?? incident.text('summary');
  const named = title === undefined || title === '' ? {} : { title: inItsLanguage(title) };
  const source = pagerdutySource(incident.text('html_url'));
  const updated = time(incident, 'updated_at') ?? seen;
  const document = {
    incident: id,
    record: `incident/${id}`,
    reads: [incident],
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
        ...wordsIn(incident, title),
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
    const told = { ...known, item: 'details', place: incident.place };
    tellDetails(teller, incidentDetails(incident), told);
  });
};
