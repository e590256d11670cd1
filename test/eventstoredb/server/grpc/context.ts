import type { Calls } from '../calls.ts';
import type { Fault, Faults, Method } from '../faults.ts';
import type { AppendRules } from '../log/append.ts';
import type { Log } from '../log/log.ts';

/** What the methods of one server share. */
export interface Context extends AppendRules {
  readonly log: Log;
  readonly faults: Faults;
  readonly calls: Calls;
  readonly batchAppend: boolean;
  /** The port that clients reach this server on. */
  readonly port: () => number;
  /** Whether the server is still up; one that crashed does nothing more for calls that waited in it. */
  readonly alive: () => boolean;
  /** Resets all connections. */
  readonly cut: () => void;
  /** Calls back whenever subscriptions are to be told that they fell behind. @returns what ends it. */
  readonly onFallBehind: (listener: () => void) => () => void;
}

/** Counts a call in and takes the fault that it meets. */
export const arrive = ({ calls, faults }: Context, method: Method): Fault | undefined => {
  calls.count(method);
  return faults.take(method);
};
