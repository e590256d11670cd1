import type { UnstoredEvent } from '../events/stored.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import { exactly } from '../primitives/moment.ts';
import type { AnyEvent } from './encodeAll.ts';
import type { Imported } from './imported.ts';
import type { ImportedState } from './importedState.ts';
import { keepRecord } from './keepRecord.ts';
import type { RecordedWords } from './recordedWords.ts';
import { certainlyStated, isWord, recordedWords } from './recordedWords.ts';

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
  /** Whether it changes the claim, makes room for what does, withdraws the claim, or brings it back. */
  readonly as: 'corrected' | 'cleared' | 'retracted' | 'reinstated';
  /** The claim. */
  readonly claim: EventId;
  /** The event. */
  readonly event: AnyEvent;
  /** Whether the words are the same, and only read otherwise now. */
  readonly isMended?: boolean;
}

/** An event that recording a document adds, and what it does to which claim. */
export type Planned = NewClaim | AboutClaim;

/** Plans to add a claim that is new. */
export const newClaim = (event: UnstoredEvent): Planned => ({
  as: 'appended',
  claim: event.eventId,
  event,
});

/** What recording a document comes to. */
export interface RecordPlan {
  /** The events to add. */
  readonly planned: readonly Planned[];
  /** The claims left as they are, since a later version of the document was recorded before. */
  readonly outdated: readonly EventId[];
}

/** Whether the document is an older version than one recorded before. */
const isOlder = ({ statedAt }: Imported, { lastStated }: RecordedWords): boolean => {
  const stated = certainlyStated(statedAt);
  return stated !== undefined && lastStated !== undefined && stated < lastStated;
};

/**
 * What recording a document adds to an incident: new claims, corrections of those that the document now words
 * otherwise, retractions of those that a complete document no longer has, and retractions of such retractions.
 *
 * @remarks A claim is compared with the document's own last word, so that what people corrected or retracted
 * themselves stays so until the document changes. Versions that tell when they were stated are taken in that order: an older
 * one than the latest recorded changes nothing, since from when to when it was so cannot be told from what is recorded; only
 * one that never told all adds what nobody has told since. Of one time, they are taken in the order in which they come.
 * What is read otherwise of the very words that were recorded is mended, whichever version had them.
 */
export const recordPlan = (document: Imported, state: ImportedState, now: Instant): RecordPlan => {
  const { events, standing } = state;
  const words = recordedWords(events, document.sourceKey);
  const keep = keepRecord(document, words, standing, now);
  const older = isOlder(document, words);
  const planned: Planned[] = [];
  const outdated: EventId[] = [];
  const knownSince = older ? undefined : keep.knownSince(events);
  for (const event of document.events) {
    const claim = event.eventId;
    const recorded = words.recorded(claim);
    if (!recorded) {
      if (older && document.complete) outdated.push(claim);
      else {
        const since = event.statedAt === undefined && knownSince !== undefined;
        planned.push(newClaim(since ? { ...event, statedAt: exactly(knownSince) } : event));
      }
      continue;
    }
    const all = words.wordsOf(recorded);
    const misread = all.findLast(keep.isRead);
    if (older) {
      if (misread ? isWord(event, misread) : all.some((word) => isWord(event, word))) continue;
      if (misread) planned.push(...keep.mended(event, recorded, misread));
      else outdated.push(claim);
      continue;
    }
    planned.push(...keep.reinstated(event));
    const last = all.at(-1) ?? recorded;
    if (isWord(event, last)) continue;
    planned.push(
      ...(misread === last
        ? keep.mended(event, recorded, misread)
        : [keep.revised(event, recorded)]),
    );
  }
  if (older || !document.complete || events.length === 0) return { planned, outdated };
  const present = new Set<string>(document.events.map(({ eventId }) => eventId));
  for (const event of events) {
    if (present.has(event.eventId) || !standing.has(event.eventId) || !words.isClaim(event)) {
      continue;
    }
    planned.push(keep.withdrawn(event));
  }
  return { planned, outdated };
};
