import type { OutsideObject } from '../json/outsideJson.ts';
import type { StatuspageSetting } from './statuspageIncident.ts';

/** An incident as it was found, with what stands around it. */
export interface Found {
  /** The incident. */
  readonly value: unknown;
  /** Where it stands. */
  readonly place: string;
  /** What is known of it beside its own fields. */
  readonly around: Pick<StatuspageSetting, 'maintenance' | 'partial' | 'seen' | 'version'>;
}

/** Fields that nothing but an incident of Statuspage has together with an id. */
const OWN_FIELDS = ['incident_updates', 'monitoring_at', 'shortlink', 'scheduled_for', 'page_id'];

/** Whether an object is an incident of Statuspage, and none of another vendor’s that stands in a list of the same name. */
export const isOfStatuspage = (value: OutsideObject): boolean =>
  [...OWN_FIELDS, 'impact'].some((key) => value.has(key));

const isIncident = (value: OutsideObject): boolean =>
  value.has('id') &&
  value.has('status') &&
  OWN_FIELDS.some((key) => value.has(key)) &&
  !value.has('position');

/** The incident that a whole value is or holds: alone, in a webhook, or as a version with the time it was seen. */
export const foundIn = (value: OutsideObject, isWebhook: boolean): Found | null => {
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
  const around = { maintenance: false, partial: false };
  return isIncident(value) ? { value: value.value, place: value.place, around } : null;
};
