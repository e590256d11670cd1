import type { Degree } from '../../events/impact.ts';
import type { Source } from '../../primitives/source.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { tellWindow } from '../vendor/tellWindow.ts';
import type { Teller } from '../vendor/teller.ts';
import { asWritten, inItsLanguage, textOf } from '../vendor/teller.ts';
import type { Take } from '../vendor/vendorFormat.ts';

const DEGREES: ReadonlyMap<string, Degree> = new Map([
  ['degraded_performance', 'degraded'],
  ['partial_outage', 'partial'],
  ['full_outage', 'full'],
]);

/** Status words of a maintenance as those of other pages. */
const MAINTENANCE: ReadonlyMap<string, string> = new Map([
  ['maintenance_scheduled', 'scheduled'],
  ['maintenance_in_progress', 'in_progress'],
  ['maintenance_complete', 'completed'],
]);

const pageOf = (record: OutsideObject): Source => ({
  kind: 'status-page',
  name: `incident.io status page ${record.id('status_page_id') ?? ''}`.trim(),
});

const tellUpdates = (
  record: OutsideObject,
  key: string,
  { time, tell, leaveOut }: Teller,
): void => {
  for (const update of record.objects('updates')) {
    const status = update.text(key) ?? '';
    const told = asWritten(time, update, 'published_at');
    const item = update.id('id');
    if (item === undefined || status === '' || !told.at) {
      leaveOut(update.place, 'an update needs an id, a status and a time');
      continue;
    }
    const components = update.objects('component_statuses').flatMap((component) => {
      const name = component.id('component_id');
      const now = component.text('component_status');
      return name === undefined ? [] : [{ name, ...(now !== undefined && { status: now }) }];
    });
    tell(
      'StatusPublished',
      {
        status: MAINTENANCE.get(status) ?? status,
        audience: 'public',
        ...(components.length > 0 && { components }),
        ...textOf(update.text('message')),
      },
      { item, ...told, place: update.place },
    );
  }
};

/** Tells when which component was hit; impacts have no ids, so that each goes by its component and place there. */
const tellImpacts = (record: OutsideObject, { time, tell, warn }: Teller): void => {
  const isOver = record.raw('incident_status') === 'resolved';
  const counts = new Map<string, number>();
  for (const impact of record.objects('component_impacts')) {
    const component = impact.id('component_id') ?? 'unknown';
    const count = (counts.get(component) ?? 0) + 1;
    counts.set(component, count);
    const impactId = `${component}/${count}`;
    const status = impact.text('component_status') ?? '';
    const degree = DEGREES.get(status);
    if (degree === undefined)
      warn(impact.placeOf('component_status'), `"${status}" says no degree known`);
    const data = { impactId, component };
    const from = { ...asWritten(time, impact, 'start_at'), statedAt: undefined };
    const to = { ...asWritten(time, impact, 'end_at'), statedAt: undefined };
    tell(
      'ImpactStarted',
      { ...data, degree: degree ?? 'unspecified' },
      { item: impactId, ...from },
    );
    tell('ImpactEnded', data, { item: impactId, ...to });
    if (isOver && from.at && !to.at) {
      warn(impact.place, 'the page says resolved, not when this impact ended: that is left open');
    }
  }
};

const take =
  (
    kind: 'incident' | 'maintenance',
    tellMore: (record: OutsideObject, teller: Teller) => void,
  ): Take =>
  (record, intake) => {
    const id = record.id('id');
    if (id === undefined) {
      intake.leaveOut(record.place, 'it has no id');
      return true;
    }
    const title = record.text('name') ?? '';
    const named = title === '' ? {} : { title: inItsLanguage(title) };
    const source = pageOf(record);
    const document = {
      incident: `page-${id}`,
      record: `status-page-${kind}/${id}`,
      reads: [record],
      source,
      ...named,
    };
    intake.whole(document, (teller) => {
      const published = asWritten(teller.time, record, 'published_at');
      teller.tell('Declared', { kind, ...named }, { item: 'published_at', ...published });
      tellMore(record, teller);
    });
    return true;
  };

/** Takes an incident of a status page: its updates, and when which component was hit. */
export const takePageIncident: Take = take('incident', (record, teller) => {
  tellUpdates(record, 'incident_status', teller);
  tellImpacts(record, teller);
});

/** Takes a maintenance of a status page: its updates, and its windows. */
export const takePageMaintenance: Take = take('maintenance', (record, teller) => {
  tellUpdates(record, 'maintenance_status', teller);
  const told = asWritten(teller.time, record, 'published_at');
  const windows = new Map<
    string,
    { readonly period: OutsideObject; readonly components: string[] }
  >();
  for (const period of record.objects('component_maintenance_periods')) {
    const key = JSON.stringify([period.raw('start_at'), period.raw('end_at')]);
    const component = period.id('component_id');
    const known = windows.get(key) ?? { period, components: [] };
    if (component !== undefined) known.components.push(component);
    windows.set(key, known);
  }
  [...windows.values()].forEach(({ period, components }, index) => {
    tellWindow(teller, period, { from: 'start_at', to: 'end_at' }, components, {
      ...told,
      item: `period/${index + 1}`,
      place: period.place,
      ...(index > 0 && { happening: `MaintenanceScheduled#${record.id('id') ?? ''}/${index + 1}` }),
    });
  });
});
