import type { EventStore } from '../store/port.ts';

/**
 * One thing that a store, or a projection, must do, for any test runner.
 *
 * @public
 */
export interface ContractCase {
  /** What it must do; goes on after `it`. */
  readonly name: string;
  /** Rejects with what is wrong when it does not. */
  readonly run: () => Promise<void>;
}

/**
 * What a store may leave out if it says so: reading backwards, reading by type, restoring an export, and telling
 * that something arrived, which is what following needs. It refuses what it leaves out with `InvalidRequest`.
 *
 * @public
 */
export type StoreCapability = 'backwards' | 'types' | 'restore' | 'arrival';

/**
 * How the contract gets stores to try.
 *
 * @public
 */
export interface StoreFactory {
  /** A store with nothing in it. */
  readonly make: () => Promise<EventStore>;
  /** Two ledgers in one engine, with nothing in them; null for a store that has no prefixes. */
  readonly makeTwo: (() => Promise<readonly [EventStore, EventStore]>) | null;
  /** What the store can do; everything when absent. */
  readonly capabilities?: readonly StoreCapability[];
}
