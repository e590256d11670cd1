import type { Json } from '../primitives/json.ts';
import type { Envelope, Recording } from './envelope.ts';

/**
 * An event as it is handed to a store: version as written, data as JSON. Fields that this version of the
 * library does not know are kept.
 *
 * @public
 */
export interface UnstoredEvent extends Envelope {
  /** What happened. */
  readonly type: string;
  /** The data as JSON. */
  readonly data: Json;
}

/**
 * An event as a store keeps it: version as written, data as JSON. Fields that this version of the library
 * does not know are kept.
 *
 * @public
 */
export interface StoredEvent extends UnstoredEvent, Recording {}
