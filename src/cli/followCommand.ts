import * as E from 'fp-ts/lib/Either.js';
import type { StoredEvent } from '../index.ts';
import { follow } from '../index.ts';
import { plain, zonedClock } from '../report/public.ts';
import type { Failure } from './failure.ts';
import { storeFailed } from './failure.ts';
import { inert } from './inert.ts';
import type { Io } from './io.ts';
import type { FollowRequest } from './request.ts';
import { withStore } from './withStore.ts';
import { showFailure } from '../index.ts';

const lineOf = (event: StoredEvent): string => {
  const clock = zonedClock('UTC');
  const { recordedAt, incidentId, type, source } = event;
  const when = `${clock.dayOf(recordedAt)} ${clock.timeOf(recordedAt)}`;
  return plain(`${when}  ${incidentId}  ${type}  [${source.kind}]`);
};

/** Writes the events of a ledger as they are recorded, one a line, until the user stops it. */
export const followCommand = async (
  { ledger, from, json }: FollowRequest,
  io: Io,
): Promise<Failure | null> =>
  withStore(io, ledger, async (store) => {
    const ended = await follow(
      store,
      { from },
      async (events) => {
        const lines = events.map((event) => (json ? inert(JSON.stringify(event)) : lineOf(event)));
        await io.out(lines.map((line) => `${line}\n`).join(''));
      },
      {
        signal: io.signal,
        onCaughtUp: (position) => {
          io.say(`caught up${position === null ? '' : ` at position ${position}`}`);
        },
      },
    )();
    if (E.isLeft(ended)) {
      const { left } = ended;
      return storeFailed(left._tag === 'HandlerFault' ? left.message : showFailure(left));
    }
    if (ended.right !== null) io.say(`stopped; --from ${ended.right} goes on from here`);
    return null;
  });
