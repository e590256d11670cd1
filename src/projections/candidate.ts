import type { AnyEffective, AnyHappening } from '../history/effective.ts';
import type { Mutable } from '../history/mutable.ts';
import type { Placed } from '../history/retold.ts';
import type { EventId } from '../primitives/ids.ts';
import { isObject } from '../primitives/isObject.ts';
import type { Moment } from '../primitives/moment.ts';
import type { Source } from '../primitives/source.ts';
import type { Keep } from './copyOf.ts';
import { copyOf, copyWithout, itself } from './copyOf.ts';

/**
 * What an event says beside its envelope and its text, by field.
 *
 * @public
 */
export interface ClaimData {
  /** The value of that field: plain JSON. */
  readonly [field: string]: unknown;
}

/**
 * A claim that was not chosen.
 *
 * @public
 */
export interface OtherClaim {
  /** When it happened, by this claim. */
  readonly moment: Moment;
  /** Who claims it. */
  readonly source: Source;
  /** The claim. */
  readonly eventId: EventId;
  /** What it says more, but for its text. */
  readonly data: ClaimData;
}

/**
 * Something that happened and may be a milestone: the chosen claim, with the others.
 *
 * @public
 */
export interface Candidate {
  /** What happened. */
  readonly type: string;
  /** Key of the happening. */
  readonly happening: string;
  /** The episode it falls in, from 0. */
  readonly episode: number;
  /** When it happened. */
  readonly moment: Moment;
  /** Who says so. */
  readonly source: Source;
  /** The chosen claim, and the one its moment was refined by. */
  readonly evidence: readonly EventId[];
  /** What the chosen claim says more, but for its text. */
  readonly data: ClaimData;
  /** The claims not chosen, the next best first. */
  readonly others: readonly OtherClaim[];
}

const hasFields = (data: unknown): data is ClaimData => isObject(data);

/** The data without its text, which a state has no need to keep. */
const withoutText = (data: unknown, keep: Keep): Record<string, unknown> =>
  hasFields(data) ? copyWithout(data, 'text', keep) : {};

const otherOf = (
  { occurredAt, source, eventId, data }: AnyEffective,
  keep: Keep,
): Mutable<OtherClaim> => ({
  moment: keep(occurredAt),
  source: keep(source),
  eventId,
  data: withoutText(data, keep),
});

/** The same, where it may be the data itself: most has no text. */
const itselfWithoutText = (data: unknown): Mutable<ClaimData> =>
  hasFields(data) && !Array.isArray(data) && !Object.hasOwn(data, 'text')
    ? itself(data)
    : withoutText(data, itself);

/** The one claim about what happened, as the candidate that its happening would be; parts of the event stay in it. */
export const candidateAlone = ({ event, happening, episode }: Placed): Mutable<Candidate> => ({
  type: event.type,
  happening,
  episode,
  moment: itself(event.occurredAt),
  source: itself(event.source),
  evidence: [event.eventId],
  data: itselfWithoutText(event.data),
  others: [],
});

/** What happened, as a candidate. */
export const candidateOf = (event: AnyHappening, keep: Keep = copyOf): Mutable<Candidate> => ({
  type: event.type,
  happening: event.happening,
  episode: event.episode,
  moment: keep(event.occurredAt),
  source: keep(event.source),
  evidence: event.refinedBy === undefined ? [event.eventId] : [event.eventId, event.refinedBy],
  data: withoutText(event.data, keep),
  others: event.others.map((other) => otherOf(other, keep)),
});

/** What the first claim that has such a field says in it: the chosen one, else the next best. */
export const firstSaid = ({ data, others }: Candidate, field: string): unknown =>
  data[field] ?? others.find((other) => other.data[field] !== undefined)?.data[field];
