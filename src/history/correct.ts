import type { Corrected, Retracted } from '../events/recordKeeping.ts';
import type { RecordedEventOf } from '../events/event.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Moment } from '../primitives/moment.ts';
import type { AsOf } from './asOf.ts';
import { statedAtOf, wasRecorded, wasStated } from './asOf.ts';
import type { AnyRecorded } from './effective.ts';
import { saidAt } from './order.ts';

type Correction = RecordedEventOf<'Corrected', Corrected>;
type Retraction = RecordedEventOf<'Retracted', Retracted>;

/** An event with its statement time filled in and what was said about it applied. */
export type Amended = AnyRecorded & {
  readonly statedAt: Moment;
  readonly amendedBy: readonly EventId[];
};

const isCorrection = (event: AnyRecorded): event is Correction => event.type === 'Corrected';
const isRetraction = (event: AnyRecorded): event is Retraction => event.type === 'Retracted';

const groupByTarget = <E extends Correction | Retraction>(
  events: readonly E[],
): Map<EventId, E[]> => {
  const groups = new Map<EventId, E[]>();
  for (const event of events) {
    const group = groups.get(event.data.target);
    if (group) group.push(event);
    else groups.set(event.data.target, [event]);
  }
  return groups;
};

/** What is retracted: by a visible retraction that is not itself retracted. */
const retracted = (retractions: readonly Retraction[]): ((id: EventId) => boolean) => {
  const byTarget = groupByTarget(retractions);
  const isRetracted = (id: EventId, above: readonly EventId[]): boolean =>
    (byTarget.get(id) ?? []).some(
      ({ eventId }) => !above.includes(eventId) && !isRetracted(eventId, [...above, id]),
    );
  return (id) => isRetracted(id, []);
};

/** When a correction counts as said: a transcription error was said rightly from the start. */
const countsAt = (correction: Correction, target: AnyRecorded): Instant =>
  saidAt(correction.data.kind === 'transcription' ? target : correction);

const inOrderOfStatement =
  (target: AnyRecorded) =>
  (a: Correction, b: Correction): number => {
    const keyOf = (correction: Correction): readonly string[] => [
      countsAt(correction, target),
      saidAt(correction),
      correction.eventId,
    ];
    const [left, right] = [keyOf(a), keyOf(b)];
    const at = left.findIndex((part, index) => part !== right[index]);
    return at < 0 ? 0 : (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
  };

const amend = (target: Amended, correction: Correction): Amended => ({
  ...target,
  occurredAt: correction.data.occurredAt ?? target.occurredAt,
  data: correction.data.data === undefined ? target.data : correction.data.data,
  statedAt: correction.data.kind === 'revision' ? statedAtOf(correction) : target.statedAt,
  amendedBy: [...target.amendedBy, correction.eventId],
});

/**
 * The events visible from there, corrected and without what was retracted. Corrections are applied in the order
 * in which they were stated; each replaces what it carries.
 */
export const correct = (events: readonly AnyRecorded[], asOf: AsOf): readonly Amended[] => {
  const recorded = events.filter(({ recordedAt }) => wasRecorded(recordedAt, asOf));
  const visible = (event: AnyRecorded): boolean => wasStated(event, asOf);
  const isRetracted = retracted(recorded.filter(isRetraction).filter(visible));
  const corrections = groupByTarget(
    recorded
      .filter(isCorrection)
      .filter((event) => !isRetracted(event.eventId))
      .filter((event) => event.data.kind === 'transcription' || visible(event)),
  );
  return recorded
    .filter((event) => visible(event) && !isRetracted(event.eventId))
    .map((event) =>
      (corrections.get(event.eventId) ?? [])
        .filter(({ data }) => data.targetType === event.type)
        .toSorted(inOrderOfStatement(event))
        .reduce<Amended>(amend, { ...event, statedAt: statedAtOf(event), amendedBy: [] }),
    );
};
