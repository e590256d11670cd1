import type { Degree } from '../../events/impact.ts';
import type { Source } from '../../primitives/source.ts';
import { byThen, sinceThen } from '../time/momentsAround.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asMade, asWritten, inItsLanguage } from '../vendor/teller.ts';
import type { Intake } from '../vendor/vendorFormat.ts';
import { tellUpdates } from './tellUpdates.ts';

/** The pages that publish these; that of Workspace is told by its products, since nothing else in it names the page. */
const CLOUD = { name: 'Google Cloud status', page: 'https://status.cloud.google.com/' };
const WORKSPACE = {
  name: 'Google Workspace status',
  page: 'https://www.google.com/appsstatus/dashboard/',
};
const OF_WORKSPACE =
  /^(?:Gmail|Admin Console|Classroom|Google (?:Calendar|Chat|Classroom|Docs|Drive|Forms|Groups|Keep|Meet|Sheets|Sites|Slides|Tasks|Voice|Vault))\b/;

const DEGREES: ReadonlyMap<string, Degree> = new Map([
  ['SERVICE_OUTAGE', 'full'],
  ['SERVICE_DISRUPTION', 'partial'],
]);

interface Product {
  readonly id: string;
  readonly title: string | undefined;
}

/** The products hit; a page of one service names that instead. */
const productsOf = (incident: OutsideObject): readonly Product[] => {
  const products = incident.objects('affected_products').flatMap((product) => {
    const id = product.id('id');
    return id === undefined ? [] : [{ id, title: product.text('title') }];
  });
  if (products.length > 0) return products;
  return [{ id: incident.id('service_key') ?? 'main', title: incident.text('service_name') }];
};

const sourceOf = (incident: OutsideObject): Source => {
  const titles = productsOf(incident).map(({ title }) => title ?? '');
  const isWorkspace = titles.some((title) => OF_WORKSPACE.test(title));
  const { name, page } = isWorkspace ? WORKSPACE : CLOUD;
  const uri = incident.text('uri') ?? '';
  const url = uri === '' || /^https?:/.test(uri) ? uri : `${page}${uri}`;
  return { kind: 'status-page', name, ...(url !== '' && { url }) };
};

const tellImpact = (incident: OutsideObject, teller: Teller, statedAt: Told['statedAt']): void => {
  const { time, tell } = teller;
  const degree = DEGREES.get(incident.text('status_impact') ?? '') ?? 'unspecified';
  const [from, to] = [asWritten(time, incident, 'begin'), asWritten(time, incident, 'end')];
  for (const { id, title } of productsOf(incident)) {
    const hit = { impactId: id, ...(title !== undefined && title !== '' && { component: title }) };
    const item = `product/${id}`;
    tell('ImpactStarted', { ...hit, degree }, { item, ...from, statedAt });
    tell('ImpactEnded', hit, { item, ...to, statedAt });
  }
};

const titlesOf = (places: readonly OutsideObject[]): readonly (string | undefined)[] =>
  places.map((place) => place.text('title') ?? place.id('id'));

/** Tells what an incident’s record says. */
export const tellIncident = (
  id: string,
  incident: OutsideObject,
  { whole, time }: Intake,
): void => {
  const title = incident.text('external_desc') ?? '';
  const named = title === '' ? {} : { title: inItsLanguage(title) };
  const modified = time(incident, 'modified');
  const document = {
    incident: id,
    record: `incident/${id}`,
    reads: [incident],
    source: sourceOf(incident),
    ...named,
    statedAt: modified,
  };
  whole(document, (teller) => {
    const { tell } = teller;
    const created = asMade(teller, incident, 'created', 'modified');
    const begun = asWritten(time, incident, 'begin');
    const reference = incident.id('number');
    const numbered = reference !== undefined && { reference };
    tell(
      'Declared',
      { kind: 'incident', ...named, ...numbered },
      {
        item: 'created',
        ...(created.at ? created : { ...begun, at: begun.at && sinceThen(begun.at) }),
      },
    );
    const statedAt = modified && byThen(modified);
    const since = { at: created.at && sinceThen(created.at), statedAt };
    const levels = [
      ['severity', 'severity', 'google-cloud-severity'],
      ['status_impact', 'impact', 'google-cloud-status-impact'],
    ] as const;
    for (const [key, dimension, scale] of levels) {
      const level = incident.text(key);
      if (level === undefined || level === '') continue;
      tell(
        'SeverityAssigned',
        { dimension, scale, level },
        { ...since, item: key, place: incident.placeOf(key) },
      );
    }
    tellImpact(incident, teller, statedAt);
    const ended = asWritten(time, incident, 'end');
    tell('Resolved', {}, { item: 'end', ...ended, statedAt });
    tellUpdates(incident, teller);
    tellDetails(
      teller,
      [
        ['service', incident.text('service_name')],
        ['affected', titlesOf(incident.objects('currently_affected_locations'))],
        ['affected before', titlesOf(incident.objects('previously_affected_locations'))],
      ],
      { ...since, item: 'locations', place: incident.place },
    );
  });
};
