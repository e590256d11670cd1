import { canonicalJson, sameJson } from '../../primitives/json.ts';
import type { Moment } from '../../primitives/moment.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { lastWritten } from '../vendor/lastWritten.ts';
import type { Teller } from '../vendor/teller.ts';
import { asWritten, textOf } from '../vendor/teller.ts';

/** Status words as those of other pages; the rest stand as they are. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['AVAILABLE', 'resolved'],
  ['SERVICE_OUTAGE', 'service_outage'],
  ['SERVICE_DISRUPTION', 'service_disruption'],
  ['SERVICE_INFORMATION', 'service_information'],
]);

/** How the report begins that is published some days after. */
const REPORT = /^[\s#*_]{0,10}(?:(?:mini|preliminary|full) )?incident report/i;

/** The status of an update: a report looks back on what was over before. */
const statusOf = (update: OutsideObject): string => {
  const given = update.text('status') ?? '';
  if (given === 'AVAILABLE' && REPORT.test(update.text('text') ?? '')) return 'postmortem';
  return given === '' ? 'update' : (WORDS.get(given) ?? given);
};

/** An update without what changes whenever it is touched. */
const said = (update: OutsideObject): string =>
  canonicalJson(['created', 'when', 'text', 'status'].map((key) => update.raw(key) ?? null));

/** The updates, each once: the most recent one stands beside the list too, and some stand in it twice. */
const updatesOf = (incident: OutsideObject): readonly OutsideObject[] => {
  const recent = incident.object('most_recent_update') ?? incident.object('most-recent-update');
  const listed = incident.objects('updates');
  const isDated =
    recent?.has('created') === true || (listed.length === 0 && recent?.has('when') === true);
  const all = recent && isDated ? [...listed, recent] : listed;
  const seen = new Set<string>();
  return all.filter((update) => {
    const key = said(update);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
};

/** When an update said what it does: when it was created, else by when it was edited. */
const statedOf = (update: OutsideObject, created: Moment, time: Teller['time']): Moment => {
  const changed = time(update, 'modified')?.latest;
  const { earliest, latest } = created;
  return latest === undefined || lastWritten(latest, changed) === latest
    ? created
    : {
        ...(earliest !== undefined && { earliest }),
        ...(changed !== undefined && { latest: changed }),
      };
};

/** Tells the updates of an incident. They have no ids: each goes by when it was created, and which of that time it is. */
export const tellUpdates = (incident: OutsideObject, { time, tell, leaveOut }: Teller): void => {
  const counts = new Map<string, number>();
  for (const update of updatesOf(incident)) {
    const created = asWritten(time, update, 'created');
    const shown = asWritten(time, update, 'when');
    const told = created.at ? { ...created, statedAt: statedOf(update, created.at, time) } : shown;
    const status = update.text('status') ?? '';
    if (!told.at) {
      leaveOut(update.place, 'an update needs a time');
      continue;
    }
    const key = told.at.earliest ?? told.at.written ?? '';
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const elsewhere = shown.at && !sameJson(shown.at, told.at) ? shown.at : null;
    const locations = update.objects('affected_locations').flatMap((location) => {
      const name = location.text('title') ?? location.id('id');
      return name === undefined || name === '' ? [] : [{ name, ...(status !== '' && { status }) }];
    });
    tell(
      'StatusPublished',
      {
        status: statusOf(update),
        audience: 'public',
        ...(locations.length > 0 && { components: locations }),
        ...(elsewhere && { mentions: [{ about: 'StatusPublished', moment: elsewhere }] }),
        ...textOf(update.text('text')),
      },
      { item: `update/${key}${count === 1 ? '' : `/${count}`}`, ...told, place: update.place },
    );
  }
};
