import type { AnyRecorded } from './effective.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Moment } from '../primitives/moment.ts';
import { anchorOf } from '../primitives/moment.ts';
import type { TypeFacts } from './typeFacts.ts';

type Sortable = Pick<AnyRecorded, 'type' | 'eventId' | 'occurredAt' | 'recordedAt' | 'statedAt'>;

/** When it was said: the one instant that stands for that. */
export const saidAt = ({ statedAt, recordedAt }: Sortable): Instant =>
  (statedAt && anchorOf(statedAt)) ?? recordedAt;

/** Where in the story it stands: when it began, or, where no source says, when it was said. */
export const toldAt = (event: Sortable): Instant => anchorOf(event.occurredAt) ?? saidAt(event);

/**
 * The order in which a history is told: when it happened, when it was said, the vocabulary's order, the id.
 * The order of arrival plays no part.
 */
export const storyOrder =
  (facts: TypeFacts) =>
  (a: Sortable, b: Sortable): number => {
    const [at, atOther] = [toldAt(a), toldAt(b)];
    if (at !== atOther) return at < atOther ? -1 : 1;
    const [said, saidOther] = [saidAt(a), saidAt(b)];
    if (said !== saidOther) return said < saidOther ? -1 : 1;
    const rank = facts(a.type).rank - facts(b.type).rank;
    if (rank !== 0) return rank;
    return a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0;
  };

/**
 * Which of the moments, sorted by their beginning, may have come before a neighbour or after the next one.
 */
export const uncertainOrder = (moments: readonly Moment[]): readonly boolean[] => {
  let latestBefore = '';
  return moments.map((moment, index) => {
    const next = moments[index + 1];
    const start = moment.earliest ?? '';
    const reachesBack = index > 0 && start <= latestBefore;
    const reachesOn = next !== undefined && (next.earliest ?? '') <= (moment.latest ?? '~');
    const end = moment.latest ?? '~';
    if (end > latestBefore) latestBefore = end;
    return reachesBack || reachesOn;
  });
};
