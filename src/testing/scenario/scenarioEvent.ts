import type { CoreEvents } from '../../events/core.ts';
import type { Envelope, Recording } from '../../events/envelope.ts';
import type { Moment } from '../../primitives/moment.ts';

/**
 * What an event of a scenario can say of itself, all of which can be left out but when it happened.
 *
 * @public
 */
export interface ScenarioEnvelope
  extends
    Partial<Omit<Envelope, 'occurredAt' | 'statedAt'>>,
    Partial<Omit<Recording, 'recordedAt'>> {
  /** When it happened: a time of the scenario's day such as `09:53`, ISO 8601 text, or a moment. */
  readonly occurredAt: Moment | string;
  /** When the source said so; when it was recorded, where absent. */
  readonly statedAt?: Moment | string;
  /** When the ledger took it; as soon as it was stated, or had happened, where absent. */
  readonly recordedAt?: string;
}

/**
 * The data of an event in a scenario; it can be left out where the type asks for none.
 *
 * @public
 */
export type ScenarioData<A> = Partial<A> extends A ? { readonly data?: A } : { readonly data: A };

/**
 * An event in a scenario, of which only what matters is written: the rest is filled in.
 *
 * @public
 */
export type ScenarioEvent<D = CoreEvents> = {
  [K in keyof D]: ScenarioEnvelope & ScenarioData<D[K]> & { readonly type: K };
}[keyof D];
