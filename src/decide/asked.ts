import type { EventOf } from '../events/event.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import { definitionOf } from '../events/vocabulary.ts';
import type { AnyEffective } from '../history/effective.ts';
import { withHappening } from '../history/happenings.ts';
import { storyOrder } from '../history/order.ts';
import { factsIn } from '../history/typeFacts.ts';
import { derivedEventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import { exactly } from '../primitives/moment.ts';
import type { AnyCommand } from './command.ts';
import type { DecisionState } from './state.ts';

/** Any event before it is stored, its type and data not looked at. */
export type AnyEvent = EventOf<string, unknown>;

/** The event that a command asks for, at its place in the story. */
export interface Asked {
  /** The event, as it would be read if it were recorded. */
  readonly claim: AnyEffective;
  /** The claims that come before it in the story. */
  readonly before: readonly AnyEffective[];
  /** All claims there are. */
  readonly claims: readonly AnyEffective[];
}

/** The event that a command asks for; its id is that of the command. */
export const eventOf = (
  { type, commandId, incidentId, occurredAt, ...rest }: AnyCommand,
  now: Instant,
  vocabulary: Vocabulary<unknown>,
): AnyEvent => ({
  ...rest,
  eventId: derivedEventId('event', incidentId, commandId),
  incidentId,
  type,
  version: definitionOf(vocabulary, type)?.version ?? 1,
  occurredAt: occurredAt ?? exactly(now),
});

/** Finds the place of an event in the story, and so its episode and happening. */
export const placeIn = (
  { claims }: DecisionState,
  event: AnyEvent,
  now: Instant,
  vocabulary: Vocabulary<unknown>,
): Asked => {
  const order = storyOrder(factsIn(vocabulary));
  const claim = {
    ...event,
    revision: claims.length,
    recordedAt: now,
    statedAt: event.statedAt ?? exactly(now),
    amendedBy: [],
  };
  const earlier = claims.filter((other) => order(other, claim) < 0);
  const placed = withHappening([...earlier, claim], (type) => definitionOf(vocabulary, type));
  const last = placed.at(-1);
  return {
    claim: last ?? { ...claim, episode: 0, happening: event.eventId },
    before: placed.slice(0, -1),
    claims,
  };
};
