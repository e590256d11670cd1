import * as E from 'fp-ts/lib/Either.js';
import type { StoredEvent } from '../../events/stored.ts';
import type { IncidentId } from '../../primitives/ids.ts';
import { invalidRestore } from '../appendPlan.ts';
import type { Appended } from '../port.ts';
import { APPEND_LIMIT_BYTES, utf8Bytes } from '../size.ts';
import type { StoreError } from '../storeError.ts';
import { appendAt, unsendable } from './append.ts';
import type { EventStoreDbEventData } from './client.ts';
import type { Context } from './context.ts';
import { readWhole } from './readStream.ts';
import { toEventData } from './record.ts';

type Result<A> = E.Either<StoreError, A>;

/** Parts that a server takes in one append each. */
const partsOf = (
  events: readonly EventStoreDbEventData[],
): readonly (readonly EventStoreDbEventData[])[] => {
  const parts: EventStoreDbEventData[][] = [];
  let bytes = Infinity;
  for (const event of events) {
    const own = utf8Bytes(JSON.stringify(event));
    const part = parts.at(-1);
    if (part && bytes + own <= APPEND_LIMIT_BYTES) {
      part.push(event);
      bytes += own;
    } else {
      parts.push([event]);
      bytes = own;
    }
  }
  return parts;
};

/**
 * Fills an empty stream, part by part where it is large; what an earlier attempt left unfinished is finished.
 */
export const restore = async (
  context: Context,
  incidentId: IncidentId,
  events: readonly StoredEvent[],
  signal: AbortSignal | undefined,
): Promise<Result<Appended>> => {
  const refused = invalidRestore(incidentId, events) ?? unsendable(events);
  if (refused) return E.left(refused);
  const there = await readWhole(context, { incidentId, signal });
  if (E.isLeft(there)) return there;
  const last = there.right.at(-1);
  const same = there.right.every(({ eventId }, index) => events[index]?.eventId === eventId);
  if (!same) {
    const actual = last?.revision ?? 'no_stream';
    return E.left({ _tag: 'Conflict', incidentId, expected: 'no_stream', actual });
  }
  const missing = events
    .slice(there.right.length)
    .map((event) => toEventData(structuredClone(event), event.recordedAt));
  let appended: Appended = {
    lastRevision: last?.revision ?? -1,
    lastPosition: last?.position ?? '',
  };
  for (const part of partsOf(missing)) {
    const expected = appended.lastRevision < 0 ? 'no_stream' : appended.lastRevision;
    const written = await appendAt(context, { incidentId, events: part, expected, signal });
    if (E.isLeft(written)) return written;
    appended = written.right;
  }
  return E.right(appended);
};
