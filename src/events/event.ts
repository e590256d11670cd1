import type { CoreEvents } from './core.ts';
import type { Envelope, Recording } from './envelope.ts';

/**
 * An event of one type before it is stored.
 *
 * @public
 */
export interface EventOf<K, A> extends Envelope {
  /** What happened. */
  readonly type: K;
  /** What the type says more. */
  readonly data: A;
}

/**
 * An event of one type as a store gave it back.
 *
 * @public
 */
export interface RecordedEventOf<K, A> extends EventOf<K, A>, Recording {}

/**
 * Any event of a vocabulary before it is stored; `type` tells which.
 *
 * @public
 */
export type IncidentEvent<D = CoreEvents> = { [K in keyof D]: EventOf<K, D[K]> }[keyof D];

/**
 * Any event of a vocabulary as a store gave it back; `type` tells which.
 *
 * @public
 */
export type RecordedEvent<D = CoreEvents> = { [K in keyof D]: RecordedEventOf<K, D[K]> }[keyof D];
