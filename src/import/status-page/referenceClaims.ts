import type { DatedUpdate } from '../prose/datedUpdates.ts';
import { byThen } from '../time/momentsAround.ts';
import type { Page } from '../prose/page.ts';
import type { ClaimPlace } from '../reading.ts';
import type { ReferenceField, ReferenceHeader } from '../prose/referenceHeader.ts';
import { isAhead, lastDay } from '../prose/lastDay.ts';
import type { TimeMark } from '../time/timeMark.ts';
import { timeMarkAt } from '../time/timeMark.ts';
import { momentOf, unheard } from '../time/timeSetting.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { isDated, isoDay } from '../time/wallMoment.ts';
import { lastBefore, nextDay } from '../time/yearOf.ts';

const ONGOING = /^(?:en cours|ongoing|in corso|in progress|n\/?a|tbd|-|—)?(?:\s?\/|$)/i;

const minutesOf = ({ clock }: TimeMark): number => (clock?.hour ?? 0) * 60 + (clock?.minute ?? 0);

/** The day of a time in a header: its own, else for an end the first after the start, else the last before the update. */
const dayOf = (
  mark: TimeMark,
  update: DatedUpdate,
  { local }: Page,
  start: { readonly mark: TimeMark; readonly day: DatedDay } | undefined,
): DatedDay | undefined => {
  if (mark.day) {
    if (isDated(mark.day)) return mark.day;
    return update.day && lastBefore(mark.day, update.day);
  }
  if (start) {
    if (minutesOf(mark) >= minutesOf(start.mark)) return start.day;
    const next = nextDay(start.day);
    const moment = momentOf(mark, next, local, unheard, update.place);
    return isAhead(moment, update.moment) ? start.day : next;
  }
  return update.day && lastDay(mark, update.day, update, local);
};

/** Claims the start and the end that a header states; gives back the fields that state none. */
const timings = (
  page: Page,
  update: DatedUpdate,
  header: ReferenceHeader,
  place: ClaimPlace,
): readonly ReferenceField[] => {
  const { reading, local, impacts } = page;
  const at = `${update.place}, header`;
  let start: { readonly mark: TimeMark; readonly day: DatedDay } | undefined;
  return header.fields.filter(({ label, name, value }) => {
    if ((label !== 'start' && label !== 'end') || ONGOING.test(value)) return false;
    const mark = timeMarkAt(value, 0, { ...page.notation, dots: true });
    if (!mark) {
      reading.warn(at, `no time could be read from "${name}: ${value}"`);
      return true;
    }
    const day = dayOf(mark, update, page, start);
    const occurredAt = momentOf(mark, day, local, reading, at);
    if (!mark.day && day) {
      const on = isoDay(day);
      reading.warn(at, `"${mark.written}" names no day; it is taken to be on ${on}`);
    }
    if (label === 'start' && day) start = { mark, day };
    const type = label === 'start' ? 'ImpactStarted' : 'ImpactEnded';
    for (const { impactId } of impacts) reading.add(type, { impactId }, { ...place, occurredAt });
    return false;
  });
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
  const others = timings(page, update, header, place).map(({ name, value }) => `${name}: ${value}`);
  for (const { label, name, value } of header.fields) {
    if (label === 'start' || label === 'end') continue;
    if (label === 'priority' || label === 'severity') {
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
