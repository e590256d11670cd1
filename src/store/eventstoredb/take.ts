import type { EventStoreDbRead, EventStoreDbRecord } from './client.ts';

const nothing = (): void => undefined;

/**
 * Reads on as long as more is wanted. However it ends, the call is ended on the server too: leaving the loop
 * alone does not do that.
 *
 * @param want - Is given each event, and says whether another is wanted.
 */
export const take = async (
  read: EventStoreDbRead,
  signal: AbortSignal,
  want: (record: EventStoreDbRecord) => boolean,
): Promise<void> => {
  // Without a listener, a failure that comes after the end would end the process.
  read.on?.('error', nothing);
  const end = (): void => {
    read.cancel?.().catch(nothing);
    read.destroy?.();
  };
  signal.addEventListener('abort', end);
  let whole = false;
  try {
    for await (const { event } of read) {
      if (event && !want(event)) return;
    }
    whole = true;
  } finally {
    signal.removeEventListener('abort', end);
    if (!whole) end();
  }
};
