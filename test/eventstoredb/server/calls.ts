import type { Method } from './faults.ts';

/** The books of a server: which calls came in, and which are still open. */
export interface Calls {
  /** How many calls of a method came in; on `batchAppend`, how many appends. */
  readonly seen: (method: Method) => number;
  /** How many calls are open, of one method or of all. */
  readonly open: (method?: Method) => number;
  /** Settles when no call is open, of one method or of all; the call that appends share stays open by itself. */
  readonly idle: (method?: Method) => Promise<void>;
  /** Counts one call in; for the server's own use. */
  readonly count: (method: Method) => void;
  /** Keeps a call open as long as the work on it goes on; `end` ends it. For the server's own use. */
  readonly during: (method: Method, work: Promise<void>, end: () => void) => Promise<void>;
  /** Ends all calls that are open, and all that come in later; for the server's own use. */
  readonly endAll: () => void;
}

interface Open {
  readonly method: Method;
  readonly end: () => void;
}

/** Opens the books. */
export const createCalls = (): Calls => {
  const seen = new Map<Method, number>();
  const open = new Set<Open>();
  const waiting = new Set<() => void>();
  let over = false;

  const openNow = (method?: Method): number =>
    method === undefined ? open.size : [...open].filter((call) => call.method === method).length;

  return {
    seen: (method) => seen.get(method) ?? 0,
    open: openNow,
    idle: async (method) => {
      while (openNow(method) > 0) {
        await new Promise<void>((resolve) => {
          waiting.add(resolve);
        });
      }
    },
    count: (method) => {
      seen.set(method, (seen.get(method) ?? 0) + 1);
    },
    during: async (method, work, end) => {
      const call: Open = { method, end };
      open.add(call);
      if (over) end();
      try {
        await work;
      } finally {
        open.delete(call);
        for (const resolve of waiting) resolve();
        waiting.clear();
      }
    },
    endAll: () => {
      over = true;
      for (const { end } of open) end();
    },
  };
};
