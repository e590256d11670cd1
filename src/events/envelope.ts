import * as t from 'io-ts';
import { Actor } from '../primitives/actor.ts';
import { EventId, IncidentId } from '../primitives/ids.ts';
import { Instant } from '../primitives/instant.ts';
import { Moment } from '../primitives/moment.ts';
import { Source } from '../primitives/source.ts';
import { fields, Filled } from './fields.ts';

/**
 * Which item of which outside document an imported event was read from.
 *
 * @public
 */
export interface Origin {
  /** The document, under a key that stays the same when its text is edited. */
  readonly sourceKey: string;
  /** The item inside it: its own id, or its place. */
  readonly item: string;
  /** The importer that read it, as `name@version`. */
  readonly importer: string;
  /** Digest of the words it was read from, where the importer gives one: the same words have the same. */
  readonly digest?: string;
}

const Origin: t.Type<Origin> = fields(
  'Origin',
  { sourceKey: Filled, item: t.string, importer: Filled },
  { digest: Filled },
);

/**
 * What every event says beside its data: what happened when, who says so, and when they said it.
 *
 * @public
 */
export interface Envelope {
  /** Id of the event. */
  readonly eventId: EventId;
  /** The incident whose stream it is in. */
  readonly incidentId: IncidentId;
  /** Schema version of the data, from 1. */
  readonly version: number;
  /** When it happened in the world. */
  readonly occurredAt: Moment;
  /** When the source said so; when absent, at `recordedAt`. */
  readonly statedAt?: Moment;
  /** Who put it into the ledger. */
  readonly actor: Actor;
  /** Who says so. */
  readonly source: Source;
  /** Key of the happening that it is a claim about, where the type's own rule does not find it. */
  readonly happening?: string;
  /** Id that all events of one piece of work share. */
  readonly correlationId?: string;
  /** Id of the event or command that led to it. */
  readonly causationId?: string;
  /** Where it was imported from. */
  readonly origin?: Origin;
}

/**
 * What a store adds when it takes an event.
 *
 * @public
 */
export interface Recording {
  /** Place in the incident's stream: from 0, no gaps. */
  readonly revision: number;
  /** Place in the whole store: opaque text, comparable; absent in an exported log. */
  readonly position?: string;
  /** When this ledger took it. */
  readonly recordedAt: Instant;
}

const Version = t.refinement(
  t.number,
  (value) => Number.isSafeInteger(value) && value >= 1,
  'version (whole number from 1)',
);

const Revision = t.refinement(
  t.number,
  (value) => Number.isSafeInteger(value) && value >= 0,
  'revision (whole number from 0)',
);

/** Data of any type; there must be some. */
const Present: t.Type<unknown> = t.refinement(
  t.unknown,
  (value): boolean => value !== undefined,
  'data of the type',
);

const envelopeFields = {
  required: {
    eventId: EventId,
    incidentId: IncidentId,
    type: Filled,
    version: Version,
    occurredAt: Moment,
    actor: Actor,
    source: Source,
    data: Present,
  },
  optional: {
    statedAt: Moment,
    happening: Filled,
    correlationId: t.string,
    causationId: t.string,
    origin: Origin,
  },
};

/** The codec of an event before it is stored, its data not looked at. */
export const UnrecordedEnvelope: t.Type<Envelope & { type: string; data: unknown }> = fields(
  'event',
  envelopeFields.required,
  envelopeFields.optional,
);

/** The codec of a stored event, its data not looked at. */
export const RecordedEnvelope: t.Type<Envelope & Recording & { type: string; data: unknown }> =
  fields(
    'event',
    { ...envelopeFields.required, revision: Revision, recordedAt: Instant },
    { ...envelopeFields.optional, position: t.string },
  );
