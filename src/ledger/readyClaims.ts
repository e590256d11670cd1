import type { ClaimOf } from '../events/claim.ts';
import type { Copier } from '../events/copier.ts';
import { copiedFields, copierOf } from '../events/copier.ts';
import { UnrecordedEnvelope } from '../events/envelope.ts';
import type { Round } from '../events/eventCopier.ts';
import { once } from '../events/eventCopier.ts';
import { isPlain } from '../events/objectGuard.ts';
import { REFUSED } from '../events/plainCopy.ts';
import type { UnstoredEvent } from '../events/stored.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { EventId } from '../primitives/ids.ts';
import { definitionOf } from '../events/vocabulary.ts';

/** Any claim, its type and data not looked at. */
export type AnyClaim = ClaimOf<string, unknown>;

/** What claims become events with. */
export interface ClaimSetting {
  readonly incidentId: unknown;
  readonly actor: unknown;
  /** When the document said all of them; undefined where it does not tell. */
  readonly statedAt: unknown;
  /** Where the claims of an item come from. */
  readonly originOf: (item: string) => unknown;
  /** The id of the next claim of an item and type. */
  readonly idOf: (item: string, type: string) => EventId;
}

/**
 * Makes claims events that are ready for a store, frozen; null where one of them has to be looked at closely. They are what
 * `encode` makes of the same events: each part is copied by its codec, and what several claims share is looked at once.
 */
export type ReadyClaims = (
  claims: readonly AnyClaim[],
  setting: ClaimSetting,
) => readonly UnstoredEvent[] | null;

/** What a type needs to become an event. */
interface ClaimType {
  readonly version: number;
  readonly copyData: Copier;
}

const refuse: Copier = () => REFUSED;

/** The parts of an envelope that claims have, or are given. */
const partsOf = (round: Round) => {
  const fields = copiedFields(UnrecordedEnvelope);
  const copy = (key: string): Copier => fields?.get(key)?.copy ?? refuse;
  const time = once(copy('occurredAt'), round);
  return {
    own: new Map([
      ['occurredAt', time],
      ['statedAt', time],
      ['source', once(copy('source'), round)],
      ['happening', copy('happening')],
    ]),
    incidentId: copy('incidentId'),
    actor: copy('actor'),
    origin: copy('origin'),
  };
};

const makeReady = (vocabulary: Vocabulary<unknown>): ReadyClaims => {
  const round: Round = { now: 0 };
  const parts = partsOf(round);
  const types = new Map<string, ClaimType>();

  const typeOf = (type: string): ClaimType | null => {
    const known = types.get(type);
    if (known) return known;
    const definition = definitionOf(vocabulary, type);
    // A correction's data holds data of another type.
    if (!definition || type === 'Corrected') return null;
    const made = { version: definition.version, copyData: copierOf(definition.data) };
    types.set(type, made);
    return made;
  };

  return (claims, { incidentId, actor, statedAt, originOf, idOf }) => {
    round.now += 1;
    const common = { incidentId: parts.incidentId(incidentId), actor: parts.actor(actor) };
    if (common.incidentId === REFUSED || common.actor === REFUSED) return null;
    const statedByAll = statedAt === undefined ? undefined : parts.own.get('statedAt')?.(statedAt);
    if (statedByAll === REFUSED) return null;
    const ready: unknown[] = [];
    let [lastItem, origin]: [string | null, unknown] = [null, REFUSED];
    for (const claim of claims) {
      if (!isPlain(claim)) return null;
      const { type, item } = claim;
      const ofType = typeof type === 'string' ? typeOf(type) : null;
      if (ofType === null || typeof type !== 'string' || typeof item !== 'string') return null;
      const event: Record<string, unknown> = {};
      if (statedByAll !== undefined) event['statedAt'] = statedByAll;
      // A plain object has no other keys than its own.
      // oxlint-disable-next-line guard-for-in
      for (const key in claim) {
        if (key === 'type' || key === 'item') continue;
        const copy = key === 'data' ? ofType.copyData : parts.own.get(key);
        const copied = copy?.(claim[key]) ?? REFUSED;
        if (copied === REFUSED) return null;
        event[key] = copied;
      }
      if (!('data' in event && 'occurredAt' in event && 'source' in event)) return null;
      // The claims of an item follow each other: they share where they come from.
      if (item !== lastItem) [lastItem, origin] = [item, parts.origin(originOf(item))];
      if (origin === REFUSED) return null;
      event['eventId'] = idOf(item, type);
      event['incidentId'] = common.incidentId;
      event['type'] = type;
      event['version'] = ofType.version;
      event['actor'] = common.actor;
      event['origin'] = origin;
      ready.push(Object.freeze(event));
    }
    // Each field is a copy by its codec, and none is missing.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return ready as readonly UnstoredEvent[];
  };
};

const made = new WeakMap<object, ReadyClaims>();

/** What makes claims of a vocabulary ready. */
export const readyClaims = <D>(vocabulary: Vocabulary<D>): ReadyClaims => {
  const known = made.get(vocabulary);
  if (known) return known;
  const ready = makeReady(vocabulary);
  made.set(vocabulary, ready);
  return ready;
};
