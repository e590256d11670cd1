import { byThen, sinceThen } from '../time/momentsAround.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import type { Teller } from '../vendor/teller.ts';
import { asMade, asWritten, inItsLanguage, textOf } from '../vendor/teller.ts';
import type { Intake } from '../vendor/vendorFormat.ts';
import { detailsOf, tellTriage } from './tellTriage.ts';
import { opsgenieSource } from './opsgenieSource.ts';

/** Tells the impact, which people set: for each service named, else for the whole. */
const tellImpact = (incident: OutsideObject, { time, tell }: Teller): void => {
  const [from, to] = ['impactStartDate', 'impactEndDate'].map((key) => ({
    ...asWritten(time, incident, key),
    statedAt: undefined,
  }));
  const services = incident.has('impactedServices') ? incident.texts('impactedServices') : [];
  const hits =
    services.length === 0
      ? [{ impactId: 'main' }]
      : services.map((component) => ({ impactId: `service/${component}`, component }));
  for (const hit of hits) {
    if (from) tell('ImpactStarted', hit, { item: hit.impactId, ...from });
    if (to) tell('ImpactEnded', hit, { item: hit.impactId, ...to });
  }
};

/** Tells what an incident’s record says; when it was resolved or closed, its timeline says, the record only that it was. */
export const tellIncident = (
  id: string,
  incident: OutsideObject,
  { whole, time }: Intake,
): void => {
  const title = incident.text('message') ?? '';
  const named = title === '' ? {} : { title: inItsLanguage(title) };
  const updated = time(incident, 'updatedAt');
  const document = {
    incident: id,
    record: `incident/${id}`,
    reads: [incident],
    source: opsgenieSource(incident.object('links')?.text('web')),
    ...named,
    statedAt: updated,
  };
  whole(document, (teller) => {
    const { tell } = teller;
    const created = asMade(teller, incident, 'createdAt', 'updatedAt');
    const reference = incident.id('tinyId');
    tell(
      'Declared',
      {
        kind: 'incident',
        ...named,
        ...(reference !== undefined && { reference }),
        ...textOf(incident.text('description')),
      },
      { item: 'createdAt', ...created },
    );
    tellImpact(incident, teller);
    tell(
      'Detected',
      {},
      {
        item: 'impactDetectDate',
        ...asWritten(time, incident, 'impactDetectDate'),
        statedAt: undefined,
      },
    );
    const status = incident.text('status');
    const changed = {
      item: 'status',
      place: incident.placeOf('status'),
      at: updated && byThen(updated),
      statedAt: updated,
    };
    if (status === 'resolved' || status === 'closed') tell('Resolved', {}, changed);
    if (status === 'closed') tell('Closed', {}, changed);
    const since = { at: created.at && sinceThen(created.at), statedAt: updated && byThen(updated) };
    tellTriage(incident, since, teller);
    const entry = incident.object('statusPageEntry');
    tellDetails(
      teller,
      [
        ...detailsOf(incident, teller),
        ['status page', entry?.text('title')],
        ['status page detail', entry?.text('detail')],
      ],
      { ...since, item: 'details', place: incident.place },
    );
  });
};
