import type { DatedUpdate } from './datedUpdates.ts';
import { byThen } from './momentsAround.ts';
import type { Page } from './page.ts';
import type { ClaimPlace } from './reading.ts';
import type { ReferenceField, ReferenceHeader } from './referenceHeader.ts';
import { timeMarkAt } from './timeMark.ts';
import { momentOf } from './timeSetting.ts';
import { lastBefore } from './yearOf.ts';

const ONGOING = /^(?:en cours|ongoing|in corso|in progress|n\/?a|tbd|-|—)?(?:\s?\/|$)/i;

const timing = (
  page: Page,
  update: DatedUpdate,
  field: ReferenceField,
  place: ClaimPlace,
): boolean => {
  const { reading, local, impacts } = page;
  const mark = timeMarkAt(field.value, 0, { ...page.notation, dots: true });
  if (!mark) return false;
  const at = `${update.place}, header`;
  const day = mark.day
    ? mark.day.year === undefined
      ? update.day && lastBefore(mark.day, update.day)
      : { ...mark.day, year: mark.day.year }
    : update.day;
  const occurredAt = momentOf(mark, day, local, reading, at);
  const type = field.label === 'start' ? 'ImpactStarted' : 'ImpactEnded';
  if (!mark.day && day)
    reading.warn(at, `"${mark.written}" is taken to be on the day of the update`);
  for (const { impactId } of impacts) reading.add(type, { impactId }, { ...place, occurredAt });
  return true;
};

/** Makes the claims of a reference header, which speaks for the ticket it was copied from. */
export const referenceClaims = (page: Page, update: DatedUpdate, header: ReferenceHeader): void => {
  const place: ClaimPlace = {
    occurredAt: byThen(update.moment),
    statedAt: update.moment,
    source: {
      kind: 'ticket',
      name: header.reference ?? page.name,
      locator: `${update.place}, header`,
    },
    item: `${update.place}, header`,
  };
  const others: string[] = [];
  for (const field of header.fields) {
    const { label, name, value } = field;
    if (label === 'start' || label === 'end') {
      if (ONGOING.test(value) || timing(page, update, field, place)) continue;
      page.reading.warn(
        `${update.place}, header`,
        `no time could be read from "${name}: ${value}"`,
      );
      others.push(`${name}: ${value}`);
    } else if (label === 'priority' || label === 'severity') {
      const scale = /^sev/i.test(value) ? 'sev' : 'internal';
      if (value === '') continue;
      page.reading.add(
        'SeverityAssigned',
        { dimension: label, scale, level: value.toUpperCase() },
        place,
      );
    } else if (value !== '') others.push(`${name}: ${value}`);
  }
  if (others.length > 0) page.reading.add('NoteAdded', { text: { und: others.join('; ') } }, place);
};
