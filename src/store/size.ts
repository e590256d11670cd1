import type { UnstoredEvent } from '../events/stored.ts';

/** The most that one append may hold, as JSON in UTF-8: 1 MiB, as EventStoreDB's. */
export const APPEND_LIMIT_BYTES = 1024 * 1024;

/** Length of a text in UTF-8; a lone surrogate counts as the replacement that is written for it. */
export const utf8Bytes = (text: string): number => {
  let bytes = text.length;
  // By index: an iterator of code points costs more than writing the event.
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.codePointAt(index) ?? 0;
    if (unit < 0x80) continue;
    bytes += unit < 0x8_00 ? 1 : 2;
    if (unit > 0xff_ff) index += 1;
  }
  return bytes;
};

/** Size of an event in an append: its JSON in UTF-8. */
export const sizeBytes = (event: UnstoredEvent): number => utf8Bytes(JSON.stringify(event));
