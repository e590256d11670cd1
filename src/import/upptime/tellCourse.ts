import type { OutsideObject } from '../json/outsideJson.ts';
import type { Teller } from '../vendor/teller.ts';
import { asWritten } from '../vendor/teller.ts';

/** Tells when an issue was closed and opened again, which its events say exactly, and the issue only as it stands. */
export const tellCourse = (record: OutsideObject, { time, tell }: Teller): void => {
  for (const event of record.objects('events')) {
    const what = event.text('event');
    const told = { ...asWritten(time, event, 'created_at'), place: event.place };
    const item = `event/${event.id('id') ?? event.place}`;
    if (what === 'closed') tell('Resolved', {}, { item, ...told });
    if (what === 'reopened') tell('Reopened', {}, { item, ...told });
  }
};
