import type { DecodeError } from '../events/decode.ts';
import { showDecodeError } from '../events/decode.ts';
import type { ProjectionFault } from '../history/fold.ts';
import type { Fault } from '../primitives/fault.ts';
import { showFault } from '../primitives/fault.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { StoreError } from '../store/storeError.ts';
import { showStoreError } from '../store/storeError.ts';

/**
 * Some of what was to be recorded is not what its type says. Nothing was written.
 *
 * @public
 */
export interface InvalidEvents {
  /** Always `InvalidEvents`. */
  readonly _tag: 'InvalidEvents';
  /** Each event or claim that is wrong, with all that is wrong with it. */
  readonly invalid: readonly {
    /** Its place among those to be recorded, from 0. */
    readonly index: number;
    /** Its type. */
    readonly type: string;
    /** What is wrong. */
    readonly faults: readonly Fault[];
  }[];
}

/**
 * What was to be recorded is no document: plain JavaScript can pass anything. Nothing was written.
 *
 * @public
 */
export interface InvalidDocument {
  /** Always `InvalidDocument`. */
  readonly _tag: 'InvalidDocument';
  /** All that is wrong with it, each with its path. */
  readonly faults: readonly Fault[];
}

/**
 * The store holds events that cannot be read.
 *
 * @public
 */
export interface UnreadableEvents {
  /** Always `UnreadableEvents`. */
  readonly _tag: 'UnreadableEvents';
  /** The incident. */
  readonly incidentId: IncidentId;
  /** Each event that cannot be read. */
  readonly unreadable: readonly {
    /** Its place in the stream. */
    readonly revision: number;
    /** Why not. */
    readonly error: DecodeError;
  }[];
}

/**
 * Why an incident could not be loaded.
 *
 * @public
 */
export type LoadError = StoreError | UnreadableEvents;

/**
 * Why a ledger did not do what it was asked to, refusals aside.
 *
 * @public
 */
export type LedgerError = LoadError | InvalidEvents | InvalidDocument | ProjectionFault;

/**
 * Says a {@link LedgerError} in a sentence.
 *
 * @public
 */
export const showLedgerError = (error: LedgerError): string => {
  switch (error._tag) {
    case 'InvalidEvents':
      return error.invalid
        .map(
          ({ index, type, faults }) => `${type} at ${index}: ${faults.map(showFault).join('; ')}`,
        )
        .join('; ');
    case 'InvalidDocument':
      return `this is no document: ${error.faults.map(showFault).join('; ')}`;
    case 'UnreadableEvents':
      return error.unreadable
        .map(
          ({ revision, error: cause }) =>
            `incident ${error.incidentId}, revision ${revision}: ${showDecodeError(cause)}`,
        )
        .join('; ');
    case 'ProjectionFault':
      return `projection ${error.projection} failed${error.eventId === null ? '' : ` at event ${error.eventId}`}: ${error.message}`;
    default:
      return showStoreError(error);
  }
};
