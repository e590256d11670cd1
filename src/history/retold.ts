import type { EventId } from '../primitives/ids.ts';
import { statedAtOf } from './asOf.ts';
import type { AnyEffective, AnyHappening, AnyRecorded } from './effective.ts';

/** What a history found out about an event. */
export interface Found {
  readonly happening: string;
  readonly episode: number;
}

/** An event with the happening that it is a claim about. */
export interface Placed extends Found {
  readonly event: AnyRecorded;
}

/** The fields that every recorded event has. */
const ALWAYS = 10;

/** Whether it has fields that this version of the library does not know. */
const hasMore = (event: AnyRecorded): boolean => {
  let known = ALWAYS;
  if (event.statedAt !== undefined) known += 1;
  if (event.happening !== undefined) known += 1;
  if (event.correlationId !== undefined) known += 1;
  if (event.causationId !== undefined) known += 1;
  if (event.origin !== undefined) known += 1;
  if (event.position !== undefined) known += 1;
  let fields = 0;
  // oxlint-disable-next-line guard-for-in
  for (const _ in event) fields += 1;
  return fields !== known;
};

type OptionalField = 'correlationId' | 'causationId' | 'origin' | 'position';

const keepOptional = <E extends AnyRecorded>(event: AnyRecorded, made: E): E => {
  const copy: { -readonly [K in OptionalField]?: AnyRecorded[K] } = made;
  if (event.correlationId !== undefined) copy.correlationId = event.correlationId;
  if (event.causationId !== undefined) copy.causationId = event.causationId;
  if (event.origin !== undefined) copy.origin = event.origin;
  if (event.position !== undefined) copy.position = event.position;
  return made;
};

/** The claim that an event is: the event with what was found. Field by field, which costs a tenth of a spread. */
export const claimOf = (
  event: AnyRecorded,
  { happening, episode }: Found,
  amendedBy: readonly EventId[],
): AnyEffective => {
  const statedAt = statedAtOf(event);
  if (hasMore(event)) return { ...event, statedAt, amendedBy, happening, episode };
  const { eventId, incidentId, type, version, occurredAt, actor, source, data } = event;
  const { revision, recordedAt } = event;
  return keepOptional(event, {
    eventId,
    incidentId,
    type,
    version,
    occurredAt,
    statedAt,
    actor,
    source,
    data,
    revision,
    recordedAt,
    amendedBy,
    happening,
    episode,
  });
};

/** The happening that the one claim about it is. See {@link claimOf}. */
export const happeningOf = (
  event: AnyRecorded,
  { happening, episode }: Found,
  amendedBy: readonly EventId[],
  others: readonly AnyEffective[],
  orderUncertain: boolean,
): AnyHappening => {
  const statedAt = statedAtOf(event);
  const found = { statedAt, amendedBy, happening, episode, others, orderUncertain };
  if (hasMore(event)) return { ...event, ...found };
  const { eventId, incidentId, type, version, occurredAt, actor, source, data } = event;
  const { revision, recordedAt } = event;
  return keepOptional(event, {
    eventId,
    incidentId,
    type,
    version,
    occurredAt,
    statedAt,
    actor,
    source,
    data,
    revision,
    recordedAt,
    amendedBy,
    happening,
    episode,
    others,
    orderUncertain,
  });
};
