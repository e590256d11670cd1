import type { CoreEvents } from '../../events/core.ts';
import { IncidentId } from '../../primitives/ids.ts';
import type { Instant } from '../../primitives/instant.ts';
import type { Moment } from '../../primitives/moment.ts';
import { exactly } from '../../primitives/moment.ts';
import { bilingual } from '../text/bilingual.ts';
import { withStatus } from '../prose/componentNames.ts';
import { textDigest } from '../../primitives/uuid.ts';
import type { ImportedDocument, ImportWarning, ReadOptions } from '../importer.ts';
import { byThen, sinceThen } from '../time/momentsAround.ts';
import type { OutsideObject, Warn } from '../json/outsideJson.ts';
import { publishedUpdates } from './publishedUpdates.ts';
import type { Reading } from '../reading.ts';
import { newReading } from '../reading.ts';
import { statuspageExtras } from './statuspageExtras.ts';
import type { ListedComponent } from './statuspageImpacts.ts';
import { statuspageImpacts } from './statuspageImpacts.ts';
import { statedIn, updatesForImpacts } from './statedIn.ts';
import type { StatuspageUpdate } from './statuspageUpdates.ts';
import { statuspageUpdates } from './statuspageUpdates.ts';
import { isIncidentStatus, isMaintenanceStatus, statusWord } from '../prose/statusWords.ts';

/** What is known of an incident beside its own fields. */
export interface StatuspageSetting {
  /** Id of the page; absent where nothing names it. */
  readonly pageId?: string;
  /** The zone that the page is in. */
  readonly zone?: string;
  /** When this version of it was seen. */
  readonly seen?: Instant;
  /** Which version it is, such as a commit. */
  readonly version?: string;
  /** Whether it stands in a list of planned work. */
  readonly maintenance: boolean;
  /** Whether it comes with its latest update only, as a webhook does. */
  readonly partial: boolean;
  /** What the reader was told. */
  readonly options: ReadOptions;
  /** What reads it. */
  readonly importer: ImportedDocument['importer'];
}

/** An incident read, or why it was left out. */
export interface StatuspageIncident {
  /** The document. */
  readonly document?: ImportedDocument;
  /** Why there is none. */
  readonly reason?: string;
  /** What was not understood. */
  readonly warnings: readonly ImportWarning[];
}

const byDisplay = (a: StatuspageUpdate, b: StatuspageUpdate): number =>
  a.displayed < b.displayed ? -1 : a.displayed > b.displayed ? 1 : 0;

const listedComponents = (incident: OutsideObject): readonly ListedComponent[] =>
  incident.objects('components').flatMap((component): readonly ListedComponent[] => {
    const id = component.id('id');
    const [name, status] = [component.text('name') ?? id ?? '', component.text('status')];
    if (id === undefined || name === '' || component.flag('group') === true) return [];
    return [{ id, component: status === undefined ? { name } : withStatus(name, status) }];
  });

const isOver = (incident: OutsideObject, status: string): boolean =>
  incident.has('resolved_at') || ['resolved', 'completed', 'postmortem'].includes(status);

/** The claim that the page has the incident, and how bad it calls it. */
const headClaims = (
  incident: OutsideObject,
  kind: CoreEvents['Declared']['kind'],
  created: Instant,
  place: Parameters<Reading['add']>[2],
  reading: Reading,
): void => {
  const started = incident.instant('started_at');
  const title = incident.text('name')?.trim() ?? '';
  if (title === '') reading.warn('name', 'the incident has no name');
  reading.add(
    'Declared',
    { kind, ...(title !== '' && { title: bilingual(title) }) },
    {
      ...place,
      occurredAt: {
        ...(started !== undefined && started <= created && { earliest: started }),
        latest: created,
      },
    },
  );
  const [impact, override] = [incident.text('impact'), incident.text('impact_override')];
  const level = override ?? impact;
  if (level === undefined || level === '') return;
  if (impact !== undefined && override !== undefined && impact !== override) {
    reading.warn('impact_override', `the page shows the impact "${override}", not "${impact}"`);
  }
  reading.add(
    'SeverityAssigned',
    { dimension: 'impact', scale: 'public', level },
    { ...place, occurredAt: sinceThen(exactly(created)) },
  );
};

const windowClaim = (
  incident: OutsideObject,
  listed: readonly ListedComponent[],
  place: Parameters<Reading['add']>[2],
  reading: Reading,
): void => {
  const [from, to] = [incident.instant('scheduled_for'), incident.instant('scheduled_until')];
  if (from === undefined && to === undefined) return;
  if (from === undefined || to === undefined || from >= to) {
    reading.warn(
      'scheduled_for',
      'the planned window has no start before its end; no claim is made of it',
    );
    return;
  }
  const components = listed
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ component }) => component.name);
  reading.add(
    'MaintenanceScheduled',
    { window: { from, to }, ...(components.length > 0 && { components }) },
    place,
  );
};

/**
 * Reads an incident or a maintenance of Atlassian Statuspage, as it stands in a list, alone or in a webhook.
 *
 * @remarks
 * Shape: keys are the page's id and the incident's, and the ids of its updates; never a name, a text, a time or an order.
 * The statement time of an update is when it was created, or, in a version seen later, between that and then; of a version, when
 * it was seen, else last updated. `started_at` to `resolved_at` is the page's own period and no impact.
 */
export const statuspageIncident = (
  incident: OutsideObject,
  setting: StatuspageSetting,
): StatuspageIncident => {
  const reading = newReading();
  const { warnings } = reading;
  const warn: Warn = (place, message) => {
    reading.warn(place, message);
  };
  const { options, importer, seen, partial } = setting;
  const id = incident.id('id');
  const pageId = incident.id('page_id') ?? setting.pageId;
  const key = pageId === undefined ? id : `${pageId}-${id ?? ''}`;
  if (id === undefined || !IncidentId.is(key)) {
    return { reason: 'the incident has no id that can be one', warnings };
  }
  if (pageId === undefined) reading.warnOnce('page', 'page', 'nothing names the id of the page');
  const { updates, complete } = statuspageUpdates(incident, warn);
  const updated = incident.instant('updated_at');
  const created =
    incident.instant('created_at') ?? incident.instant('started_at') ?? updates[0]?.created;
  if (created === undefined) return { reason: 'the incident has no time of creation', warnings };

  const written = updates.flatMap((update) => update.created ?? []);
  const version =
    seen ??
    (updated && [created, ...written].reduce((last, at) => (at > last ? at : last), updated));
  const times = { seen, version };
  const status = statusWord(incident.text('status') ?? '');
  const first = updates[0]?.status ?? status;
  // Of an incident during which components are under maintenance, the impact is so called, too.
  const maintenance =
    setting.maintenance ||
    incident.has('scheduled_for') ||
    isMaintenanceStatus(first) ||
    (incident.text('impact') === 'maintenance' && !isIncidentStatus(first));
  const listed = listedComponents(incident);
  const url = incident.text('shortlink') ?? incident.text('url');
  const name = pageId ?? 'status page';
  const locatorOf = (item: string): string =>
    setting.version === undefined ? item : `${item}, version ${setting.version}`;
  const source = { kind: 'status-page', name, ...(url !== undefined && { url }) } as const;
  const place = {
    occurredAt: byThen(exactly(created)),
    statedAt: statedIn(times, created),
    source: { ...source, locator: locatorOf('incident') },
    item: 'incident',
  };
  // A name and an impact can be edited without a trace: certain is only that they stood there in this version.
  const head = { ...place, statedAt: { ...place.statedAt, ...(version && { latest: version }) } };
  headClaims(incident, maintenance ? 'maintenance' : 'incident', created, head, reading);
  windowClaim(incident, listed, head, reading);

  const quiet = maintenance || incident.text('impact') === 'none';
  const { claims, impacts } = statuspageImpacts(
    partial ? updatesForImpacts(updates, created) : updates,
    quiet || partial ? [] : listed,
    isOver(incident, status),
  );
  const statedOf = ({ created: at, displayed, changed }: StatuspageUpdate): Moment =>
    at === undefined && version !== undefined
      ? byThen(exactly(version))
      : statedIn(times, at ?? displayed, changed);
  for (const { type, data, occurredAt, item, update } of maintenance ? [] : claims) {
    const statedAt = update ? statedOf(update) : head.statedAt;
    const said = { occurredAt, statedAt, source: { ...source, locator: locatorOf(item) }, item };
    reading.add(type, data, said);
  }
  for (const { item, displayed, tweet, ...update } of updates) {
    if (tweet === undefined) continue;
    const about = `${item}, tweet`;
    reading.add(
      'NoteAdded',
      { text: bilingual(tweet) },
      {
        occurredAt: exactly(displayed),
        statedAt: statedOf({ item, displayed, ...update }),
        source: { ...source, locator: locatorOf(about) },
        item: about,
      },
    );
  }
  const extras = partial ? [] : statuspageExtras(incident, updates, maintenance, complete, warn);
  publishedUpdates(
    {
      name,
      ...(url !== undefined && { url }),
      maintenance,
      impacts,
      ...(setting.zone !== undefined && { zone: setting.zone }),
      options,
      reading,
    },
    [...updates, ...extras].toSorted(byDisplay).map((update) => ({
      item: update.item,
      locator: locatorOf(update.item),
      status: update.status,
      displayed: exactly(update.displayed),
      stated: statedOf(update),
      ...(update.edited !== undefined && { edited: exactly(update.edited) }),
      text: update.text,
      ...(update.components.length > 0 && {
        components: update.components.map(({ component }) => component),
      }),
    })),
  );
  const title = incident.text('name')?.trim() ?? '';
  return {
    document: {
      sourceKey: `statuspage-json:${key}`,
      incidentId: key,
      importer,
      digest: textDigest(JSON.stringify([version, incident.value])),
      ...(version !== undefined && { statedAt: exactly(version) }),
      complete: complete && !partial,
      claims: reading.claims,
      ...(title !== '' && { title: bilingual(title) }),
    },
    warnings,
  };
};
