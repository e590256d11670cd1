import * as E from 'fp-ts/lib/Either.js';
import type { UnstoredEvent } from '../../events/stored.ts';
import type { IncidentId } from '../../primitives/ids.ts';
import { EventId } from '../../primitives/ids.ts';
import { notJsonAt } from '../../primitives/json.ts';
import { invalidAppend, planAppend, tooLarge, viewOf } from '../appendPlan.ts';
import type { Appended, Expected } from '../port.ts';
import type { StoreError } from '../storeError.ts';
import type { EventStoreDbEventData } from './client.ts';
import type { ClientFailure } from './clientFailure.ts';
import type { Context } from './context.ts';
import { storeError, work } from './context.ts';
import { positionText } from './position.ts';
import { readPage, readWhole } from './readStream.ts';
import { toEventData } from './record.ts';
import { streamName } from './streamName.ts';

type Result<A> = E.Either<StoreError, A>;

/** One append to one stream at a place that is known. */
export interface Write {
  readonly incidentId: IncidentId;
  readonly events: readonly EventStoreDbEventData[];
  readonly expected: number | 'no_stream';
  readonly signal: AbortSignal | undefined;
}

/** How often an append to the end, wherever it is, makes way for others that came first. */
const MOST_CONFLICTS = 1000;

const invalid = (reason: string): StoreError => ({ _tag: 'InvalidRequest', reason });

/** What the client would choke on, hang over, or send as something else; null when there is nothing. */
export const unsendable = (events: readonly UnstoredEvent[]): StoreError | null => {
  for (const event of events) {
    const { eventId, type, data } = event;
    const id: string = eventId;
    if (!EventId.is(id)) return invalid(`${id} is no event id`);
    if (type === '') return invalid(`event ${id} has no type`);
    const [path] = data === undefined ? ['data'] : notJsonAt(event);
    if (path !== undefined) return invalid(`event ${id} has no JSON at ${path}`);
  }
  return null;
};

/** The position of an event, where the answer to an append does not have it. */
const positionAt = async (
  context: Context,
  { incidentId, signal }: Write,
  revision: number,
): Promise<Result<string>> => {
  const after = revision - 1;
  const page = await readPage(context, { incidentId, after, limit: 1, signal });
  return E.isLeft(page) ? page : E.right(page.right.events[0]?.position ?? '');
};

const failed = (
  { incidentId, expected }: Pick<Write, 'incidentId' | 'expected'>,
  failure: ClientFailure,
): StoreError => {
  if (failure._tag === 'WrongRevision') {
    return { _tag: 'Conflict', incidentId, expected, actual: failure.actual };
  }
  return failure._tag === 'TooLarge'
    ? { _tag: 'TooLarge', bytes: failure.limitBytes + 1, limitBytes: failure.limitBytes }
    : storeError(failure);
};

/**
 * Appends at a place that is known, which may be done twice: the server gives the first result to events that
 * stand there already. That is why every append of this store names its place.
 */
export const appendAt = async (context: Context, write: Write): Promise<Result<Appended>> => {
  const { incidentId, events, expected, signal } = write;
  const state = expected === 'no_stream' ? expected : BigInt(expected);
  const stream = streamName(context.prefix, incidentId);
  const appended = await work(context, signal, async (client) =>
    client.appendToStream(stream, [...events], {
      // One client goes by the one, the other by the other.
      expectedRevision: state,
      streamState: state,
      ...(context.credentials && { credentials: context.credentials }),
    }),
  );
  if (E.isLeft(appended)) return E.left(failed(write, appended.left));
  const { success, position } = appended.right;
  if (!success) {
    return E.left(invalid('the client was made with throwOnAppendFailure=false'));
  }
  const lastRevision = (expected === 'no_stream' ? -1 : expected) + events.length;
  if (position) return E.right({ lastRevision, lastPosition: positionText(position) });
  const read = await positionAt(context, write, lastRevision);
  return E.isLeft(read) ? read : E.right({ lastRevision, lastPosition: read.right });
};

/** Appends to the end, wherever it is: the stream is read for what stands in it already. */
const appendAnywhere = async (
  context: Context,
  write: Omit<Write, 'expected'>,
  events: readonly UnstoredEvent[],
): Promise<Result<Appended>> => {
  const { incidentId, signal } = write;
  for (let count = 1; ; count += 1) {
    const stream = await readWhole(context, { incidentId, signal });
    if (E.isLeft(stream)) return stream;
    const plan = planAppend(incidentId, viewOf(stream.right), events, 'any');
    if (E.isLeft(plan)) return plan;
    if (plan.right._tag === 'Written') {
      const { lastRevision } = plan.right;
      return E.right({ lastRevision, lastPosition: stream.right[lastRevision]?.position ?? '' });
    }
    const expected = stream.right.at(-1)?.revision ?? 'no_stream';
    const appended = await appendAt(context, { ...write, expected });
    const overtaken = E.isLeft(appended) && appended.left._tag === 'Conflict';
    if (!overtaken || count >= MOST_CONFLICTS) return appended;
  }
};

/** The event in its own JSON. */
const copyIn = (text: string): UnstoredEvent =>
  // A copy of plain JSON is the same plain JSON.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  JSON.parse(text) as UnstoredEvent;

/** Appends as the port has it. */
export const append = async (
  context: Context,
  incidentId: IncidentId,
  given: readonly UnstoredEvent[],
  { expected, signal }: { readonly expected: Expected; readonly signal: AbortSignal | undefined },
): Promise<Result<Appended>> => {
  const refused = invalidAppend(incidentId, given) ?? unsendable(given);
  if (refused) return E.left(refused);
  const texts = given.map((event) => JSON.stringify(event));
  const large = tooLarge(texts);
  if (large) return E.left(large);
  // What the caller does to its events while this waits changes nothing.
  const events = texts.map((text) => toEventData(copyIn(text)));
  const write = { incidentId, events, signal };
  if (expected === 'any') return appendAnywhere(context, write, given);
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    return E.left(invalid(`a revision is a whole number from 0, not ${expected}`));
  }
  return appendAt(context, { ...write, expected });
};
