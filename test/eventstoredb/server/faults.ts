import type { status } from '@grpc/grpc-js';

/** The methods that a fault can be set on. */
export type Method =
  'features' | 'read' | 'append' | 'batchAppend' | 'delete' | 'tombstone' | 'gossip';

/** The two ways that appends come in; which one is used, the client decides. */
export const APPENDS: readonly Method[] = ['append', 'batchAppend'];

/** What goes wrong with one call; on `batchAppend`, with one append. */
export type Fault =
  /** Nothing is done; the answer is Unavailable. */
  | { readonly _tag: 'refuse' }
  /** Nothing is done; the answer names another node. */
  | {
      readonly _tag: 'not-leader';
      readonly leader: { readonly host: string; readonly port: number };
    }
  /** Nothing is done; the answer is this gRPC status. */
  | { readonly _tag: 'status'; readonly code: status; readonly details: string }
  /** Nothing is done; the answer is an error that this client knows nothing of. */
  | { readonly _tag: 'strange' }
  /** Nothing is done and nothing is answered. */
  | { readonly _tag: 'silence' }
  /** It is done once the promise has settled, unless the client has gone by then. */
  | { readonly _tag: 'delay'; readonly until: Promise<unknown> }
  /** It is done, and the answer never leaves: the connection is cut, or kept with nothing said on it. */
  | { readonly _tag: 'lose-reply'; readonly connection: 'cut' | 'kept' };

/** A call that waits in the server for the test to let it go on. */
export interface Hold {
  /** Settles when a call has come in and waits. */
  readonly arrived: Promise<void>;
  readonly release: () => void;
}

/** What shall go wrong, in the order set. */
export interface Faults {
  /** The next calls of any of these methods meet this fault. */
  readonly next: (methods: Method | readonly Method[], fault: Fault, times?: number) => void;
  /** All calls of these methods meet this fault, until `clear`. */
  readonly always: (methods: Method | readonly Method[], fault: Fault) => void;
  /** The next call of any of these methods waits in the server. */
  readonly hold: (methods: Method | readonly Method[]) => Hold;
  /** Ends all faults that are still to come. */
  readonly clear: () => void;
  /** Takes the fault that a call meets, if any; for the server's own use. */
  readonly take: (method: Method) => Fault | undefined;
}

interface Plan {
  readonly methods: readonly Method[];
  readonly fault: Fault;
  readonly met: () => void;
  left: number;
}

const nothing = (): void => undefined;

/** Makes a plan of faults with nothing on it. */
export const createFaults = (): Faults => {
  let plans: Plan[] = [];
  const add = (
    methods: Method | readonly Method[],
    fault: Fault,
    left: number,
    met: () => void = nothing,
  ): void => {
    plans.push({ methods: typeof methods === 'string' ? [methods] : methods, fault, left, met });
  };
  return {
    next: (methods, fault, times = 1) => {
      add(methods, fault, times);
    },
    always: (methods, fault) => {
      add(methods, fault, Infinity);
    },
    hold: (methods) => {
      let met: () => void = nothing;
      let release: () => void = nothing;
      const arrived = new Promise<void>((resolve) => {
        met = resolve;
      });
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      add(methods, { _tag: 'delay', until }, 1, () => {
        met();
      });
      return { arrived, release };
    },
    clear: () => {
      plans = [];
    },
    take: (method) => {
      const plan = plans.find(({ methods }) => methods.includes(method));
      if (!plan) return;
      plan.left -= 1;
      if (plan.left <= 0) plans = plans.filter((other) => other !== plan);
      plan.met();
      return plan.fault;
    },
  };
};
