import * as E from 'fp-ts/lib/Either.js';
import type { UnstoredEvent } from '../events/stored.ts';
import { project } from '../history/fold.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { History } from '../history/history.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import { batchesOf } from './batches.ts';
import { encodeAll } from './encodeAll.ts';
import type { Imported } from './imported.ts';
import { importedState } from './importedState.ts';
import type { LedgerError } from './ledgerError.ts';
import type { Planned } from './recordPlan.ts';
import { newClaim, recordPlan } from './recordPlan.ts';

/** What recording a document adds to a history. */
interface DocumentPlan {
  /** Each event, and what it does to which claim. */
  readonly planned: readonly Planned[];
  /** The claims left as they are, since a later version of the document was recorded before. */
  readonly outdated: readonly EventId[];
  /** The same events, ready for a store. */
  readonly batches: readonly (readonly UnstoredEvent[])[];
}

/** The events planned, ready for a store: new claims are that already. */
const readyOf = <D>(
  planned: readonly Planned[],
  vocabulary: Vocabulary<D>,
): E.Either<LedgerError, readonly UnstoredEvent[]> => {
  const about = planned.flatMap((item, place) => (item.as === 'appended' ? [] : [place]));
  const encoded = encodeAll(
    vocabulary,
    about.flatMap((place) => planned[place]?.event ?? []),
  );
  if (E.isLeft(encoded)) {
    const invalid = encoded.left.invalid.map((each) => ({
      ...each,
      index: about[each.index] ?? each.index,
    }));
    return E.left({ ...encoded.left, invalid });
  }
  const rest = encoded.right.values();
  const ready: UnstoredEvent[] = [];
  for (const item of planned) {
    const event = item.as === 'appended' ? item.event : rest.next().value;
    if (event) ready.push(event);
  }
  return E.right(ready);
};

/** Plans what recording a document adds to a history. */
export const planDocument = <D>(
  document: Imported,
  history: History<D>,
  now: Instant,
): E.Either<LedgerError, DocumentPlan> => {
  if (history.events.length === 0) {
    const planned = document.events.map((event) => newClaim(event));
    return E.right({ planned, outdated: [], batches: batchesOf(document.events) });
  }
  const state = project(history, importedState, now);
  if (E.isLeft(state)) return state;
  const { planned, outdated } = recordPlan(document, state.right, now);
  const unstored = readyOf(planned, history.vocabulary);
  return E.isLeft(unstored)
    ? unstored
    : E.right({ planned, outdated, batches: batchesOf(unstored.right) });
};
