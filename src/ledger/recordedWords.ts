import { fieldOf } from '../decide/fieldOf.ts';
import { statedOf } from '../decide/statedAfter.ts';
import type { AnyRecorded } from '../history/effective.ts';
import type { EventId } from '../primitives/ids.ts';
import { derivedEventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import { canonicalJson, sameJson } from '../primitives/json.ts';
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
  /** Whether it is a claim of the document. */
  readonly isClaim: (event: AnyRecorded) => boolean;
  /** Whether it was written to keep the record of the document: to correct or withdraw a claim of it. */
  readonly isKept: (event: AnyRecorded) => boolean;
  /** What was said about an event, by anybody. */
  readonly said: (target: string) => Said;
  /** What the document said of a claim, the claim itself or corrections of it, in the order in which it did; what mends goes last. */
  readonly wordsOf: (recorded: AnyRecorded) => readonly AnyRecorded[];
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

/** Whether a claim is what an event of the document says: the claim as recorded, or a correction of it. */
export const isWord = (claim: AnyEvent, { type, data, occurredAt }: AnyRecorded): boolean =>
  type === 'Corrected' && claim.type !== 'Corrected'
    ? sameJson(fieldOf(data, 'occurredAt'), claim.occurredAt) &&
      sameJson(fieldOf(data, 'data'), claim.data)
    : sameJson(occurredAt, claim.occurredAt) && sameJson(data, claim.data);

/** The id of what keeps the record of a document: the correction or retraction of that number about a claim. */
export const keptId = (
  sourceKey: string,
  target: string,
  count: number,
  right?: { readonly occurredAt: unknown; readonly data: unknown },
): EventId =>
  right === undefined
    ? derivedEventId(target, 'Retracted', sourceKey, String(count))
    : derivedEventId(
        target,
        'Corrected',
        sourceKey,
        String(count),
        canonicalJson({ occurredAt: right.occurredAt, data: right.data }),
      );

const isRevision = ({ data }: AnyRecorded): boolean => fieldOf(data, 'kind') === 'revision';

/** Finds what an incident holds of the document of that key. */
export const recordedWords = (events: readonly AnyRecorded[], sourceKey: string): RecordedWords => {
  const byId = new Map(events.map((event) => [event.eventId, event]));
  const said = saidByTarget(events);
  const isOurs = ({ origin }: AnyRecorded): boolean => origin?.sourceKey === sourceKey;
  /** A document may claim corrections and retractions of its own; those made here have ids of their own kind. */
  const isKept = (event: AnyRecorded): boolean => {
    const { type, data, eventId } = event;
    if ((type !== 'Corrected' && type !== 'Retracted') || !isOurs(event)) return false;
    const target = String(fieldOf(data, 'target'));
    if (type === 'Retracted') {
      return eventId === keptId(sourceKey, target, said(target).retractions.indexOf(event));
    }
    const right = { occurredAt: fieldOf(data, 'occurredAt'), data: fieldOf(data, 'data') };
    return eventId === keptId(sourceKey, target, said(target).corrections.indexOf(event), right);
  };
  return {
    recorded: (eventId) => byId.get(eventId),
    isClaim: (event) => isOurs(event) && !isKept(event),
    isKept,
    said,
    wordsOf: (recorded) => {
      const kept = said(recorded.eventId).corrections.filter(isKept);
      if (kept.length === 0) return [recorded];
      const mended = kept.filter((event) => !isRevision(event));
      const revised = kept.filter(isRevision);
      const inOrder = revised.toSorted((a, b) => (statedOf(a) < statedOf(b) ? -1 : 1));
      return [recorded, ...mended, ...inOrder];
    },
    lastStated: events
      .filter(isOurs)
      .flatMap(({ statedAt }) => certainlyStated(statedAt) ?? [])
      .reduce<Instant | undefined>(
        (last, at) => (last === undefined || at > last ? at : last),
        undefined,
      ),
  };
};
