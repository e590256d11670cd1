import { randomUUID } from 'node:crypto';
import { commitCheck, type Expected } from './commitCheck.ts';
import type { Log } from './log.ts';
import { sizeBytes, type ProposedRecord } from './record.ts';
import { metastreamOf, streamState } from './streamState.ts';

/** The limit of one append that servers up to 25.0 ship with. */
export const MAX_APPEND_BYTES = 1_048_576;

/** Why a write was not done. */
export type WriteRefusal =
  | {
      readonly _tag: 'wrong-revision';
      readonly expected: Expected;
      readonly current: bigint | undefined;
    }
  | { readonly _tag: 'stream-deleted' }
  | { readonly _tag: 'too-large'; readonly limitBytes: number }
  | { readonly _tag: 'bad-request'; readonly message: string };

/** What became of an append. */
export type AppendOutcome =
  | {
      readonly _tag: 'appended';
      /** The last revision of what was appended; absent after appending nothing to no stream. */
      readonly revision?: bigint;
      readonly position?: bigint;
    }
  | WriteRefusal;

/** One append as a client asks for it. */
export interface AppendRequest {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly ProposedRecord[];
}

/** What an append needs to know of the server. */
export interface AppendRules {
  readonly nowMs: () => number;
  readonly maxAppendBytes: number;
}

const UUID_TEXT = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const badEvent = (events: readonly ProposedRecord[]): string | undefined => {
  const event = events.find(({ id, type }) => !UUID_TEXT.test(id) || type === '');
  if (!event) return undefined;
  return event.type === '' ? 'The event type is empty' : `Not an event id: ${event.id}`;
};

const record = (type: string, data: unknown): ProposedRecord => ({
  id: randomUUID(),
  type,
  contentType: 'application/json',
  data: Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)),
  metadata: new Uint8Array(),
});

/** Writes the metadata that makes a stream begin at a revision; `$tb` is text because it may not fit a double. */
export const writeTruncation = (
  log: Log,
  stream: string,
  before: bigint,
  createdMs: number,
): bigint => {
  const written = log.write({
    stream: metastreamOf(stream),
    events: [record('$metadata', `{"$tb":${before}}`)],
    createdMs,
  });
  return written.at(-1)?.position ?? log.end();
};

/** Writes the record that ends a stream for ever. */
export const writeTombstone = (log: Log, stream: string, createdMs: number): bigint => {
  const events = [record('$streamDeleted', {})];
  const written = log.write({ stream, events, createdMs, tombstone: true });
  return written.at(-1)?.position ?? log.end();
};

/** Appends, or says why not; all events of one append are written together. */
export const append = (log: Log, request: AppendRequest, rules: AppendRules): AppendOutcome => {
  const { stream, expected, events } = request;
  const message = stream === '' ? 'The stream name is empty' : badEvent(events);
  if (message !== undefined) return { _tag: 'bad-request', message };
  const bytes = events.reduce((sum, event) => sum + sizeBytes(event), 0);
  if (bytes > rules.maxAppendBytes) return { _tag: 'too-large', limitBytes: rules.maxAppendBytes };

  const ids = events.map(({ id }) => id);
  const check = commitCheck(log, stream, ids, expected);
  switch (check._tag) {
    case 'stream-deleted':
      return check;
    case 'wrong-revision':
      return { ...check, expected };
    case 'again':
      return { _tag: 'appended', revision: check.last.revision, position: check.last.position };
    case 'new':
      break;
  }
  const before = streamState(log, stream);
  const createdMs = rules.nowMs();
  const last = log.write({ stream, events, createdMs }).at(-1);
  if (before.softDeleted && last) {
    writeTruncation(log, stream, (before.last ?? -1n) + 1n, createdMs);
  }
  const revision = last?.revision ?? before.last;
  return {
    _tag: 'appended',
    ...(revision !== undefined && { revision }),
    ...(last && { position: last.position }),
  };
};
