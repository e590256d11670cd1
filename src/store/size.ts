import type { UnstoredEvent } from '../events/stored.ts';

/** The most that one append may hold, as JSON in UTF-8: 1 MiB, as EventStoreDB's. */
export const APPEND_LIMIT_BYTES = 1024 * 1024;

const NOT_ASCII = /[^\0-\u{7F}]/gu;

/** Length of a text in UTF-8; a lone surrogate counts as the replacement that is written for it. */
export const utf8Bytes = (text: string): number => {
  let bytes = text.length;
  for (const [character] of text.matchAll(NOT_ASCII)) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x8_00 ? 1 : 2;
  }
  return bytes;
};

/** Size of an event in an append: its JSON in UTF-8. */
export const sizeBytes = (event: UnstoredEvent): number => utf8Bytes(JSON.stringify(event));
