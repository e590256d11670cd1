import { statedAfter, statedOf } from '../decide/statedAfter.ts';
import type { UnstoredEvent } from '../events/stored.ts';
import type { AnyRecorded } from '../history/effective.ts';
import type { EventId } from '../primitives/ids.ts';
import { derivedEventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import { canonicalJson } from '../primitives/json.ts';
import type { Moment } from '../primitives/moment.ts';
import { anchorOf, exactly } from '../primitives/moment.ts';
import type { AnyEvent } from './encodeAll.ts';
import type { Imported } from './imported.ts';
import type { ImportedState } from './importedState.ts';
import type { RecordedWords } from './recordedWords.ts';
import { certainlyStated, recordedWords } from './recordedWords.ts';

/** A claim of the document that is new. */
interface NewClaim {
  readonly as: 'appended';
  /** The claim. */
  readonly claim: EventId;
  /** The claim as the document has it: ready for a store. */
  readonly event: UnstoredEvent;
}

/** An event about a claim that is not new. */
interface AboutClaim {
  /** Whether it changes the claim, withdraws it, or brings it back. */
  readonly as: 'corrected' | 'retracted' | 'reinstated';
  /** The claim. */
  readonly claim: EventId;
  /** The event. */
  readonly event: AnyEvent;
}

/** An event that recording a document adds, and what it does to which claim. */
export type Planned = NewClaim | AboutClaim;

/** What recording a document comes to. */
export interface RecordPlan {
  /** The events to add. */
  readonly planned: readonly Planned[];
  /** The claims left as they are, since a later version of the document was recorded before. */
  readonly outdated: readonly EventId[];
}

const RECORD_KEEPING: ReadonlySet<string> = new Set(['Corrected', 'Retracted']);

/** Whether the document is an older version than one recorded before. */
const isOlder = ({ statedAt }: Imported, { lastStated }: RecordedWords): boolean => {
  const stated = certainlyStated(statedAt);
  return stated !== undefined && lastStated !== undefined && stated < lastStated;
};

/**
 * What an older version adds: nothing, since what it says otherwise is not the document's last word, and from when to
 * when it was cannot be told from what is recorded. Only a version that never told all adds what nobody has told since.
 */
const olderPlan = (document: Imported, { recorded, wasSaid }: RecordedWords): RecordPlan => {
  const planned: Planned[] = [];
  const outdated: EventId[] = [];
  for (const event of document.events) {
    const before = recorded(event.eventId);
    if (!before && !document.complete)
      planned.push({ as: 'appended', claim: event.eventId, event });
    else if (!before || !wasSaid(event, before)) outdated.push(event.eventId);
  }
  return { planned, outdated };
};

/**
 * What recording a document adds to an incident: new claims, corrections of those that the document now words
 * otherwise, retractions of those that a complete document no longer has, and retractions of such retractions.
 *
 * @remarks A claim is compared with the document's own last word, so that what people corrected or retracted
 * themselves stays so until the document changes. Versions that tell when they were stated are taken in that order: an older
 * one than the latest recorded changes nothing. Of one time, they are taken in the order in which they come.
 */
export const recordPlan = (
  document: Imported,
  { events, standing }: ImportedState,
  now: Instant,
): RecordPlan => {
  const { sourceKey, importer, actor } = document;
  const words = recordedWords(events, sourceKey);
  if (isOlder(document, words)) return olderPlan(document, words);
  const { recorded: recordedAs, isOurs, said, isLastWord } = words;

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
    occurredAt: document.statedAt ?? exactly(now),
    actor,
    source: target.source,
    origin: { sourceKey, item: target.origin?.item ?? '', importer },
    data,
  });

  const retraction = (target: AnyRecorded, reason: string): AnyEvent => {
    const count = said(target.eventId).retractions.length;
    return {
      ...keeping(target, 'Retracted', { target: target.eventId, reason }, String(count)),
      ...(document.statedAt && { statedAt: document.statedAt }),
    };
  };

  const reinstated = (claim: AnyEvent): readonly Planned[] =>
    said(claim.eventId)
      .retractions.filter((event) => isOurs(event) && standing.has(event.eventId))
      .map((event) => ({
        as: 'reinstated',
        claim: claim.eventId,
        event: retraction(event, `${sourceKey} has it again`),
      }));

  /** The document's time, else the claim's own, when it is later than all that stands; else a time after that. */
  const statedAtOf = (claim: AnyEvent, recorded: AnyRecorded): Moment | undefined => {
    const corrections = said(claim.eventId).corrections.filter(({ eventId }) =>
      standing.has(eventId),
    );
    const own = document.statedAt ?? claim.statedAt;
    const at = own && anchorOf(own);
    const all = [recorded, ...corrections];
    if (at === undefined) return statedAfter(corrections, now);
    const isLater = all.every((event) => statedOf(event) < at);
    if (!document.statedAt) return isLater ? own : statedAfter(corrections, now);
    const isSameTime = certainlyStated(recorded.statedAt) === at;
    return isLater && !isSameTime ? own : statedAfter(all, at);
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

  const planned: Planned[] = [];
  for (const event of document.events) {
    const claim = event.eventId;
    const recorded = recordedAs(claim);
    if (recorded) {
      planned.push(...reinstated(event));
      if (isLastWord(event, recorded)) continue;
      planned.push({ as: 'corrected', claim, event: correction(event, recorded) });
    } else planned.push({ as: 'appended', claim, event });
  }
  if (!document.complete || events.length === 0) return { planned, outdated: [] };
  const present = new Set<string>(document.events.map(({ eventId }) => eventId));
  const withdrawn = events
    .filter((event) => isOurs(event) && !RECORD_KEEPING.has(event.type))
    .filter(({ eventId }) => standing.has(eventId) && !present.has(eventId))
    .map((event): Planned => ({
      as: 'retracted',
      claim: event.eventId,
      event: retraction(event, `${sourceKey} no longer has it`),
    }));
  return { planned: [...planned, ...withdrawn], outdated: [] };
};
