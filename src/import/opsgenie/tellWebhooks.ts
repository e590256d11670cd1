import { sinceThen } from '../time/momentsAround.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { byTime } from '../vendor/byTime.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asWritten, textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';
import { actTeller } from './actTeller.ts';
import { actOf } from './actOf.ts';
import { detailsOf } from './tellTriage.ts';

const priorityOf = (alert: OutsideObject): string | undefined =>
  alert.filled('priority') ?? alert.filled('newPriority');

/** Tells what an alert said beside its words when it was raised. */
const tellAtFirst = (alert: OutsideObject, told: Told, teller: Teller): void => {
  const level = priorityOf(alert);
  if (level !== undefined) {
    teller.tell(
      'SeverityAssigned',
      { dimension: 'priority', scale: 'opsgenie-priority', level },
      told,
    );
  }
  const teams = alert.has('teams') ? alert.texts('teams') : null;
  tellDetails(
    teller,
    [['tiny id', alert.id('tinyId')], ...detailsOf(alert, teller), ['teams', teams]],
    told,
  );
};

const isCreation = (message: OutsideObject): boolean => message.text('action') === 'Create';

/** When an act was: when the alert was changed by it; where that is not told, nobody says how long after it was created. */
const actedAt = (
  message: OutsideObject,
  { time }: Pick<Teller, 'time'>,
): Pick<Told, 'place' | 'at' | 'statedAt'> => {
  const alert = message.object('alert') ?? message;
  const created = asWritten(time, alert, 'createdAt');
  if (isCreation(message)) return created;
  const changed = asWritten(time, alert, 'updatedAt');
  return changed.at
    ? changed
    : { place: created.place, at: created.at && sinceThen(created.at), statedAt: undefined };
};

/** Tells that an alert was raised, as any message about it says. */
const tellRaised = (id: string, alert: OutsideObject, told: Told, { time, tell }: Teller): void => {
  const said = textOf(alert.text('message'), alert.text('description'));
  const at = said.text && time(alert, 'createdAt');
  tell('AlertRaised', { alertId: id, ...said }, { ...told, item: `${told.item}/alert`, at });
};

/**
 * Tells what webhooks sent: the act at the time that the alert was changed by it, which they give in nanoseconds.
 *
 * @remarks Source: Opsgenie’s description of the data of alert actions, with `createdAt` in milliseconds and `updatedAt` in
 * nanoseconds.
 */
export const tellWebhooks: Gathered['tell'] = (id, messages, teller) => {
  const tellAct = actTeller(id, 'alert', teller);
  const isRaised = messages.some(isCreation);
  for (const { record, told: at } of byTime(messages, (message) => actedAt(message, teller))) {
    const action = record.text('action') ?? '';
    const alert = record.object('alert');
    if (!alert || !at.at) {
      teller.leaveOut(record.place, 'a message needs an alert and a time');
      continue;
    }
    const told = {
      item: `webhook/${action}/${at.at.written ?? at.at.earliest ?? ''}`,
      ...at,
      place: record.place,
    };
    if (!isRaised) tellRaised(id, alert, told, teller);
    const act = actOf(action);
    const level = /^UpdatePriority$/i.test(action) ? priorityOf(alert) : undefined;
    const words =
      act === 'created' ? [alert.text('message'), alert.text('description')] : [alert.text('note')];
    if (level !== undefined) {
      teller.tell(
        'SeverityAssigned',
        { dimension: 'priority', scale: 'opsgenie-priority', level },
        told,
      );
    } else if (act === null || act === 'unacknowledged') {
      tellAct({ act, said: textOf(action, ...words), told });
    } else tellAct({ act, said: textOf(...words), told });
    if (act === 'created') tellAtFirst(alert, told, teller);
  }
};
