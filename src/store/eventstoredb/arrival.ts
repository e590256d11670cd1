import * as E from 'fp-ts/lib/Either.js';
import { pause } from '../pause.ts';
import type { ArrivalQuery } from '../port.ts';
import type { StoreError } from '../storeError.ts';
import type { EventStoreDbClient, EventStoreDbPosition } from './client.ts';
import type { Context } from './context.ts';
import { storeError } from './context.ts';
import { attemptTime, backOff, patiently } from './patiently.ts';
import { positionIn } from './position.ts';
import { noSuchPage } from './readStream.ts';

/** A server tells how far it has looked only this often; nobody here listens. */
const CHECKPOINT_INTERVAL = 1000;

const nothing = (): void => undefined;

/** What a subscription hears first: its end, an event, or nothing in time. */
type Heard = 'event' | 'dropped';

/** Waits for the first event after a place, as long as it takes; that the wait has begun must be heard in time. */
const firstAfter = async (
  client: EventStoreDbClient,
  ended: AbortSignal,
  {
    from,
    prefix,
    beginMs,
  }: { from: EventStoreDbPosition | 'start'; prefix: string; beginMs: number },
): Promise<Heard> => {
  const subscription = client.subscribeToAll({
    fromPosition: from,
    filter: { filterOn: 'streamName', prefixes: [prefix], checkpointInterval: CHECKPOINT_INTERVAL },
  });
  let end = nothing;
  try {
    return await new Promise<Heard>((resolve, reject) => {
      let begun = false;
      const late = setTimeout(() => {
        const message = `no answer within ${beginMs} ms`;
        reject(Object.assign(new Error(message), { type: 'timeout' }));
      }, beginMs);
      end = () => {
        clearTimeout(late);
        resolve('dropped');
      };
      ended.addEventListener('abort', end);
      subscription.on('confirmation', () => {
        begun = true;
        clearTimeout(late);
      });
      subscription.on('data', () => {
        resolve('event');
      });
      subscription.on('error', (error) => {
        if (begun) resolve('dropped');
        else reject(error);
      });
    });
  } finally {
    end();
    ended.removeEventListener('abort', end);
    subscription.unsubscribe().catch(nothing);
  }
};

/** Settles when there is an event after a position; subscriptions that are dropped are made again. */
export const arrival = async (
  { connection, patience, prefix }: Context,
  { after = null, signal }: ArrivalQuery,
): Promise<E.Either<StoreError, void>> => {
  const from: EventStoreDbPosition | 'start' | null = after === null ? 'start' : positionIn(after);
  if (from === null) return noSuchPage;
  const place = { from, prefix: `${prefix}-`, beginMs: attemptTime(patience) };
  for (;;) {
    const heard = await patiently(
      connection,
      patience,
      { signal, attemptMs: Infinity, replaceLate: false },
      async (client, ended) => firstAfter(client, ended, place),
    );
    if (E.isLeft(heard)) return E.left(storeError(heard.left));
    if (heard.right === 'event') return E.right(undefined);
    await pause({ ms: backOff(patience, 1), signal });
  }
};
