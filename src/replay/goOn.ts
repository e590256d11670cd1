import * as E from 'fp-ts/lib/Either.js';
import type { RecordedEvent } from '../events/event.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { AnyRecorded } from '../history/effective.ts';
import { fold } from '../history/fold.ts';
import { history } from '../history/history.ts';
import type { Policy } from '../history/policy.ts';
import type { Projection } from '../history/projection.ts';
import { claimOf, happeningOf } from '../history/retold.ts';
import type { Json } from '../primitives/json.ts';
import { notJsonAt } from '../primitives/json.ts';
import { messageOf } from '../primitives/messageOf.ts';
import type { SavedIncident } from './savedIncident.ts';
import { endOf, nextIn } from './storyEnd.ts';

/** What the states of a projection are made by. */
export interface Making<S, V> {
  /** The projection. */
  readonly projection: Projection<S, V>;
  /** The vocabulary to read with. */
  readonly vocabulary: Vocabulary<unknown>;
  /** How one claim is chosen among several. */
  readonly policy: Policy;
}

/** Where the last event of an incident stands, and whether all up to there could be read. */
export type Standing = Pick<SavedIncident, 'revision' | 'position' | 'incomplete'>;

type Made = Pick<SavedIncident, 'state' | 'fault'>;

/** A state as it can be saved; a fault where JSON could not hold it, which a replay would not notice. */
const checked = (state: unknown): Made => {
  const [path] = notJsonAt(state);
  if (path === undefined) {
    // It was looked through.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return { state: state as Json, fault: null };
  }
  const message = `a state is plain JSON, and at ${path === '' ? 'its root' : path} this one is not`;
  return { state: null, fault: { eventId: null, message } };
};

/** What is to be saved of an incident with these events. */
export const foldAnew = <S, V>(
  { projection, vocabulary, policy }: Making<S, V>,
  events: readonly RecordedEvent<unknown>[],
  standing: Standing,
): SavedIncident => {
  const told = history(events, { vocabulary, policy });
  const folded = fold(told, projection);
  const made: Made = E.isRight(folded)
    ? checked(folded.right)
    : { state: null, fault: { eventId: folded.left.eventId, message: folded.left.message } };
  return { ...standing, ...made, end: endOf(told) };
};

/**
 * What is to be saved of an incident when one more event has come; null when it has to be folded anew.
 *
 * @param saved - What was saved; its state is changed in place.
 */
export const goOn = <S, V>(
  { projection, vocabulary }: Making<S, V>,
  saved: SavedIncident,
  event: AnyRecorded,
): SavedIncident | null => {
  const { revision, position = '' } = event;
  if (saved.incomplete || saved.fault || revision !== saved.revision + 1) return null;
  const next = nextIn(vocabulary, saved.end, event);
  if (next === null) return null;
  const { found, orderUncertain, end } = next;
  const standing = { revision, position, incomplete: false, end };
  const { state } = saved;
  try {
    for (const scope of projection.scopes) {
      const told =
        scope === 'ledger'
          ? event
          : scope === 'claims'
            ? claimOf(event, found, [])
            : happeningOf(event, found, [], [], orderUncertain);
      // The same projection made it.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      projection.apply(scope, state as S, told);
    }
  } catch (cause) {
    const fault = { eventId: event.eventId, message: messageOf(cause) };
    return { ...standing, state: null, fault };
  }
  return { ...standing, ...checked(state) };
};
