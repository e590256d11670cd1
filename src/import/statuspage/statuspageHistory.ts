import type { Moment } from '../../primitives/moment.ts';
import { IncidentId } from '../../primitives/ids.ts';
import { textDigest } from '../../primitives/uuid.ts';
import type { ImportedDocument, ReadOptions } from '../importer.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import type { Reading } from '../reading.ts';
import { newReading } from '../reading.ts';
import { bilingual } from '../text/bilingual.ts';
import { byThen, sinceThen } from '../time/momentsAround.ts';
import { monthOf } from '../time/monthNames.ts';
import type { TimeMark } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import type { TimeSetting } from '../time/timeSetting.ts';
import { momentOf } from '../time/timeSetting.ts';
import type { DatedDay } from '../time/wallMoment.ts';
import { isDated } from '../time/wallMoment.ts';
import { nearestTo } from '../time/yearOf.ts';
import { zoneOf } from '../time/zone.ts';
import { publishedUpdates } from './publishedUpdates.ts';
import type { StatuspageIncident } from './statuspageIncident.ts';

/** What is known of the page around its history. */
export interface HistorySetting {
  /** The page; absent where nothing names it. */
  readonly page: OutsideObject | undefined;
  /** What the reader was told. */
  readonly options: ReadOptions;
  /** What reads it. */
  readonly importer: ImportedDocument['importer'];
}

/** A time as the page shows it, without what marks it up. */
const shownText = (html: string): string =>
  html.replaceAll(/<[^>]{0,200}>/g, '').replaceAll(/\s+/g, ' ');

const UTC = zoneOf('UTC') ?? { written: 'UTC', readingsAt: () => [] };

const settingOf = (zone: string | undefined, name: string, options: ReadOptions): TimeSetting => {
  const own = zone === undefined ? null : zoneOf(zone);
  const preferred = options.zone ?? zone;
  return {
    zone: own ?? UTC,
    basis: own ? 'document' : 'assumed',
    ...(preferred !== undefined && { preferred }),
    group: name,
    orderKnown: true,
  };
};

/** The status that the text of a last update says; null where it does not. */
const endIn = (message: string): 'resolved' | 'completed' | null => {
  const text = shownText(message).trim();
  if (/^(?:this|the) (?:incident|issue) (?:has been|is|was)(?: now)? resolved\b/i.test(text)) {
    return 'resolved';
  }
  const isDone =
    /^(?:this|the) (?:scheduled )?maintenance (?:has been|is|was)(?: now)? completed?\b/i;
  return isDone.test(text) ? 'completed' : null;
};

/** The first and the last time that a period names; its zone stands behind the last. */
const periodOf = (
  written: string,
  around: DatedDay | undefined,
  setting: TimeSetting,
  reading: Reading,
  place: string,
): { readonly from: Moment; readonly to: Moment } | null => {
  const marks = timeMarks(shownText(written)).slice(0, 2);
  const [first] = marks;
  const last = marks.at(-1);
  if (!first?.day || !last) return null;
  const zoned = (mark: TimeMark): TimeMark =>
    last.zone === undefined ? mark : { ...mark, zone: last.zone };
  const dated = (mark: TimeMark): DatedDay | undefined => {
    const day = mark.day ?? first.day;
    if (isDated(day)) return day;
    return day && around && nearestTo(day, around);
  };
  const at = (mark: TimeMark): Moment =>
    momentOf(zoned(mark), dated(mark), setting, reading, place);
  return { from: at(first), to: at(last) };
};

/**
 * Reads an incident of a page’s history, which tells of it in short: its name, its impact, the text of its last update, and the
 * times of the first and the last one. Its status is told by that text only.
 *
 * @param month - The month that it stands in.
 * @remarks Source: what `history.json` of pages holds, as programs that read it show it.
 */
const historyIncident = (
  incident: OutsideObject,
  month: OutsideObject,
  { page, options, importer }: HistorySetting,
): StatuspageIncident => {
  const reading = newReading();
  const { warnings } = reading;
  const [code, pageId, pageUrl] = [incident.id('code'), page?.id('id'), page?.text('url')];
  const key = pageId === undefined ? code : `${pageId}-${code ?? ''}`;
  if (code === undefined || !IncidentId.is(key)) {
    return { reason: 'the incident has no code that can be an id', warnings };
  }
  const name = pageId ?? 'status page';
  const setting = settingOf(page?.text('time_zone'), name, options);
  const [year, number] = [month.number('year'), monthOf(month.text('name') ?? '')];
  const around =
    year !== undefined && number !== undefined && year >= 1970 && year < 2200
      ? { year, month: number, day: 15 }
      : undefined;
  const place = incident.placeOf('timestamp');
  const period = periodOf(incident.text('timestamp') ?? '', around, setting, reading, place);
  if (!period) return { reason: 'the incident names no time', warnings };
  if (pageId === undefined) reading.warnOnce('page', 'page', 'nothing names the id of the page');
  const url = pageUrl === undefined ? undefined : `${pageUrl.replace(/\/$/, '')}/incidents/${code}`;
  const source = { kind: 'status-page', name, ...(url !== undefined && { url }) } as const;
  const title = incident.text('name')?.trim() ?? '';
  const level = incident.text('impact') ?? '';
  const maintenance = level === 'maintenance';
  const message = incident.text('message') ?? '';
  const said = {
    statedAt: sinceThen(period.from),
    source: { ...source, locator: 'history' },
    item: 'history',
  };
  reading.add(
    'Declared',
    {
      kind: maintenance ? 'maintenance' : 'incident',
      ...(title !== '' && { title: bilingual(title) }),
    },
    { ...said, occurredAt: byThen(period.from) },
  );
  if (level !== '') {
    const severity = { dimension: 'impact', scale: 'public', level } as const;
    reading.add('SeverityAssigned', severity, { ...said, occurredAt: sinceThen(period.from) });
  }
  publishedUpdates(
    { name, ...(url !== undefined && { url }), maintenance, impacts: [], options, reading },
    [
      {
        item: 'last update',
        locator: 'last update',
        status: endIn(message) ?? 'update',
        displayed: period.to,
        stated: period.to,
        text: message,
      },
    ],
  );
  return {
    document: {
      sourceKey: `statuspage-json:history/${key}`,
      incidentId: key,
      importer,
      digest: textDigest(JSON.stringify([month.raw('year'), month.raw('name'), incident.value])),
      complete: true,
      claims: reading.claims,
      ...(title !== '' && { title: bilingual(title) }),
    },
    warnings,
  };
};

/** Reads the incidents of a month of a page’s history, each with its place. */
export const historyMonth = (
  month: OutsideObject,
  setting: HistorySetting,
): readonly (StatuspageIncident & { readonly place: string })[] =>
  month
    .objects('incidents')
    .map((incident) => ({ ...historyIncident(incident, month, setting), place: incident.place }));
