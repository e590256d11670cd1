import { pause, wake } from '../pause.ts';

/**
 * Lets one piece of work through at a time, in the order of asking, so that a process waits for others only once.
 * Work whose signal is aborted is let through at once, to find that out.
 */
export type Turns = <A>(work: () => Promise<A>, signal?: AbortSignal) => Promise<A>;

/** A queue with nobody in it. */
export const turns = (): Turns => {
  const queue: Set<() => void>[] = [];
  return async (work, signal) => {
    const mine = new Set<() => void>();
    queue.push(mine);
    if (queue[0] !== mine) await pause({ signal, waiting: mine });
    try {
      return await work();
    } finally {
      queue.splice(queue.indexOf(mine), 1);
      if (queue[0]) wake(queue[0]);
    }
  };
};
