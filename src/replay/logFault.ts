import type { DecodeError } from '../events/decode.ts';
import { showDecodeError } from '../events/decode.ts';
import type { EventId, IncidentId } from '../primitives/ids.ts';

/**
 * One thing that is wrong with an event log, at a line.
 *
 * @public
 */
export type LogFault =
  | {
      /** The line is no JSON: half a line, perhaps, or another file. */
      readonly _tag: 'NotJson';
      /** The line, from 1. */
      readonly line: number;
      /** What the parser says. */
      readonly message: string;
    }
  | {
      /** The line is no event that can be read. */
      readonly _tag: 'NotAnEvent';
      /** The line, from 1. */
      readonly line: number;
      /** Why not, with the fields. */
      readonly error: DecodeError;
    }
  | {
      /** Two lines have the same revision of an incident; the first counts. */
      readonly _tag: 'DuplicateRevision';
      /** The line, from 1. */
      readonly line: number;
      /** The incident. */
      readonly incidentId: IncidentId;
      /** The revision. */
      readonly revision: number;
      /** The line that had it first. */
      readonly firstLine: number;
    }
  | {
      /** Two lines of an incident have the same event id; the first counts. */
      readonly _tag: 'DuplicateEventId';
      /** The line, from 1. */
      readonly line: number;
      /** The incident. */
      readonly incidentId: IncidentId;
      /** The id. */
      readonly eventId: EventId;
      /** The line that had it first. */
      readonly firstLine: number;
    }
  | {
      /** Revisions of an incident are missing before the one at this line. */
      readonly _tag: 'MissingRevision';
      /** The line, from 1. */
      readonly line: number;
      /** The incident. */
      readonly incidentId: IncidentId;
      /** The first one missing. */
      readonly missing: number;
      /** The revision at the line. */
      readonly revision: number;
    };

/** What is wrong, without the place; each part begins with the field. */
const reason = (fault: LogFault): string => {
  switch (fault._tag) {
    case 'NotJson':
      return `expected one event as JSON: ${fault.message}`;
    case 'NotAnEvent':
      return showDecodeError(fault.error);
    case 'DuplicateRevision':
      return `revision: ${fault.revision} of incident ${fault.incidentId} is at line ${fault.firstLine} already`;
    case 'DuplicateEventId':
      return `eventId: ${fault.eventId} of incident ${fault.incidentId} is at line ${fault.firstLine} already`;
    case 'MissingRevision':
      return `revision: expected ${fault.missing} of incident ${fault.incidentId} before ${fault.revision}, and no line has it`;
  }
};

/**
 * Says what is wrong with a log in a sentence that begins with the line.
 *
 * @public
 */
export const showLogFault = (fault: LogFault): string => `line ${fault.line}: ${reason(fault)}`;
