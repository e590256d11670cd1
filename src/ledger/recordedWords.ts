import { fieldOf } from '../decide/fieldOf.ts';
import type { AnyRecorded } from '../history/effective.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import { sameJson } from '../primitives/json.ts';
import type { Moment } from '../primitives/moment.ts';
import type { AnyEvent } from './encodeAll.ts';

/** What was said about an earlier event, retracted or not, in the order of recording. */
export interface Said {
  /** The corrections of it. */
  readonly corrections: readonly AnyRecorded[];
  /** The retractions of it. */
  readonly retractions: readonly AnyRecorded[];
}

/** What an incident holds of one document. */
export interface RecordedWords {
  /** The event of that id. */
  readonly recorded: (eventId: EventId) => AnyRecorded | undefined;
  /** Whether the document said it. */
  readonly isOurs: (event: AnyRecorded) => boolean;
  /** What was said about an event, by anybody. */
  readonly said: (target: string) => Said;
  /** Whether a claim is what the document last said. */
  readonly isLastWord: (claim: AnyEvent, recorded: AnyRecorded) => boolean;
  /** Whether a claim is what the document ever said. */
  readonly wasSaid: (claim: AnyEvent, recorded: AnyRecorded) => boolean;
  /** The latest version of the document that left a trace, by when it was stated; undefined when none tells. */
  readonly lastStated: Instant | undefined;
}

const saidByTarget = (events: readonly AnyRecorded[]): ((target: string) => Said) => {
  const said = new Map<unknown, { corrections: AnyRecorded[]; retractions: AnyRecorded[] }>();
  const nothing: Said = { corrections: [], retractions: [] };
  for (const event of events) {
    if (event.type !== 'Corrected' && event.type !== 'Retracted') continue;
    const target = fieldOf(event.data, 'target');
    const group = said.get(target) ?? { corrections: [], retractions: [] };
    group[event.type === 'Corrected' ? 'corrections' : 'retractions'].push(event);
    said.set(target, group);
  }
  return (target) => said.get(target) ?? nothing;
};

/** When something was certainly stated, where its source tells. */
export const certainlyStated = (statedAt: Moment | undefined): Instant | undefined =>
  statedAt?.latest;

/** Whether a claim says that. */
const isWord = (claim: AnyEvent, occurredAt: unknown, data: unknown): boolean =>
  sameJson(occurredAt, claim.occurredAt) && sameJson(data, claim.data);

/** Whether a claim says what a correction says. */
const isIn = (claim: AnyEvent, { data }: AnyRecorded): boolean =>
  isWord(claim, fieldOf(data, 'occurredAt'), fieldOf(data, 'data'));

/** Finds what an incident holds of the document of that key. */
export const recordedWords = (events: readonly AnyRecorded[], sourceKey: string): RecordedWords => {
  const byId = new Map(events.map((event) => [event.eventId, event]));
  const said = saidByTarget(events);
  const isOurs = ({ origin }: AnyRecorded): boolean => origin?.sourceKey === sourceKey;
  return {
    recorded: (eventId) => byId.get(eventId),
    isOurs,
    said,
    isLastWord: (claim, recorded) => {
      const own = said(claim.eventId).corrections.findLast(isOurs);
      return own ? isIn(claim, own) : isWord(claim, recorded.occurredAt, recorded.data);
    },
    wasSaid: (claim, recorded) =>
      isWord(claim, recorded.occurredAt, recorded.data) ||
      said(claim.eventId).corrections.some((own) => isOurs(own) && isIn(claim, own)),
    lastStated: events
      .filter(isOurs)
      .flatMap(({ statedAt }) => certainlyStated(statedAt) ?? [])
      .reduce<Instant | undefined>(
        (last, at) => (last === undefined || at > last ? at : last),
        undefined,
      ),
  };
};
