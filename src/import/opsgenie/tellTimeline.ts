import type { OutsideObject } from '../json/outsideJson.ts';
import { byTime } from '../vendor/byTime.ts';
import { asWritten, textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';
import { actTeller } from './actTeller.ts';
import { actOf } from './actOf.ts';

const wordsIn = (entry: OutsideObject, key: string): string | undefined => {
  const found = entry.raw(key);
  return typeof found === 'string' ? found : entry.object(key)?.text('content');
};

/** `IncidentResolved` as words. */
const spaced = (type: string): string => type.replaceAll(/(?<=[a-z])(?=[A-Z])|_/g, ' ');

/**
 * Tells the timeline of an incident: what the types of its entries say was done, the rest as notes.
 *
 * @remarks Source: the answer of Opsgenie’s timeline API as clients of it describe it; no list of its types is published.
 */
export const tellTimeline: Gathered['tell'] = (id, entries, teller) => {
  const tellAct = actTeller(id, 'incident', teller);
  for (const { record, told } of byTime(entries, (entry) =>
    asWritten(teller.time, entry, 'eventTime'),
  )) {
    const item = record.id('id');
    const type = spaced(record.text('type') ?? '');
    if (item === undefined || !told.at) {
      teller.leaveOut(record.place, 'an entry of a timeline needs an id and a time');
      continue;
    }
    const said = textOf(wordsIn(record, 'title'), wordsIn(record, 'description'));
    const words = said.text ? said : textOf(type);
    tellAct({
      // That the alert of one who was called is closed ends nothing.
      act: type.startsWith('Responder Alert Closed') ? null : actOf(type),
      said: words,
      told: { item: `timeline/${item}`, ...told, place: record.place },
    });
  }
};
