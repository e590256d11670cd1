import { statedAfter, statedOf } from '../decide/statedAfter.ts';
import { fieldOf } from '../decide/fieldOf.ts';
import type { AnyRecorded } from '../history/effective.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Moment } from '../primitives/moment.ts';
import { anchorOf, exactly } from '../primitives/moment.ts';
import type { AnyEvent } from './encodeAll.ts';
import type { Imported } from './imported.ts';
import { originIn } from './imported.ts';
import type { Planned } from './recordPlan.ts';
import type { RecordedWords } from './recordedWords.ts';
import { certainlyStated, keptId } from './recordedWords.ts';

/** Makes what keeps the record of a document: corrections of its claims, and retractions. */
export interface KeepRecord {
  /** Whether an event was read from the very words of this document. */
  readonly isRead: (event: AnyRecorded) => boolean;
  /** Since when these words are known, where the ledger has them and nothing else tells when they were stated. */
  readonly knownSince: (events: readonly AnyRecorded[]) => Instant | undefined;
  /** The document words a claim otherwise than before. */
  readonly revised: (claim: AnyEvent, recorded: AnyRecorded) => Planned;
  /** A claim, or a revision of it, is read otherwise now of the same words. */
  readonly mended: (
    claim: AnyEvent,
    recorded: AnyRecorded,
    misread: AnyRecorded,
  ) => readonly Planned[];
  /** The document no longer has a claim, or never had it. */
  readonly withdrawn: (recorded: AnyRecorded) => Planned;
  /** The document has claims again that it had no longer. */
  readonly reinstated: (claim: AnyEvent) => readonly Planned[];
}

/** When an event is known to have been stated: at the latest when it was recorded. */
const statedBy = ({ statedAt, recordedAt }: AnyRecorded): Moment => {
  if (statedAt === undefined) return exactly(recordedAt);
  const { earliest = recordedAt, latest } = statedAt;
  return { ...statedAt, latest: latest ?? (earliest > recordedAt ? earliest : recordedAt) };
};

/** Begins to keep the record of a document. */
export const keepRecord = (
  document: Imported,
  { said, isKept, wordsOf }: RecordedWords,
  standing: ReadonlySet<string>,
  now: Instant,
): KeepRecord => {
  const { sourceKey, actor, digest } = document;
  const isRead = ({ origin }: AnyRecorded): boolean =>
    digest !== undefined && origin?.digest === digest && origin.sourceKey === sourceKey;

  const keeping = (
    target: Pick<AnyEvent, 'source' | 'incidentId' | 'origin'>,
    type: 'Corrected' | 'Retracted',
    data: Readonly<Record<string, unknown>>,
    { eventId, statedAt }: { readonly eventId: EventId; readonly statedAt: Moment | undefined },
  ): AnyEvent => ({
    eventId,
    incidentId: target.incidentId,
    type,
    version: 1,
    occurredAt: document.statedAt ?? exactly(now),
    actor,
    source: target.source,
    origin: originIn(document, target.origin?.item ?? ''),
    ...(statedAt && { statedAt }),
    data,
  });

  const retraction = (
    target: AnyRecorded,
    reason: string,
    statedAt: Moment | undefined,
  ): AnyEvent => {
    const count = said(target.eventId).retractions.length;
    const eventId = keptId(sourceKey, target.eventId, count);
    const data = { target: target.eventId, reason };
    return keeping(target, 'Retracted', data, { eventId, statedAt });
  };

  const correction = (
    { eventId: target, type, version, occurredAt, data, ...about }: AnyEvent,
    kind: 'revision' | 'transcription',
    reason: string,
    statedAt: Moment | undefined,
  ): AnyEvent => {
    const count = said(target).corrections.length;
    const eventId = keptId(sourceKey, target, count, { occurredAt, data });
    const right = { target, targetType: type, targetVersion: version, kind, reason };
    return keeping(about, 'Corrected', { ...right, occurredAt, data }, { eventId, statedAt });
  };

  /** The document's time, else the claim's own, when it is later than all that stands; else a time after that. */
  const revisedAt = (claim: AnyEvent, recorded: AnyRecorded): Moment | undefined => {
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

  const otherwise = `${sourceKey} is read otherwise now`;

  return {
    isRead,
    knownSince: (events) =>
      digest === undefined || document.statedAt
        ? undefined
        : events.find((event) => isRead(event) && event.statedAt === undefined)?.recordedAt,
    revised: (claim, recorded) => ({
      as: 'corrected',
      claim: claim.eventId,
      event: correction(
        claim,
        'revision',
        `${sourceKey} words it otherwise now`,
        revisedAt(claim, recorded),
      ),
    }),
    mended: (claim, recorded, misread) => {
      const of = claim.eventId;
      if (fieldOf(misread.data, 'kind') === 'revision' && misread !== recorded) {
        const statedAt = statedBy(misread);
        const event = correction(claim, 'revision', otherwise, statedAt);
        const cleared = retraction(misread, otherwise, statedAt);
        return [
          // Without the one that was misread: of two revisions of one time neither is the later.
          { as: 'cleared', claim: of, event: { ...cleared, causationId: event.eventId } },
          { as: 'corrected', claim: of, event, isMended: true },
        ];
      }
      // It goes behind what it mends, and before whatever people say of the claim.
      const mended = wordsOf(recorded)
        .slice(1)
        .filter((word) => fieldOf(word.data, 'kind') !== 'revision');
      const statedAt = statedAfter(mended, statedOf(recorded)) ?? statedBy(recorded);
      return [
        {
          as: 'corrected',
          claim: of,
          event: correction(claim, 'transcription', otherwise, statedAt),
          isMended: true,
        },
      ];
    },
    withdrawn: (recorded) => {
      const isMisread = isRead(wordsOf(recorded).at(-1) ?? recorded);
      const event = isMisread
        ? retraction(recorded, otherwise, statedBy(recorded))
        : retraction(recorded, `${sourceKey} no longer has it`, document.statedAt);
      return { as: 'retracted', claim: recorded.eventId, event, isMended: isMisread };
    },
    reinstated: (claim) =>
      said(claim.eventId)
        .retractions.filter((event) => standing.has(event.eventId) && isKept(event))
        .map((event) => ({
          as: 'reinstated',
          claim: claim.eventId,
          event: retraction(
            event,
            `${sourceKey} has it again`,
            isRead(event) ? statedBy(event) : document.statedAt,
          ),
        })),
  };
};
