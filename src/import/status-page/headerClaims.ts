import type { Moment } from '../../primitives/moment.ts';
import type { Localized } from '../../primitives/text.ts';
import type { DatedUpdate } from '../prose/datedUpdates.ts';
import { languageOf } from '../text/language.ts';
import { byThen, sinceThen } from '../time/momentsAround.ts';
import type { Page } from '../prose/page.ts';
import { contradicts, impactTimes, mentionsIn } from '../prose/proseClaims.ts';
import type { PageHeader } from './pageHeader.ts';
import { spanClaims } from './spanClaims.ts';
import type { ClaimPlace } from '../reading.ts';
import { splitLanguages } from '../text/splitLanguages.ts';
import type { TimeSetting } from '../time/timeSetting.ts';
import { momentOf } from '../time/timeSetting.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { isDated } from '../time/wallMoment.ts';

/** What the top of a page is turned into claims with. */
export interface HeaderSetting {
  /** The page. */
  readonly page: Page;
  /** What stands at its top. */
  readonly header: PageHeader;
  /** Its updates, the oldest first. */
  readonly updates: readonly DatedUpdate[];
  /** What its displayed times mean. */
  readonly shown: TimeSetting;
  /** Title of the incident. */
  readonly title?: Localized;
  /** Reference of the incident. */
  readonly reference?: string;
  /** The day that the top names, its year known. */
  readonly day?: DatedDay;
}

const isEnd = (status: string): boolean =>
  status === 'resolved' || status === 'completed' || status === 'closed';

const impactClaims = (setting: HeaderSetting, place: ClaimPlace, known: Moment): void => {
  const { page, header, day, shown } = setting;
  const { sentence } = header;
  const mark = sentence?.mark;
  if (page.maintenance || (!sentence && header.components.length === 0)) return;
  const occurredAt =
    mark && day
      ? momentOf(mark, day, { ...shown, basis: shown.basis }, page.reading, 'header')
      : byThen(known);
  const { updates } = setting;
  const isOver = updates.some(({ status }) => isEnd(status));
  for (const { impactId, component } of page.impacts) {
    const spans = component && header.spans.get(component.name);
    if (component && spans) {
      const spanned = { impactId, component: component.name, spans };
      if (spanClaims(spanned, { updates, shown, isOver }, page.reading, place)) continue;
    }
    page.reading.add(
      'ImpactStarted',
      {
        impactId,
        ...(component && { component: component.name }),
        ...(component?.degree && { degree: component.degree }),
      },
      { ...place, occurredAt },
    );
  }
};

const planned = ({ page, header, updates, shown, day }: HeaderSetting, place: ClaimPlace): void => {
  const [first] = updates;
  if (!first || (!header.planned && !page.maintenance)) return;
  const components = page.impacts.flatMap(({ component }) => (component ? [component.name] : []));
  if (!header.planned) {
    // Planned work is no impact: without a window, nothing but a note can tell what it is about.
    if (components.length > 0)
      page.reading.add(
        'NoteAdded',
        { text: { und: `Components: ${components.join(', ')}` } },
        place,
      );
    return;
  }
  const moments = header.planned.map((mark) => {
    const on = isDated(mark.day) ? mark.day : (day ?? first.day);
    return momentOf(mark, on, shown, page.reading, 'header');
  });
  const [from, to] = [moments[0]?.earliest, moments[1]?.earliest];
  if (from === undefined || to === undefined || from >= to) {
    page.reading.warn('header', 'the planned window could not be read');
    return;
  }
  page.reading.add(
    'MaintenanceScheduled',
    { window: { from, to }, ...(components.length > 0 && { components }) },
    { ...place, occurredAt: byThen(first.moment) },
  );
};

/** Claims the period that a line tells, as in `Incident began at 08:22 and ended at 10:05`; false when it tells none. */
const periodClaims = (
  { page, updates }: HeaderSetting,
  text: string,
  place: ClaimPlace,
  known: Moment,
): boolean => {
  if (page.maintenance) return false;
  const day = updates.at(-1)?.day;
  const said = {
    number: 0,
    place: 'header',
    status: '',
    moment: known,
    body: [],
    ...(day && { day }),
  };
  const mentions = mentionsIn(page, said, splitLanguages(text));
  if (mentions.length === 0 || contradicts(mentions)) return false;
  impactTimes(page, mentions, { ...place, item: 'header, period' });
  return true;
};

/** Makes the claims of what stands at the top of a page; nobody knows when that was written, only what it knew. */
export const headerClaims = (setting: HeaderSetting): void => {
  const { page, header, updates, title, reference } = setting;
  const [first] = updates;
  const over = updates.findLast(({ status }) => status === 'resolved' || status === 'completed');
  const known: Moment | undefined = (over ?? updates.at(-1))?.moment;
  if (!first || !known) return;
  const statedAt = sinceThen(known);
  const place: ClaimPlace = {
    occurredAt: byThen(first.moment),
    statedAt,
    source: { kind: 'status-page', name: page.name, locator: 'header' },
    item: 'header',
  };
  page.reading.add(
    'Declared',
    {
      kind: page.maintenance ? 'maintenance' : 'incident',
      ...(title && { title }),
      ...(reference !== undefined && { reference }),
    },
    place,
  );
  if (header.level !== undefined) {
    page.reading.add(
      'SeverityAssigned',
      { dimension: 'impact', scale: 'public', level: header.level },
      { ...place, occurredAt: sinceThen(first.moment) },
    );
  }
  impactClaims(setting, place, known);
  planned(setting, place);
  if (header.lasting) {
    page.reading.add(
      'ImpactMeasured',
      { durationMs: header.lasting.ms, written: header.lasting.written },
      { ...place, occurredAt: statedAt },
    );
  }
  for (const { number, text } of header.unknown) {
    if (periodClaims(setting, text, place, known)) continue;
    const where = { ...place.source, locator: `line ${number}` };
    page.reading.keep(
      { [languageOf(text)]: text },
      { ...place, occurredAt: statedAt, source: where },
      'this line is kept as a note: it was not understood',
    );
  }
};
