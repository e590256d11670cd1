import type { OutsideObject } from '../json/outsideJson.ts';
import { byTime } from '../vendor/byTime.ts';
import { asWritten, textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';
import { actTeller } from './actTeller.ts';
import { actOf, priorityIn } from './actOf.ts';

/** An entry goes by its offset, which is unique in its log; else by its time and words. */
const itemOf = (entry: OutsideObject): string =>
  entry.id('offset') ?? `${entry.id('createdAt') ?? ''} ${entry.text('log') ?? ''}`;

/** Tells the log of an alert: what its words say was done, the rest as notes. */
export const tellLogs: Gathered['tell'] = (id, entries, teller) => {
  const tellAct = actTeller(id, 'alert', teller);
  for (const { record, told } of byTime(entries, (entry) =>
    asWritten(teller.time, entry, 'createdAt'),
  )) {
    const words = record.text('log') ?? '';
    if (!told.at) teller.leaveOut(record.place, 'an entry of the log needs a time');
    const about = { item: `log/${itemOf(record)}`, ...told, place: record.place };
    const level = priorityIn(words);
    if (level === null) tellAct({ act: actOf(words), said: textOf(words), told: about });
    else {
      const severity = { dimension: 'priority', scale: 'opsgenie-priority', level } as const;
      teller.tell('SeverityAssigned', { ...severity, ...textOf(words) }, about);
    }
  }
};
