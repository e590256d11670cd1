import * as t from 'io-ts';
import { EventId } from '../primitives/ids.ts';
import type { Json } from '../primitives/json.ts';
import { Moment } from '../primitives/moment.ts';
import { firstVersion } from './definition.ts';
import { fields, Filled } from './fields.ts';

/** Checked as the target's type: own data may be any JSON. */
const CorrectedData = t.unknown as t.Type<unknown> as t.Type<Json>;

/**
 * An event was wrong, or its source changed its word. The original stays; this says how to read it from now on.
 *
 * @public
 */
export interface Corrected {
  /** The original event, never a correction of it. */
  readonly target: EventId;
  /** Type of the original event. */
  readonly targetType: string;
  /** Schema version that `data` is written in. */
  readonly targetVersion: number;
  /** `transcription`: we copied it wrongly, and the source said this all along. `revision`: the source changed its word. */
  readonly kind: 'transcription' | 'revision';
  /** Why. */
  readonly reason: string;
  /** When it really happened; absent when that stands. */
  readonly occurredAt?: Moment;
  /** The complete right data, as the target’s type; absent when that stands. */
  readonly data?: Json;
}

/**
 * The codec of `Corrected`.
 *
 * @public
 */
export const Corrected: t.Type<Corrected> = fields(
  'Corrected',
  {
    target: EventId,
    targetType: Filled,
    targetVersion: t.number,
    kind: t.keyof({ transcription: null, revision: null }),
    reason: Filled,
  },
  { occurredAt: Moment, data: CorrectedData },
);

/**
 * An event, or a correction, is to be read as if it had never been stated.
 *
 * @public
 */
export interface Retracted {
  /** The event or correction taken back. */
  readonly target: EventId;
  /** Why. */
  readonly reason: string;
}

/**
 * The codec of `Retracted`.
 *
 * @public
 */
export const Retracted: t.Type<Retracted> = fields(
  'Retracted',
  { target: EventId, reason: Filled },
  {},
);

/** What is said about earlier events. */
export const recordKeeping = {
  Corrected: firstVersion(Corrected, 'event'),
  Retracted: firstVersion(Retracted, 'event'),
};
