import type { StoredEvent, UnstoredEvent } from '../../events/stored.ts';
import type { Instant } from '../../primitives/instant.ts';

/** An event about to be written. */
export interface NewEvent {
  /** Its id. */
  readonly eventId: string;
  /** Its type. */
  readonly type: string;
  /** Its JSON, without what the store adds. */
  readonly text: string;
  /** When it was recorded; null when that is now. */
  readonly recordedAt: Instant | null;
}

/** An event to append. */
export const toAppend = (event: UnstoredEvent): NewEvent => ({
  eventId: event.eventId,
  type: event.type,
  text: JSON.stringify(event),
  recordedAt: null,
});

/** An event to restore. */
export const toRestore = (event: StoredEvent): NewEvent => {
  const { revision: _revision, position: _position, recordedAt, ...own } = event;
  return { eventId: event.eventId, type: event.type, text: JSON.stringify(own), recordedAt };
};

/** The JSON of an event with what the store adds; of a key that is there twice, reading takes the last. */
export const recordedText = (text: string, revision: number, recordedAt: Instant): string =>
  `${text.slice(0, -1)},"revision":${revision},"recordedAt":"${recordedAt}"}`;
