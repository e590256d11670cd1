import { byTime } from '../vendor/byTime.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';
import type { MonitorEvent } from './monitorEvent.ts';
import { monitorEvent } from './monitorEvent.ts';
import { nameIn } from './transition.ts';

/** The words without the marks that Datadog puts around Markdown. */
const wordsIn = (text: string | undefined): string | undefined =>
  text?.replaceAll(/^\s*%%%\s*$/gm, '').trim();

/** The state of a monitor as a level. */
const LEVELS = { alert: 'Alert', warning: 'Warn', 'no data': 'No Data' } as const;

const tellRaised = (event: MonitorEvent, id: string, told: Told, { tell }: Teller): void => {
  const { transition, monitorName, title, text, priority } = event;
  const monitor = monitorName ?? nameIn(title);
  tell(
    'AlertRaised',
    {
      alertId: id,
      ...(monitor !== undefined && monitor !== '' && { monitor }),
      ...textOf(title, wordsIn(text)),
    },
    told,
  );
  if (transition === 'alert' || transition === 'warning' || transition === 'no data') {
    const level = LEVELS[transition];
    const severity = { dimension: 'severity', scale: 'datadog-monitor', level } as const;
    tell('SeverityAssigned', severity, { ...told, item: `${told.item}/state` });
  }
  if (priority === undefined) return;
  const level = { dimension: 'priority', scale: 'datadog-priority', level: priority } as const;
  tell('SeverityAssigned', level, { ...told, item: `${told.item}/priority` });
};

/**
 * Tells what monitors did, in the order of their times: that they alerted, and that it was over; what they sent again, and events
 * of something else, as notes.
 *
 * @remarks Source: DataDog/documentation on webhooks and their variables, and on events; DataDog/datadog-api-client-rust, the
 * models of events of version 1 and 2.
 */
export const tellMonitorEvents: Gathered['tell'] = (_, records, teller) => {
  const events = new Map(records.map((record) => [record, monitorEvent(record, teller.time)]));
  const atOf = (record: (typeof records)[number]): MonitorEvent['at'] =>
    events.get(record)?.at ?? { place: record.place, at: undefined };
  let isOver = false;
  for (const { record, told: at } of byTime(records, atOf)) {
    const event = events.get(record);
    if (!event) continue;
    const id = event.id ?? (event.transition && at.at?.earliest);
    if (id === undefined || id === null || !at.at) {
      teller.leaveOut(record.place, 'an event needs an id and a time');
      continue;
    }
    const told: Told = { item: id, ...at, place: record.place };
    const { transition, title, text } = event;
    const said = textOf(title, wordsIn(text));
    const isRaised = transition !== null && transition !== 'recovered' && transition !== 'repeated';
    if (transition === 'recovered') {
      isOver = true;
      teller.tell('Resolved', said, told);
    } else if (isRaised) {
      // One alert cycle has one story; a monitor that is all there is to go by can begin another.
      if (isOver && event.cycle === undefined) teller.tell('Reopened', {}, told);
      isOver = false;
      tellRaised(event, id, told, teller);
    } else if (said.text) teller.tell('NoteAdded', { text: said.text }, told);
    const priority = ['priority', isRaised ? null : event.priority] as const;
    tellDetails(teller, [...event.details, priority], { ...told, item: `${id}/details` });
  }
};
