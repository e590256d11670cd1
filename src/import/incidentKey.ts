import type { IncidentId } from '../primitives/ids.ts';
import { incidentId } from '../primitives/ids.ts';
import { plainWords } from './text/plainWords.ts';
import type { DatedDay } from './time/wallMoment.ts';
import { isoDay } from './time/wallMoment.ts';

const slug = (text: string, length: number): string =>
  (plainWords(text, 200).match(/[\p{L}\p{N}]+/gu) ?? [])
    .join('-')
    .slice(0, length)
    .replace(/-$/, '');

/**
 * Id of the incident that a page tells of: its reference, else one made of whose page it is, the day and the title.
 */
export const incidentKey = (
  reference: string | undefined,
  page: string,
  day: DatedDay | undefined,
  title: string,
): IncidentId => {
  if (reference !== undefined) return incidentId(reference);
  const date = day && isoDay(day);
  const parts = [slug(page, 40), date ?? '', slug(title, 80)].filter((part) => part !== '');
  return incidentId(parts.length > 0 ? parts.join('-') : 'incident');
};
