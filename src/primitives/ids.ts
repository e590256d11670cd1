import * as t from 'io-ts';
import { isPrintable } from './printable.ts';
import { derivedUuid, isUuid, randomUuid } from './uuid.ts';

/**
 * What sets an `IncidentId` apart from any other text.
 *
 * @public
 */
export interface IncidentIdBrand {
  /** Never there at run time. */
  readonly IncidentId: unique symbol;
}

/**
 * What sets an `EventId` apart from any other text.
 *
 * @public
 */
export interface EventIdBrand {
  /** Never there at run time. */
  readonly EventId: unique symbol;
}

/**
 * Name of an incident and of its stream: 1 to 200 characters without spaces or control characters.
 *
 * @public
 */
export type IncidentId = t.Branded<string, IncidentIdBrand>;

/**
 * Id of an event: a UUID in lower case.
 *
 * @remarks Source: RFC 9562.
 * @public
 */
export type EventId = t.Branded<string, EventIdBrand>;

const INCIDENT_ID = /^[^\s\p{C}]{1,200}$/u;

const isIncidentId = (value: unknown): value is IncidentId =>
  typeof value === 'string' && (isPrintable(value) || INCIDENT_ID.test(value));

const isEventId = (value: unknown): value is EventId => typeof value === 'string' && isUuid(value);

/**
 * The codec of `IncidentId`.
 *
 * @public
 */
export const IncidentId: t.Type<IncidentId> = new t.Type(
  'IncidentId (1 to 200 characters, no spaces)',
  isIncidentId,
  (value, context) => (isIncidentId(value) ? t.success(value) : t.failure(value, context)),
  t.identity,
);

/**
 * The codec of `EventId`.
 *
 * @public
 */
export const EventId: t.Type<EventId> = new t.Type(
  'EventId (UUID in lower case)',
  isEventId,
  (value, context) => (isEventId(value) ? t.success(value) : t.failure(value, context)),
  t.identity,
);

/**
 * The incident id that a text in the calling code is.
 *
 * @remarks Errors: throws a RangeError when it is none; text from outside goes through the codec.
 * @public
 */
export const incidentId = (text: string): IncidentId => {
  if (!isIncidentId(text))
    throw new RangeError(`expected ${IncidentId.name}, got ${JSON.stringify(text)}`);
  return text;
};

/**
 * A new event id (UUID version 7).
 *
 * @public
 */
export const newEventId = (): EventId => randomUuid() as EventId;

/**
 * The event id that these parts always have (UUID version 5), so that doing a thing twice adds nothing.
 *
 * @public
 */
export const derivedEventId = (...parts: readonly string[]): EventId =>
  derivedUuid(...parts) as EventId;
