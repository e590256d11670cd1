import type { EventId } from '../../primitives/ids.ts';
import { derivedEventId, incidentId } from '../../primitives/ids.ts';
import type { Instant } from '../../primitives/instant.ts';
import type { Moment } from '../../primitives/moment.ts';
import type { Source } from '../../primitives/source.ts';
import type { Made } from './recordedAll.ts';
import { minutesIn } from './times.ts';
import type { Amendment, Exactness, Told } from './told.ts';

/** How far apart the types stand in an episode, how far the episodes are apart, and how long a minute is. */
const [STEP, EPISODE, MINUTE_LESS_1_MS, HOUR] = [3, 300, 59_999, 60];

/** An event before its place in the stream is known, with the minute in which it is recorded. */
interface Unplaced {
  readonly event: Omit<Made, 'revision' | 'recordedAt'>;
  readonly recordedMinute: number;
}

const momentAt = (minute: number, exactness: Exactness, source: Source): Moment => {
  const at = minutesIn(minute);
  const until = minutesIn(minute, MINUTE_LESS_1_MS);
  switch (exactness) {
    case 'exact':
      return { earliest: at, latest: at };
    case 'minute':
      return { earliest: at, latest: until };
    case 'no-earliest':
      return { latest: until };
    case 'no-latest':
      return { earliest: at };
    case 'undecided':
      return {
        earliest: minutesIn(minute - HOUR),
        latest: until,
        undecided: {
          group: source.kind,
          alternatives: [
            { zone: 'Europe/Paris', ...wall(minute - HOUR) },
            { zone: 'UTC', ...wall(minute) },
          ],
        },
      };
  }
};

const wall = (minute: number): { readonly earliest: Instant; readonly latest: Instant } => ({
  earliest: minutesIn(minute),
  latest: minutesIn(minute, MINUTE_LESS_1_MS),
});

const exactMinute = (minute: number): Moment => momentAt(minute, 'exact', { kind: 'import' });

const envelope = (
  eventId: EventId,
  source: Source,
): Pick<Made, 'eventId' | 'incidentId' | 'actor' | 'source'> => ({
  eventId,
  incidentId: incidentId('INC-1'),
  actor: { id: 'arbitrary' },
  source,
});

const plain = (type: string, minute: number, id: string): Unplaced => ({
  event: {
    ...envelope(derivedEventId('incident', id), { kind: 'responder', name: 'on call' }),
    type,
    version: 1,
    occurredAt: exactMinute(minute),
    data: {},
  },
  recordedMinute: minute,
});

/** The ends and beginnings that the later episodes need. */
const boundaries = (episodes: number): readonly Unplaced[] =>
  Array.from({ length: episodes }, (_, index) => index + 1).flatMap((episode) => [
    plain('Resolved', episode * EPISODE - 2 * STEP, `end ${episode}`),
    plain('Reopened', episode * EPISODE - STEP, `beginning ${episode}`),
  ]);

const amended = (
  { kind, exactness }: Pick<Told, 'kind' | 'exactness'>,
  { event, recordedMinute }: Unplaced,
  minute: number,
  amendment: Amendment,
  place: number,
): readonly Unplaced[] => {
  const { eventId: target, source } = event;
  const said = recordedMinute + amendment.afterMinutes;
  const at = (eventId: EventId, type: string, data: object, after: number): Unplaced => ({
    event: {
      ...envelope(eventId, source),
      type,
      version: 1,
      occurredAt: exactMinute(said + after),
      data,
    },
    recordedMinute: said + after,
  });
  const id = derivedEventId('amendment', target, `${place}`);
  const { movedMinutes, otherData } = amendment;
  const first =
    amendment.kind === 'retraction'
      ? at(id, 'Retracted', { target, reason: 'withdrawn' }, 0)
      : at(
          id,
          'Corrected',
          {
            target,
            targetType: kind.type,
            targetVersion: kind.version,
            kind: amendment.kind,
            reason: 'put right',
            ...(movedMinutes !== null && {
              occurredAt: momentAt(minute + movedMinutes, exactness, source),
            }),
            ...(otherData && { data: kind.otherData }),
          },
          0,
        );
  const retractions = Array.from({ length: amendment.retractions }, (_, index) =>
    at(
      derivedEventId('retraction', id, `${index}`),
      'Retracted',
      {
        target: index === 0 ? id : derivedEventId('retraction', id, `${index - 1}`),
        reason: 'withdrawn',
      },
      index + 1,
    ),
  );
  return [first, ...retractions];
};

const claims = (told: Told, place: number, rank: number): readonly Unplaced[] => {
  const { kind, source, exactness, statedAfter } = told;
  const minute = told.episode * EPISODE + rank * STEP + told.minutes;
  const said = minute + (statedAfter ?? 0);
  const one: Unplaced = {
    event: {
      ...envelope(derivedEventId('incident', `${place}`), source),
      type: kind.type,
      version: kind.version,
      occurredAt: momentAt(minute, exactness, source),
      ...(statedAfter !== null && { statedAt: exactMinute(said) }),
      data: kind.data,
    },
    recordedMinute: said + told.recordedAfter,
  };
  const { contradiction } = told;
  const other: readonly Unplaced[] = contradiction
    ? [
        {
          event: {
            ...one.event,
            eventId: derivedEventId('contradiction', `${place}`),
            source: contradiction.source,
            occurredAt: momentAt(
              minute + contradiction.movedMinutes,
              exactness,
              contradiction.source,
            ),
            data: contradiction.otherData ? kind.otherData : kind.data,
          },
          recordedMinute: one.recordedMinute + 1,
        },
      ]
    : [];
  return [
    one,
    ...other,
    ...told.amendments.flatMap((amendment, nth) => amended(told, one, minute, amendment, nth)),
  ];
};

/**
 * The events of an incident in the order of their recording, made of what is told of it: each type stands where it
 * usually does in an incident's life.
 *
 * @param rankOf - The place of a type in that life.
 */
export const lifeOf = (
  tellings: readonly Told[],
  rankOf: (type: string) => number,
): readonly Made[] => {
  const episodes = Math.max(0, ...tellings.map(({ episode }) => episode));
  return [
    ...boundaries(episodes),
    ...tellings.flatMap((told, place) => claims(told, place, rankOf(told.kind.type))),
  ]
    .toSorted((a, b) => a.recordedMinute - b.recordedMinute)
    .map(({ event, recordedMinute }, revision) => ({
      ...event,
      revision,
      recordedAt: minutesIn(recordedMinute, revision),
    }));
};
