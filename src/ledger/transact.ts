import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { RecordedEvent } from '../events/event.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { StoreOptions } from '../store/port.ts';
import { commit } from './commit.ts';
import { encodeAll } from './encodeAll.ts';
import type { LedgerError } from './ledgerError.ts';
import type { Rule } from './rule.ts';
import type { Setting } from './setting.ts';

/** Records what a rule gives: see `Ledger.transact`. */
export const transact =
  <R, D>(
    setting: Setting<D>,
    incidentId: IncidentId,
    rule: Rule<R, D>,
    options?: StoreOptions,
  ): TaskEither<R | LedgerError, readonly RecordedEvent<D>[]> =>
  () => {
    const now = setting.clock();
    return commit<R | LedgerError, D>(
      setting,
      incidentId,
      (history) => {
        const events = rule(history, now);
        if (E.isLeft(events)) return events;
        const unstored = encodeAll(setting.vocabulary, events.right);
        if (E.isLeft(unstored)) return unstored;
        return E.right(unstored.right.length > 0 ? [unstored.right] : []);
      },
      options,
    )();
  };
