import * as E from 'fp-ts/lib/Either.js';
import type { UnstoredEvent } from '../events/stored.ts';
import { project } from '../history/fold.ts';
import type { History } from '../history/history.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import { batchesOf } from './batches.ts';
import { allReady, encodeAny } from './encodeAll.ts';
import type { Imported } from './imported.ts';
import { importedState } from './importedState.ts';
import type { LedgerError } from './ledgerError.ts';
import type { Planned } from './recordPlan.ts';
import { recordPlan } from './recordPlan.ts';

/** What recording a document adds to a history. */
interface DocumentPlan {
  /** Each event, and what it does to which claim. */
  readonly planned: readonly Planned[];
  /** The claims left as they are, since a later version of the document was recorded before. */
  readonly outdated: readonly EventId[];
  /** The same events, ready for a store. */
  readonly batches: readonly (readonly UnstoredEvent[])[];
}

/** Plans what recording a document adds to a history. */
export const planDocument = <D>(
  document: Imported,
  history: History<D>,
  now: Instant,
): E.Either<LedgerError, DocumentPlan> => {
  const state = project(history, importedState, now);
  if (E.isLeft(state)) return state;
  const { planned, outdated } = recordPlan(document, state.right, now);
  const encodeNew = encodeAny(history.vocabulary);
  const unstored = allReady(
    planned.map((item) => (item.as === 'appended' ? E.right(item.event) : encodeNew(item.event))),
  );
  return E.isLeft(unstored)
    ? unstored
    : E.right({ planned, outdated, batches: batchesOf(unstored.right) });
};
