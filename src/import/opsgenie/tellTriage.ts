import type { OutsideObject } from '../json/outsideJson.ts';
import { actorOf } from '../vendor/actorOf.ts';
import { fieldLines } from '../vendor/tellDetails.ts';
import type { Teller, Told } from '../vendor/teller.ts';

/** Why somebody is left out. */
export const NO_ID = 'who it is stands there as a mail address or a name, which is no opaque id';

/** Tells the priority, and who was called. */
export const tellTriage = (
  record: OutsideObject,
  since: Omit<Told, 'item' | 'place'>,
  teller: Teller,
): void => {
  const { tell, leaveOut } = teller;
  const level = record.text('priority');
  if (level !== undefined && level !== '') {
    const told = { ...since, item: 'priority', place: record.placeOf('priority') };
    tell('SeverityAssigned', { dimension: 'priority', scale: 'opsgenie-priority', level }, told);
  }
  for (const called of record.objects('responders')) {
    const responder = actorOf(
      called.id('id'),
      called.text('type') === 'user' ? 'person' : 'organisation',
    );
    if (!responder) {
      leaveOut(called.place, NO_ID);
      continue;
    }
    const told = { ...since, item: `responder/${responder.id}`, place: called.place };
    tell('RoleAssigned', { responder, role: 'responder' }, told);
  }
  const owner = record.text('owner');
  if (owner !== undefined && owner !== '') {
    leaveOut(record.placeOf('owner'), NO_ID);
  }
};

/** Where it came from; a mail address is left out. */
const sourceOf = (record: OutsideObject, { leaveOut }: Pick<Teller, 'leaveOut'>): string | null => {
  const source = record.text('source') ?? '';
  if (!source.includes('@')) return source;
  leaveOut(record.placeOf('source'), NO_ID);
  return null;
};

/** What an alert and an incident say that no event says. */
export const detailsOf = (
  record: OutsideObject,
  teller: Pick<Teller, 'leaveOut'>,
): readonly (readonly [string, unknown])[] => [
  ['alias', record.id('alias')],
  ['entity', record.text('entity')],
  ['source', sourceOf(record, teller)],
  ['tags', record.has('tags') ? record.texts('tags') : null],
  ['actions', record.has('actions') ? record.texts('actions') : null],
  ...fieldLines(record.object('details')),
  ...fieldLines(record.object('extraProperties')),
];
