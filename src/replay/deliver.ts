import * as E from 'fp-ts/lib/Either.js';
import { core } from '../events/core.ts';
import type { RecordedEvent } from '../events/event.ts';
import { projectTold } from '../history/fold.ts';
import { tell } from '../history/history.ts';
import { defaultPolicy } from '../history/policy.ts';
import type { Projection } from '../history/projection.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { ProjectAllOptions, Replayed, ViewTaker } from './projectAllOptions.ts';
import type { ReplayedIncident } from './projectLog.ts';
import type { TakerFault } from './replayError.ts';
import { messageOf } from '../primitives/messageOf.ts';

/** An incident as it was read. */
export interface ReadIncident {
  readonly incidentId: IncidentId;
  readonly events: readonly RecordedEvent<unknown>[];
  readonly incomplete: boolean;
}

/** Makes the views of incidents and hands them over. */
export interface Delivery<V> {
  /** The view of an incident that was read. */
  readonly viewOf: (incident: ReadIncident) => ReplayedIncident<V>;
  /** Hands a view over; the fault of a taker that throws. A promise only where there is one to wait for. */
  readonly hand: (view: ReplayedIncident<V>) => TakerFault | null | Promise<TakerFault | null>;
  /** How much was made so far. */
  readonly replayed: (bytes: number) => Replayed;
}

/** Whether it has to be waited for: waiting for what is no promise would cost more than making a view. */
export const isPromise = <A>(value: A | Promise<A>): value is Promise<A> =>
  typeof value === 'object' && value !== null && 'then' in value;

const settled = async (
  taken: Promise<void>,
  faultOf: (cause: unknown) => TakerFault,
): Promise<TakerFault | null> => {
  try {
    await taken;
    return null;
  } catch (cause) {
    return faultOf(cause);
  }
};

/** A delivery of one projection's views. */
export const delivery = <S, V>(
  projection: Projection<S, V>,
  { at, vocabulary = core, policy = defaultPolicy, ...look }: ProjectAllOptions,
  take: ViewTaker<V>,
): Delivery<V> => {
  const { knownAt, recordedBefore, occurredBefore } = look;
  const how = {
    vocabulary,
    policy,
    ...(knownAt !== undefined && { knownAt }),
    ...(recordedBefore !== undefined && { recordedBefore }),
    ...(occurredBefore !== undefined && { occurredBefore }),
  };
  const count = { incidents: 0, events: 0, incomplete: 0 };
  return {
    viewOf: ({ incidentId, events, incomplete }) => {
      count.incidents += 1;
      count.events += events.length;
      if (incomplete) count.incomplete += 1;
      return { incidentId, view: projectTold(tell(events, how), projection, at), incomplete };
    },
    hand: (view) => {
      const faultOf = (cause: unknown): TakerFault => {
        const message = messageOf(cause);
        return { _tag: 'TakerFault', incidentId: view.incidentId, message, cause };
      };
      try {
        const taken = take(view);
        return isPromise(taken) ? settled(taken, faultOf) : null;
      } catch (cause) {
        return faultOf(cause);
      }
    },
    replayed: (bytes) => ({ ...count, bytes }),
  };
};

/** Says that a signal has ended the work; null while it has not. */
export const endedBy = (
  signal: AbortSignal | undefined,
): E.Either<{ readonly _tag: 'Aborted' }, never> | null =>
  signal?.aborted === true ? E.left({ _tag: 'Aborted' }) : null;
