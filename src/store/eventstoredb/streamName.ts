import { IncidentId } from '../../primitives/ids.ts';

/** A prefix is a category of the database: the part of a stream's name before the first hyphen. */
const PREFIX = /^[^\s\p{C}$-][^\s\p{C}-]{0,99}$/u;

/** Whether a text can be the prefix of a ledger's streams: with a hyphen in it, two ledgers could meet. */
export const isPrefix = (prefix: string): boolean => PREFIX.test(prefix);

/** The stream of an incident. */
export const streamName = (prefix: string, incidentId: IncidentId): string =>
  `${prefix}-${incidentId}`;

/** The incident whose stream it is; null for the streams of others. */
export const incidentIn = (prefix: string, stream: string): IncidentId | null => {
  if (!stream.startsWith(`${prefix}-`)) return null;
  const id = stream.slice(prefix.length + 1);
  return IncidentId.is(id) ? id : null;
};
