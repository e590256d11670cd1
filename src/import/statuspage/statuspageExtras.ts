import type { OutsideObject, Warn } from '../json/outsideJson.ts';
import type { StatuspageUpdate } from './statuspageUpdates.ts';
import { statusWord } from '../prose/statusWords.ts';

const ENDINGS: ReadonlySet<string> = new Set(['resolved', 'completed', 'postmortem']);

/**
 * What the fields of an incident say was published although no update of it does: a post mortem with a field of its own, that
 * it was monitored or resolved, its present status.
 *
 * @param complete - Whether the updates are all that the incident has.
 */
export const statuspageExtras = (
  incident: OutsideObject,
  updates: readonly StatuspageUpdate[],
  maintenance: boolean,
  complete: boolean,
  warn: Warn,
): readonly StatuspageUpdate[] => {
  const extras: StatuspageUpdate[] = [];
  const has = (...statuses: readonly string[]): boolean =>
    [...updates, ...extras].some(({ status }) => statuses.includes(status));
  const add = (
    item: string,
    status: string,
    at: StatuspageUpdate['displayed'] | undefined,
    text = '',
  ) => {
    if (at !== undefined)
      extras.push({ item, status, created: at, displayed: at, text, components: [] });
  };
  if (complete) {
    if (!maintenance && !has('monitoring'))
      add('monitoring_at', 'monitoring', incident.instant('monitoring_at'));
    if (!has('resolved', 'completed')) {
      add('resolved_at', maintenance ? 'completed' : 'resolved', incident.instant('resolved_at'));
    }
    const status = statusWord(incident.text('status') ?? '');
    const newest = updates.at(-1)?.status;
    // Updates can be displayed in another order than that in which they were written.
    const isLast = newest === undefined || ENDINGS.has(newest);
    const isTold = ENDINGS.has(status)
      ? has(status) && (isLast || extras.length > 0)
      : newest === status || extras.length > 0;
    if (status !== '' && !isTold) add('status', status, incident.instant('updated_at'));
  }
  const body = incident.text('postmortem_body') ?? '';
  if (body === '' || has('postmortem')) return extras;
  const published = incident.instant('postmortem_published_at');
  if (published === undefined) {
    warn(incident.placeOf('postmortem_body'), 'this post mortem is not published; it is left out');
  }
  add('postmortem', 'postmortem', published, body);
  return extras;
};
