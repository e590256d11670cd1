import type { Localized } from '../../primitives/text.ts';
import { IncidentId } from '../../primitives/ids.ts';
import type { Instant } from '../../primitives/instant.ts';
import { instantOfMs, msOf } from '../../primitives/instant.ts';
import type { Moment } from '../../primitives/moment.ts';
import { exactly } from '../../primitives/moment.ts';
import type { Source } from '../../primitives/source.ts';
import { bilingual } from '../text/bilingual.ts';
import type { PageImpact } from '../prose/impactIds.ts';
import { pageImpacts } from '../prose/impactIds.ts';
import { textDigest } from '../../primitives/uuid.ts';
import type { ImportedDocument, ImportWarning, ReadOptions } from '../importer.ts';
import { byThen, sinceThen } from '../time/momentsAround.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import type { PublishedUpdate } from '../statuspage/publishedUpdates.ts';
import { publishedUpdates } from '../statuspage/publishedUpdates.ts';
import type { Reading } from '../reading.ts';
import { newReading } from '../reading.ts';
import { isMaintenanceStatus, statusWord } from '../prose/statusWords.ts';

/** Name of the page as a source. */
const PAGE = 'GitHub';
/** Name, as a source, of who made the data set. */
const DATA_SET = 'github-status data set';
const LAST_OF_MINUTE = 59_999;

/** An incident read, or why it was left out. */
export interface GithubStatusIncident {
  /** The document. */
  readonly document?: ImportedDocument;
  /** Why there is none. */
  readonly reason?: string;
  /** What was not understood. */
  readonly warnings: readonly ImportWarning[];
}

/** The page displays minutes: a time at a full one is any in it. */
const minuteOf = (at: Instant): Moment =>
  at.endsWith(':00.000Z')
    ? { earliest: at, latest: instantOfMs(msOf(at) + LAST_OF_MINUTE) }
    : exactly(at);

/**
 * The updates, told apart by their times and statuses: what an edit leaves as it is most often. An update put in or taken out
 * would give all later ones another place.
 */
const updatesOf = (incident: OutsideObject, reading: Reading): readonly PublishedUpdate[] => {
  const times = new Map<string, number>();
  const updated = incident.instant('updated_at');
  const listed = incident.objects('updates');
  return listed.flatMap((update, index): readonly PublishedUpdate[] => {
    const at = update.instant('at');
    const status = statusWord(update.text('status') ?? '');
    if (at === undefined) {
      reading.warn(update.place, 'the update has no time and is left out');
      return [];
    }
    if (status === '')
      reading.warn(update.place, 'the update names no status; it is taken as "update"');
    const key = `update ${at.slice(0, 16)} ${status === '' ? 'update' : status}`;
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    const item = count === 1 ? key : `${key} ${count}`;
    const displayed = minuteOf(at);
    // The last update is edited when the incident is summed up, until the entry was updated.
    const isEdited =
      index === listed.length - 1 && updated !== undefined && updated > (displayed.latest ?? at);
    return [
      {
        item,
        locator: item,
        status: status === '' ? 'update' : status,
        displayed,
        stated: isEdited ? { ...displayed, latest: updated } : displayed,
        ...(isEdited && { edited: exactly(updated) }),
        text: update.text('message') ?? '',
      },
    ];
  });
};

/** What the claims of an incident at large have in common. */
interface Said {
  readonly incident: OutsideObject;
  readonly reading: Reading;
  readonly first: PublishedUpdate;
  readonly last: PublishedUpdate;
  readonly impacts: readonly PageImpact[];
  readonly page: Source;
  readonly dataSet: Source;
}

const headClaims = (said: Said, kind: 'incident' | 'maintenance', title?: Localized): void => {
  const { incident, reading, first, last, page } = said;
  const place = { occurredAt: byThen(first.displayed), statedAt: last.stated, item: 'incident' };
  reading.add(
    'Declared',
    { kind, ...(title && { title }) },
    { ...place, source: { ...page, locator: 'title' } },
  );
  const level = incident.text('impact');
  if (level === undefined || level === '') return;
  reading.add(
    'SeverityAssigned',
    { dimension: 'impact', scale: 'public', level },
    { ...place, occurredAt: sinceThen(first.displayed), source: { ...page, locator: 'impact' } },
  );
};

/** The components that the incident names; where a model found them in the texts, it is the data set that names them. */
const componentClaims = ({ incident, reading, last, impacts, page, dataSet }: Said): void => {
  const isGuess = incident.text('components_source') !== undefined;
  for (const { impactId, component } of impacts) {
    if (!component) continue;
    reading.add(
      'ImpactStarted',
      { impactId, component: component.name },
      {
        occurredAt: byThen(last.displayed),
        statedAt: isGuess ? sinceThen(last.stated) : last.stated,
        source: { ...(isGuess ? dataSet : page), locator: 'components' },
        item: `component ${component.name}`,
      },
    );
  }
};

/**
 * The period that the data set states: one that its author read from the text, else one other than that in which the page had
 * the incident.
 */
const statedWindow = (
  incident: OutsideObject,
): { readonly from: Instant; readonly to: Instant; readonly locator: string } | undefined => {
  const window = incident.object('impact_window');
  const [from, to] = window
    ? [window.instant('start_at'), window.instant('end_at')]
    : [incident.instant('downtime_start'), incident.instant('downtime_end')];
  if (from === undefined || to === undefined) return undefined;
  if (window) return { from, to, locator: 'impact_window' };
  const updated = (at: number) => incident.objects('updates').at(at)?.instant('at');
  const isPublished =
    from === (incident.instant('started_at') ?? updated(0)) &&
    to === (incident.instant('resolved_at') ?? updated(-1));
  return isPublished ? undefined : { from, to, locator: 'downtime_start' };
};

/** Longer than this nothing lasted: a hundred years. */
const MOST_MINUTES = 100 * 366 * 24 * 60;

const windowClaims = ({ incident, reading, last, impacts, dataSet }: Said): void => {
  const window = statedWindow(incident);
  if (!window) return;
  const { from, to, locator } = window;
  const source = { ...dataSet, locator };
  const statedAt = sinceThen(last.stated);
  for (const { impactId } of impacts) {
    const place = { statedAt, source, item: `${locator}, impact ${impactId}` };
    reading.add('ImpactStarted', { impactId }, { ...place, occurredAt: minuteOf(from) });
    reading.add('ImpactEnded', { impactId }, { ...place, occurredAt: minuteOf(to) });
  }
  const minutes = incident.number('duration_minutes');
  if (minutes === undefined || minutes <= 0) return;
  if (minutes > MOST_MINUTES) {
    const place = incident.placeOf('duration_minutes');
    reading.warn(place, `nothing lasted ${minutes} minutes: the duration is left out`);
    return;
  }
  reading.add(
    'ImpactMeasured',
    { durationMs: minutes * 60_000, written: `${minutes} minutes` },
    { occurredAt: minuteOf(to), statedAt, source, item: 'duration_minutes' },
  );
};

/**
 * Reads an incident of the data set of GitHub's status page. The page speaks for its title, impact and updates, the
 * data set's author for the period and the components that were read out of them.
 */
export const githubStatusIncident = (
  incident: OutsideObject,
  importer: ImportedDocument['importer'],
  options: ReadOptions,
): GithubStatusIncident => {
  const reading = newReading();
  const { warnings } = reading;
  const id = incident.id('id');
  const key = `github-status-${id ?? ''}`;
  if (id === undefined || !IncidentId.is(key)) {
    return { reason: 'the incident has no id that can be one', warnings };
  }
  const updates = updatesOf(incident, reading);
  const [first, last] = [updates[0], updates.at(-1)];
  if (!first || !last) return { reason: 'the incident has no update with a time', warnings };
  const url = incident.text('url');
  const linked = url === undefined ? {} : { url };
  const name = incident.text('title')?.trim() ?? '';
  const title = name === '' ? undefined : bilingual(name);
  const maintenance =
    incident.text('impact') === 'maintenance' || isMaintenanceStatus(first.status);
  const names = new Set(incident.texts('components').filter((component) => component !== ''));
  const impacts = pageImpacts([...names].map((component) => ({ name: component })));
  const said: Said = {
    incident,
    reading,
    first,
    last,
    impacts,
    page: { kind: 'status-page', name: PAGE, ...linked },
    dataSet: { kind: 'import', name: DATA_SET, ...linked },
  };
  headClaims(said, maintenance ? 'maintenance' : 'incident', title);
  if (!maintenance) componentClaims(said);
  windowClaims(said);
  publishedUpdates(
    { name: PAGE, ...linked, maintenance, impacts, zone: 'Etc/UTC', options, reading },
    updates,
  );
  const updated = last.stated.latest;
  return {
    document: {
      sourceKey: `github-status:${id}`,
      incidentId: key,
      importer,
      digest: textDigest(JSON.stringify(incident.value)),
      ...(updated !== undefined && { statedAt: exactly(updated) }),
      complete: updates.length === (incident.list('updates') ?? []).length,
      claims: reading.claims,
      ...(title && { title }),
    },
    warnings,
  };
};
