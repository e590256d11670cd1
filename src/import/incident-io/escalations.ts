import type { OutsideObject } from '../json/outsideJson.ts';
import { byTime } from '../vendor/byTime.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asMade, asWritten, inItsLanguage, inOurWords } from '../vendor/teller.ts';
import type { Take } from '../vendor/vendorFormat.ts';
import { incidentIoSource } from './incidentIoSource.ts';

/** Whether a record is an escalation. */
export const isEscalation = (record: OutsideObject): boolean =>
  record.has('escalation_path_id') || (record.has('events') && record.has('related_alerts'));

const idsIn = (record: OutsideObject, key: string): readonly string[] =>
  record.has(key) ? record.objects(key).flatMap((one) => one.id('id') ?? []) : [];

/** Tells what came of it: who took it in hand; who was called, and how it went on, as notes. */
const tellEvents = (escalation: OutsideObject, { time, tell, leaveOut }: Teller): void => {
  const events = byTime(escalation.objects('events'), (event) =>
    asWritten(time, event, 'occurred_at'),
  );
  for (const { record: event, told: at } of events) {
    const item = event.id('id');
    const kind = event.text('event') ?? '';
    if (item === undefined || kind === '' || !at.at) {
      leaveOut(event.place, 'an event of an escalation needs an id, what it is, and a time');
      continue;
    }
    const told: Told = { item, ...at, place: event.place };
    const users = idsIn(event, 'users');
    const urgency = event.text('urgency');
    const about = [urgency === undefined ? '' : `${urgency} urgency`, users.join(', ')];
    const words = [kind.replaceAll('_', ' '), about.filter(Boolean).join(', ')];
    const text = inOurWords(`escalation ${words.filter(Boolean).join(': ')}`);
    if (kind === 'acked')
      tell('Acknowledged', { text }, { ...told, happening: `Acknowledged#${item}` });
    else tell('NoteAdded', { text }, told);
  }
};

/**
 * Takes an escalation: it belongs to the incidents that it names, else to the alerts; one of neither is an incident of its own.
 */
export const takeEscalation: Take = (escalation, intake) => {
  if (!isEscalation(escalation)) return false;
  const id = escalation.id('id');
  if (id === undefined) {
    intake.leaveOut(escalation.place, 'the escalation has no id');
    return true;
  }
  const incidents = idsIn(escalation, 'related_incidents');
  const alerts = idsIn(escalation, 'related_alerts').map((alert) => `alert-${alert}`);
  const of = incidents.length > 0 ? incidents : alerts.length > 0 ? alerts : [`escalation-${id}`];
  const title = escalation.text('title') ?? '';
  for (const incident of of) {
    const document = {
      incident,
      record: `escalation/${id}${of.length > 1 ? `/${incident}` : ''}`,
      reads: [escalation],
      source: incidentIoSource(),
      ...(title !== '' && { title: inItsLanguage(title) }),
      statedAt: intake.time(escalation, 'updated_at'),
    };
    intake.whole(document, (teller) => {
      const created = asMade(teller, escalation, 'created_at', 'updated_at');
      const began = inItsLanguage(`escalation: ${title}`);
      teller.tell('NoteAdded', { text: began }, { item: 'created_at', ...created });
      const level = escalation.object('priority')?.text('name') ?? '';
      if (level !== '') {
        const priority = { dimension: 'priority', scale: 'incident-io-priority', level } as const;
        teller.tell('SeverityAssigned', priority, {
          ...created,
          item: 'priority',
          place: escalation.placeOf('priority'),
        });
      }
      tellEvents(escalation, teller);
      const creator = escalation.has('creator') ? escalation.object('creator') : undefined;
      const lines = [
        ['escalation status', escalation.text('status')],
        ['escalation path', escalation.id('escalation_path_id')],
        ...['alert', 'user', 'workflow'].map(
          (key) =>
            [
              `escalated by ${key}`,
              creator?.has(key) === true ? creator.object(key)?.id('id') : null,
            ] as const,
        ),
      ] as const;
      tellDetails(teller, lines, { ...created, item: 'details', place: escalation.place });
    });
  }
  return true;
};
