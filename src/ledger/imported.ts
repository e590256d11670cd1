import * as E from 'fp-ts/lib/Either.js';
import type { ClaimDocument } from '../events/claim.ts';
import type { UnstoredEvent } from '../events/stored.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import { definitionOf } from '../events/vocabulary.ts';
import type { IncidentId } from '../primitives/ids.ts';
import { derivedEventId } from '../primitives/ids.ts';
import type { Moment } from '../primitives/moment.ts';
import type { AnyEvent } from './encodeAll.ts';
import { encodeAll } from './encodeAll.ts';
import type { InvalidEvents } from './ledgerError.ts';
import type { AnyClaim, ClaimSetting } from './readyClaims.ts';
import { readyClaims } from './readyClaims.ts';

/** A document about to be recorded: its claims as events, ready for a store. */
export interface Imported {
  /** The incident that it is recorded in. */
  readonly incidentId: IncidentId;
  /** Its key. */
  readonly sourceKey: string;
  /** What read it, as `name@version`. */
  readonly importer: string;
  /** Whether what is no longer in it was withdrawn. */
  readonly complete: boolean;
  /** When it said all this, where it tells. */
  readonly statedAt?: Moment;
  /** Digest of its words, where the importer gives one. */
  readonly digest?: string;
  /** Its claims as events. */
  readonly events: readonly UnstoredEvent[];
  /** Who records it. */
  readonly actor: AnyEvent['actor'];
}

/** Counts what comes: its place among the claims of its item and type. */
const ordinals = (): ((item: string, type: string) => number) => {
  const byItem = new Map<string, Map<string, number>>();
  return (item, type) => {
    const known = byItem.get(item);
    const ordinal = known?.get(type) ?? 0;
    if (known) known.set(type, ordinal + 1);
    else byItem.set(item, new Map([[type, 1]]));
    return ordinal;
  };
};

/** What a claim says beside its item and type. Field by field, which costs a fiftieth of a rest parameter. */
const saidIn = (claim: AnyClaim, statedAt: Moment | undefined): Omit<AnyClaim, 'item' | 'type'> => {
  const said: Record<string, unknown> = statedAt ? { statedAt } : {};
  const fields: Readonly<Record<string, unknown>> = { ...claim };
  // A copy has no other keys than its own.
  // oxlint-disable-next-line guard-for-in
  for (const key in fields) {
    const value = fields[key];
    if (key === 'item' || key === 'type') continue;
    // Assigned, it would become what the event inherits from, and would not be refused.
    if (key === '__proto__') Object.defineProperty(said, key, { value, enumerable: true });
    else said[key] = value;
  }
  // It has what the claim has, with whatever else was in it, which is for `encode` to refuse.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return said as unknown as AnyClaim;
};

/** What an origin says of its document. */
type OriginDocument = Pick<Imported, 'sourceKey' | 'importer'> & {
  readonly digest?: string | undefined;
};

/** Where an event of a document comes from: an item of it. */
export const originIn = (
  { sourceKey, importer, digest }: OriginDocument,
  item: string,
): NonNullable<AnyEvent['origin']> => ({
  sourceKey,
  item,
  importer,
  ...(digest !== undefined && { digest }),
});

/** What claims become events with, of the types that these have. */
interface Setting extends ClaimSetting {
  readonly incidentId: IncidentId;
  readonly actor: AnyEvent['actor'];
  readonly statedAt: Moment | undefined;
  readonly originOf: (item: string) => NonNullable<AnyEvent['origin']>;
  readonly idOf: (item: string, type: string) => AnyEvent['eventId'];
}

/** The events that claims are, to be looked at closely. */
const eventsOf = <D>(
  claims: readonly AnyClaim[],
  vocabulary: Vocabulary<D>,
  { incidentId, actor, statedAt, originOf, idOf }: Setting,
): readonly AnyEvent[] =>
  claims.map((claim) => {
    const { item, type } = claim;
    return Object.assign(saidIn(claim, statedAt), {
      eventId: idOf(item, type),
      incidentId,
      type,
      version: definitionOf(vocabulary, type)?.version ?? 1,
      actor,
      origin: originOf(item),
    });
  });

/**
 * Makes a document ready to be recorded. The id of each event comes from the document's key, the item, the type,
 * and its place among the item's claims of that type: never from its text, so that an edited claim keeps its id.
 *
 * @remarks Errors: all claims that are not what their types say.
 */
export const imported = <D>(
  document: ClaimDocument<D>,
  incidentId: IncidentId,
  vocabulary: Vocabulary<D>,
): E.Either<InvalidEvents, Imported> => {
  const { sourceKey, importer, complete, statedAt, digest } = document;
  const by: Omit<Imported, 'events'> = {
    incidentId,
    sourceKey,
    importer: `${importer.name}@${importer.version}`,
    complete,
    ...(statedAt && { statedAt }),
    ...(digest !== undefined && { digest }),
    actor: { id: `importer/${importer.name}`, kind: 'service' },
  };
  // Which data a claim has is for `encode` to check.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const claims = document.claims as readonly AnyClaim[];
  const setting = (): Setting => {
    const ordinalOf = ordinals();
    return {
      incidentId,
      actor: by.actor,
      statedAt,
      originOf: (item) => originIn(by, item),
      idOf: (item, type) => derivedEventId(sourceKey, item, type, String(ordinalOf(item, type))),
    };
  };
  const ready = readyClaims(vocabulary)(claims, setting());
  // What has many fields goes last: to add a field to a copy of it costs the engine twenty times as much.
  if (ready) return E.right({ events: ready, ...by });
  const events = encodeAll(vocabulary, eventsOf(claims, vocabulary, setting()));
  return E.isLeft(events) ? events : E.right({ events: events.right, ...by });
};
