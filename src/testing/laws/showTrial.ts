import type { AnyRecorded } from '../../history/effective.ts';
import { showValue } from '../../primitives/fault.ts';
import type { Moment } from '../../primitives/moment.ts';
import { sourceKey } from '../../primitives/source.ts';
import type { Trial } from './law.ts';

const momentText = ({ earliest, latest, undecided }: Moment): string => {
  const ends = earliest === latest ? (earliest ?? '?') : `${earliest ?? '?'} to ${latest ?? '?'}`;
  return undecided ? `${ends}, zone undecided` : ends;
};

/** Ids of events are told by their place in the list. */
const withPlaces = (text: string, events: readonly AnyRecorded[]): string =>
  events.reduce((now, { eventId, revision }) => now.replaceAll(eventId, `event ${revision}`), text);

const line = (event: AnyRecorded, events: readonly AnyRecorded[]): string => {
  const { revision, type, occurredAt, source, statedAt, recordedAt, data } = event;
  const said = statedAt ? `, stated ${momentText(statedAt)}` : '';
  const known: unknown = JSON.parse(withPlaces(JSON.stringify(data), events));
  return `  ${revision} ${type} ${momentText(occurredAt)}, ${sourceKey(source)}${said}, recorded ${recordedAt}, ${showValue(known)}`;
};

/** The events of a trial, one a line. */
export const showTrial = ({ events, at }: Trial): string => {
  const count = events.length === 1 ? '1 event' : `${events.length} events`;
  return [
    `the smallest case found, of ${count}, viewed at ${at}:`,
    ...events.map((event) => line(event, events)),
  ].join('\n');
};
