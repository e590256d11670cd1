import type { Context } from './context.ts';

/** A call, as far as it can be ended: by the client, by the wire, or by a server that stops. */
export interface Endable {
  readonly cancelled: boolean;
  once: (event: 'cancelled' | 'error', listener: () => void) => unknown;
}

interface Presence {
  ended: boolean;
  readonly end: Promise<void>;
}

const presences = new WeakMap<Endable, Presence>();

/** One pair of listeners a call, however often it is asked after. */
const presenceOf = (call: Endable): Presence => {
  const known = presences.get(call);
  if (known) return known;
  const presence: Presence = {
    ended: call.cancelled,
    end: new Promise<void>((resolve) => {
      const end = (): void => {
        presence.ended = true;
        resolve();
      };
      if (call.cancelled) resolve();
      call.once('cancelled', end);
      call.once('error', end);
    }),
  };
  presences.set(call, presence);
  return presence;
};

/** Settles when a call has ended. */
export const gone = async (call: Endable): Promise<void> => presenceOf(call).end;

/** Whether a call has ended, or the server with it. */
export const isGone = ({ alive }: Pick<Context, 'alive'>, call: Endable): boolean =>
  !alive() || call.cancelled || presenceOf(call).ended;

/** Whether a call has ended. */
export const hasEnded = (call: Endable): boolean => call.cancelled || presenceOf(call).ended;
