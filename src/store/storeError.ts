import type { IncidentId } from '../primitives/ids.ts';
import type { Expected } from './port.ts';

/**
 * Why a store did not do what it was asked to.
 *
 * @public
 */
export type StoreError =
  | {
      /** The stream is not where the append expected it. */
      readonly _tag: 'Conflict';
      /** The stream. */
      readonly incidentId: IncidentId;
      /** What was expected. */
      readonly expected: Expected;
      /** Revision of the last event there is, or `no_stream`. */
      readonly actual: number | 'no_stream';
    }
  | {
      /** The append holds more than a store takes at once. */
      readonly _tag: 'TooLarge';
      /** Its size as JSON in UTF-8. */
      readonly bytes: number;
      /** The most a store takes. */
      readonly limitBytes: number;
    }
  | {
      /** What was asked for is nothing that a store could do. */
      readonly _tag: 'InvalidRequest';
      /** What is wrong with it. */
      readonly reason: string;
    }
  | {
      /** The store cannot be reached or written to now; whether the append was made is not known. */
      readonly _tag: 'Unavailable';
      /** What the store said. */
      readonly message: string;
    }
  | {
      /** The store cannot do this until someone has seen to it: nothing was written, trying again does not help. */
      readonly _tag: 'Unusable';
      /** Such as: not a ledger, of a newer version, read-only, disk full. */
      readonly reason: string;
    }
  | {
      /** The caller's signal ended the work. */
      readonly _tag: 'Aborted';
    }
  | {
      /** What the store holds is not what it wrote. */
      readonly _tag: 'Corrupt';
      /** Where. */
      readonly place: string;
      /** What is wrong there. */
      readonly message: string;
    };

const streamAt = (revision: Expected): string => {
  if (typeof revision === 'number') return `a stream at revision ${revision}`;
  return revision === 'no_stream' ? 'no stream' : 'any stream';
};

/**
 * Says a {@link StoreError} in a sentence.
 *
 * @public
 */
export const showStoreError = (error: StoreError): string => {
  switch (error._tag) {
    case 'Conflict':
      return `incident ${error.incidentId}: expected ${streamAt(error.expected)}, found ${streamAt(error.actual)}`;
    case 'TooLarge':
      return `an append of ${error.bytes} bytes is larger than ${error.limitBytes}`;
    case 'InvalidRequest':
      return `the store was asked for what it cannot do: ${error.reason}`;
    case 'Unavailable':
      return `the store is not available: ${error.message}`;
    case 'Unusable':
      return `the store cannot be used: ${error.reason}`;
    case 'Aborted':
      return 'the work was ended by its signal';
    case 'Corrupt':
      return `the store is damaged at ${error.place}: ${error.message}`;
  }
};
