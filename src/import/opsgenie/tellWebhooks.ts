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

/**
 * Tells what webhooks sent: the act at the time that the alert was changed by it, which they give in nanoseconds.
 *
 * @remarks Source: Opsgenie’s description of the data of alert actions, with `createdAt` in milliseconds and `updatedAt` in
 * nanoseconds.
 */
export const tellWebhooks: Gathered['tell'] = (id, messages, teller) => {
  const tellAct = actTeller(id, 'alert', teller);
  const timeOf = (message: OutsideObject) => {
    const alert = message.object('alert') ?? message;
    const key =
      message.text('action') === 'Create' || !alert.has('updatedAt') ? 'createdAt' : 'updatedAt';
    return asWritten(teller.time, alert, key);
  };
  for (const { record, told: at } of byTime(messages, timeOf)) {
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
