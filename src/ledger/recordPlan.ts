import { fieldOf } from '../decide/fieldOf.ts';
import { statedAfter, statedOf } from '../decide/statedAfter.ts';
import type { AnyRecorded } from '../history/effective.ts';
import type { EventId } from '../primitives/ids.ts';
import { derivedEventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import { canonicalJson, sameJson } from '../primitives/json.ts';
import type { Moment } from '../primitives/moment.ts';
import { anchorOf, exactly } from '../primitives/moment.ts';
import type { AnyEvent } from './encodeAll.ts';
import type { Imported } from './imported.ts';
import type { ImportedState } from './importedState.ts';

/** An event that recording a document adds, and what it does to which claim. */
export interface Planned {
  /** Whether it is a new claim, changes one, withdraws one, or brings a withdrawn one back. */
  readonly as: 'appended' | 'corrected' | 'retracted' | 'reinstated';
  /** The claim. */
  readonly claim: EventId;
  /** The event. */
  readonly event: AnyEvent;
}

const RECORD_KEEPING: ReadonlySet<string> = new Set(['Corrected', 'Retracted']);

/** What was said about an earlier event, retracted or not, in the order of document. */
interface Said {
  readonly corrections: AnyRecorded[];
  readonly retractions: AnyRecorded[];
}

const saidByTarget = (events: readonly AnyRecorded[]): ((target: string) => Said) => {
  const said = new Map<unknown, Said>();
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

/**
 * What recording a document adds to an incident: new claims, corrections of those that the document now words
 * otherwise, retractions of those that a complete document no longer has, and retractions of such retractions.
 *
 * @remarks A claim is compared with the document's own last word, so that what people corrected or retracted
 * themselves stays so until the document changes.
 */
export const recordPlan = (
  document: Imported,
  { events, standing }: ImportedState,
  now: Instant,
): readonly Planned[] => {
  const { sourceKey, importer, actor } = document;
  const byId = new Map(events.map((event) => [event.eventId, event]));
  const said = saidByTarget(events);
  const isOurs = ({ origin }: AnyRecorded): boolean => origin?.sourceKey === sourceKey;

  const keeping = (
    target: Pick<AnyEvent, 'source' | 'incidentId' | 'origin'>,
    type: 'Corrected' | 'Retracted',
    data: { readonly target: EventId; readonly reason: string },
    ...id: readonly string[]
  ): AnyEvent => ({
    eventId: derivedEventId(data.target, type, sourceKey, ...id),
    incidentId: target.incidentId,
    type,
    version: 1,
    occurredAt: exactly(now),
    actor,
    source: target.source,
    origin: { sourceKey, item: target.origin?.item ?? '', importer },
    data,
  });

  const retraction = (target: AnyRecorded, reason: string): AnyEvent => {
    const count = said(target.eventId).retractions.length;
    return keeping(target, 'Retracted', { target: target.eventId, reason }, String(count));
  };

  const reinstated = (claim: AnyEvent): readonly Planned[] =>
    said(claim.eventId)
      .retractions.filter((event) => isOurs(event) && standing.has(event.eventId))
      .map((event) => ({
        as: 'reinstated',
        claim: claim.eventId,
        event: retraction(event, `${sourceKey} has it again`),
      }));

  const isLastWord = (claim: AnyEvent, recorded: AnyRecorded): boolean => {
    const own = said(claim.eventId).corrections.findLast(isOurs);
    const [occurredAt, data] = own
      ? [fieldOf(own.data, 'occurredAt'), fieldOf(own.data, 'data')]
      : [recorded.occurredAt, recorded.data];
    return sameJson(occurredAt, claim.occurredAt) && sameJson(data, claim.data);
  };

  /** The claim's own time when it is later than all that stands; else a time after that. */
  const statedAtOf = (claim: AnyEvent, recorded: AnyRecorded): Moment | undefined => {
    const corrections = said(claim.eventId).corrections.filter(({ eventId }) =>
      standing.has(eventId),
    );
    const own = claim.statedAt && anchorOf(claim.statedAt);
    const isLater =
      own !== undefined && [recorded, ...corrections].every((event) => statedOf(event) < own);
    return isLater ? claim.statedAt : statedAfter(corrections, now);
  };

  const correction = (claim: AnyEvent, recorded: AnyRecorded): AnyEvent => {
    const { eventId, type, version, occurredAt, data } = claim;
    const statedAt = statedAtOf(claim, recorded);
    const right = {
      target: eventId,
      targetType: type,
      targetVersion: version,
      kind: 'revision',
      reason: `${sourceKey} words it otherwise now`,
      occurredAt,
      data,
    };
    const count = said(eventId).corrections.length;
    return {
      ...keeping(claim, 'Corrected', right, String(count), canonicalJson({ occurredAt, data })),
      ...(statedAt && { statedAt }),
    };
  };

  const present = new Set<string>(document.events.map(({ eventId }) => eventId));
  const told = document.events.flatMap((event): readonly Planned[] => {
    const claim = event.eventId;
    const recorded = byId.get(claim);
    if (!recorded) return [{ as: 'appended', claim, event }];
    return isLastWord(event, recorded)
      ? reinstated(event)
      : [...reinstated(event), { as: 'corrected', claim, event: correction(event, recorded) }];
  });
  const withdrawn = events
    .filter((event) => isOurs(event) && !RECORD_KEEPING.has(event.type))
    .filter(({ eventId }) => standing.has(eventId) && !present.has(eventId))
    .map((event): Planned => ({
      as: 'retracted',
      claim: event.eventId,
      event: retraction(event, `${sourceKey} no longer has it`),
    }));
  return document.complete ? [...told, ...withdrawn] : told;
};
