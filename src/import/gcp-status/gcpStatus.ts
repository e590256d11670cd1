import type { Importer } from '../importer.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { jsonHead } from '../vendor/jsonHead.ts';
import type { Take, VendorFormat } from '../vendor/vendorFormat.ts';
import { vendorImporter } from '../vendor/vendorImporter.ts';
import { tellIncident } from './tellIncident.ts';

const recognise = (head: string): number => {
  const seen = jsonHead(head);
  if (!seen) return 0;
  return seen.has('external_desc') ||
    seen.has('status_impact', 'begin') ||
    seen.has('most_recent_update', 'begin')
    ? 0.95
    : 0;
};

/** Until 2021 incidents had no ids, and numbers for each service. */
const numberOf = (incident: OutsideObject): string | undefined => {
  const [service, number] = [incident.id('service_key'), incident.id('number')];
  return service === undefined || number === undefined ? undefined : `${service}-${number}`;
};

const takeIncident: Take = (incident, intake) => {
  if (!incident.has('begin') && !incident.has('external_desc')) return false;
  const id = incident.id('id') ?? numberOf(incident);
  if (id === undefined) intake.leaveOut(incident.place, 'the incident has no id');
  else tellIncident(id, incident, intake);
  return true;
};

const format: VendorFormat = {
  name: 'gcp-status',
  version: '1',
  what: 'incidents of the Google Cloud status page',
  recognise,
  lists: { incidents: takeIncident },
  singles: { incident: takeIncident },
  bare: takeIncident,
  gathered: {},
  passedOver: ['service_key', 'public'],
};

/**
 * Reads the `incidents.json` of the Google Cloud status page, which its sister pages (Workspace, Apigee …) have too.
 *
 * @remarks
 * Shape: `begin` and `end` are claims of impact, for each product named; `created` is when the page began to tell of it. An
 * update was published when it was created; the time it shows is kept as a mention. The status `AVAILABLE` is read as
 * `resolved`.
 * Source: https://status.cloud.google.com/incidents.schema.json, as the files that it describes have it.
 * @public
 */
export const gcpStatus: Importer = vendorImporter(format);
