import type { Importer, ImportError, ImportWarning, ReadItem, ReadOptions } from '../importer.ts';
import type { JsonItem } from '../json/jsonItems.ts';
import { jsonItems } from '../json/jsonItems.ts';
import type { OutsideObject, Warn } from '../json/outsideJson.ts';
import { outsideObject } from '../json/outsideJson.ts';
import type { StatuspageSetting } from './statuspageIncident.ts';
import { statuspageIncident } from './statuspageIncident.ts';
import { componentUpdate } from './statuspageComponent.ts';
import { unknownZone } from '../time/unknownZone.ts';
import { zoneOf } from '../time/zone.ts';

const NAME = 'statuspage-json';
const VERSION = '1';
const HEAD = 65_536;

const PATHS = ['$.page', '$.meta', '$.incidents.*', '$.scheduled_maintenances.*'];

const recognise = (head: string): number => {
  const text = head.slice(0, HEAD);
  if (!/^\uFEFF?\s{0,20}[{[]/.test(text)) return 0;
  // incident.io lists updates under the same name.
  if (/"new_incident_status"\s{0,9}:/.test(text)) return 0;
  if (/"incident_updates"\s{0,9}:/.test(text)) return 0.95;
  if (/"component_update"\s{0,9}:/.test(text)) return 0.9;
  const isPage = /"page"\s{0,9}:\s{0,9}\{/.test(text);
  return isPage && /"(?:incidents?|scheduled_maintenances)"\s{0,9}:/.test(text) ? 0.8 : 0;
};

const LISTS = ['incidents', 'scheduled_maintenances'];

/** Fields that nothing but an incident of Statuspage has together with an id. */
const OWN_FIELDS = ['incident_updates', 'monitoring_at', 'shortlink', 'scheduled_for', 'page_id'];

const isIncident = (value: OutsideObject): boolean =>
  value.has('id') &&
  value.has('status') &&
  OWN_FIELDS.some((key) => value.has(key)) &&
  !value.has('position');

/** An incident as it was found, with what stands around it. */
interface Found {
  readonly value: unknown;
  readonly place: string;
  readonly around: Pick<StatuspageSetting, 'maintenance' | 'partial' | 'seen' | 'version'>;
}

const IN_A_LIST = { maintenance: false, partial: false } as const;

/** The incident that a whole value is or holds: alone, in a webhook, or as a version with the time it was seen. */
const foundIn = (value: OutsideObject, isWebhook: boolean): Found | null => {
  if (value.has('doc')) {
    const [seen, version, kind] = [value.instant('seen'), value.id('commit'), value.text('kind')];
    const around = {
      maintenance: kind?.includes('maintenance') ?? false,
      partial: false,
      ...(seen !== undefined && { seen }),
      ...(version !== undefined && { version }),
    };
    return { value: value.value['doc'], place: value.placeOf('doc'), around };
  }
  for (const key of ['incident', 'scheduled_maintenance', 'maintenance']) {
    if (!value.has(key)) continue;
    const around = { maintenance: key !== 'incident', partial: isWebhook };
    return { value: value.value[key], place: value.placeOf(key), around };
  }
  return null;
};

const otherShape: ImportError = {
  _tag: 'OtherShape',
  place: 'document',
  message: 'nothing in it is an incident of Atlassian Statuspage',
  expected:
    'incidents.json, scheduled-maintenances.json, summary.json, one incident, a webhook, or lines with versions of incidents',
};

const leftOut = (place: string, reason: string): ReadItem => ({
  _tag: 'LeftOut',
  leftOut: { place, reason },
});

/** A warning with the place of what it is about. */
const warned = (place: string, { place: at, message }: ImportWarning): ReadItem => {
  const whole = at === place || at.startsWith(`${place}.`) || at.startsWith(`${place},`);
  return { _tag: 'Warning', warning: { place: whole ? at : `${place}, ${at}`, message } };
};

const silent: Warn = () => {
  // What is the matter is said when the whole is read.
};

/** Reads the values of a document one by one. */
const documentReader = (options: ReadOptions) => {
  let found = 0;
  let lists = 0;
  let page: OutsideObject | undefined;
  let isWebhook = false;
  /** Incidents that came before the page that they are on. */
  let waiting: Found[] = [];
  const seenAt = new Map<string, string>();
  const importer = { name: NAME, version: VERSION };

  const readIncident = function* ({ value, place, around }: Found): Iterable<ReadItem> {
    const warnings: ImportWarning[] = [];
    const warn: Warn = (at, message) => {
      warnings.push({ place: at, message });
    };
    const incident = outsideObject(value, place, warn);
    const [pageId, zone] = [page?.id('id'), page?.text('time_zone')];
    const known =
      incident &&
      statuspageIncident(incident, {
        ...around,
        ...(pageId !== undefined && { pageId }),
        ...(zone !== undefined && { zone }),
        options,
        importer,
      });
    for (const warning of [...warnings, ...(known?.warnings ?? [])]) yield warned(place, warning);
    found += 1;
    if (!known?.document) {
      const reason = known?.reason ?? 'it is no object';
      yield leftOut(place, reason);
      return;
    }
    const { sourceKey, statedAt } = known.document;
    const [before, stated] = [seenAt.get(sourceKey), statedAt?.latest];
    if (before !== undefined && stated !== undefined && stated < before) {
      const message = `this version of ${sourceKey} is older than one before it; where they differ the newer one stays`;
      yield { _tag: 'Warning', warning: { place, message } };
    } else if (stated !== undefined) seenAt.set(sourceKey, stated);
    yield { _tag: 'Document', document: known.document };
  };

  const wholeValue = function* (value: unknown, place: string): Iterable<ReadItem> {
    const warnings: ImportWarning[] = [];
    const whole = outsideObject(value, place, (at, message) => {
      warnings.push({ place: at, message });
    });
    for (const incident of waiting) yield* readIncident(incident);
    waiting = [];
    const one =
      whole &&
      (foundIn(whole, isWebhook) ??
        (isIncident(whole) ? { value, place, around: IN_A_LIST } : null));
    const update =
      whole?.has('component_update') === true
        ? componentUpdate(whole, page?.id('id'), importer)
        : null;
    const isList = LISTS.map((key) => whole?.list(key)).some((list) => list !== undefined);
    for (const warning of warnings) yield warned(place, warning);
    if (one) yield* readIncident(one);
    else if (update) {
      found += 1;
      for (const warning of update.warnings) yield warned(place, warning);
      yield update.document
        ? { _tag: 'Document', document: update.document }
        : leftOut(place, update.reason ?? '');
    } else if (isList) {
      lists += 1;
      if (whole?.has('components')) {
        const reason = 'how components are at present is of no incident';
        yield leftOut(whole.placeOf('components'), reason);
      }
    } else yield leftOut(place, 'it is no incident of Atlassian Statuspage');
    page = undefined;
    isWebhook = false;
  };

  return {
    take: function* ({ at, value, place }: JsonItem): Iterable<ReadItem> {
      if (at === '$' || at === '$.*') yield* wholeValue(value, place);
      else if (at === '$.page') page = outsideObject(value, place, silent);
      else if (at === '$.meta') isWebhook = true;
      else if (at === '$.incidents.*' || at === '$.scheduled_maintenances.*') {
        const around = { ...IN_A_LIST, maintenance: at.startsWith('$.scheduled') };
        const incident = { value, place, around };
        const names = outsideObject(value, place, silent)?.has('page_id') ?? true;
        if (page || names) yield* readIncident(incident);
        else waiting.push(incident);
      }
    },
    end: function* (): Iterable<ReadItem> {
      if (found > 0) return;
      if (lists > 0) {
        const message = 'the document lists no incident';
        yield { _tag: 'Warning', warning: { place: 'document', message } };
      } else yield { _tag: 'Error', error: otherShape };
    },
  };
};

async function* read(
  text: AsyncIterable<string>,
  options: ReadOptions = {},
): AsyncIterable<ReadItem> {
  if (options.zone !== undefined && !zoneOf(options.zone)) {
    yield { _tag: 'Error', error: unknownZone(options.zone) };
    return;
  }
  const reader = documentReader(options);
  for await (const part of jsonItems(text, PATHS)) {
    if (part._tag === 'Item') yield* reader.take(part.item);
    else yield part;
    if (part._tag === 'Error') return;
  }
  yield* reader.end();
}

/**
 * Reads the JSON of Atlassian Statuspage v2: `incidents.json`, `incidents/unresolved.json`, `scheduled-maintenances.json`,
 * `summary.json`, one incident, the body of a webhook, and any number of them one after the other; also versions of incidents, a
 * line `{ kind, seen, commit, doc }` each, or the incidents themselves one after the other, oldest first.
 *
 * @remarks
 * Shape: a document each incident and version. Keys are ids only, so that a later version of an incident corrects, withdraws
 * and adds, and `knownAt` gives back what the page said at any moment at which it was seen. The period of an
 * incident on the page claims nothing about impact; the statuses of components that its updates publish do, by the time
 * they were displayed.
 * Source: https://metastatuspage.com/api and the notifications sent to webhooks.
 * @public
 */
export const statuspageJson: Importer = { name: NAME, version: VERSION, recognise, read };
