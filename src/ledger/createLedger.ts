import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { decide } from '../decide/decide.ts';
import { decisionState } from '../decide/state.ts';
import type { CoreEvents } from '../events/core.ts';
import { core } from '../events/core.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import { project } from '../history/fold.ts';
import { history } from '../history/history.ts';
import type { Policy } from '../history/policy.ts';
import { defaultPolicy } from '../history/policy.ts';
import type { Clock } from '../primitives/instant.ts';
import { systemClock } from '../primitives/instant.ts';
import type { EventStore } from '../store/port.ts';
import type { Ledger } from './ledger.ts';
import { load } from './load.ts';
import { record } from './record.ts';
import type { Setting } from './setting.ts';
import { transact } from './transact.ts';

/**
 * What a ledger of the core's own events is made of.
 *
 * @public
 */
export interface LedgerOptions {
  /** Where events are kept. */
  readonly store: EventStore;
  /** How one claim is chosen among several; `defaultPolicy` when absent. */
  readonly policy?: Policy;
  /** Tells the present for decisions and views; the computer's clock when absent. */
  readonly clock?: Clock;
  /** How far in the future a time may lie, in milliseconds; 5 minutes when absent. */
  readonly futureToleranceMs?: number;
  /** How often a write is decided again after another writer came between; 32 times when absent. */
  readonly retries?: number;
}

/**
 * What a ledger with your own events is made of.
 *
 * @public
 */
export interface ExtendedLedgerOptions<D> extends LedgerOptions {
  /** The event types that it knows. */
  readonly vocabulary: Vocabulary<D>;
}

const FUTURE_TOLERANCE_MS = 300_000;
const RETRIES = 32;

const ledgerOf = <D>(setting: Setting<D>): Ledger<D> => {
  const { store, vocabulary, policy, clock, futureToleranceMs: toleranceMs } = setting;

  const historyOf: Ledger<D>['history'] = (incidentId, { signal, ...asOf } = {}) =>
    pipe(
      load(store, vocabulary, { incidentId, signal }),
      TE.map((events) => history(events, { ...asOf, vocabulary, policy })),
    );

  return {
    handle: (command, options) =>
      transact(
        setting,
        command.incidentId,
        (story, now) =>
          pipe(
            project(story, decisionState, now),
            E.chainW(decide(command, { now, toleranceMs, vocabulary })),
          ),
        options,
      ),
    transact: (incidentId, rule, options) => transact(setting, incidentId, rule, options),
    record: (document, options) => record(setting, document, options),
    history: historyOf,
    view: (incidentId, projection, { at, ...look } = {}) =>
      pipe(
        historyOf(incidentId, look),
        TE.chainEitherKW((story) => project(story, projection, at ?? clock())),
      ),
  };
};

/**
 * Makes a ledger over a store.
 *
 * @example
 * ```ts
 * const ledger = createLedger({ store: memoryStore() });
 * await orThrow(ledger.handle(detect({ ...by, occurredAt: exactly('2024-12-17T09:53:00Z') })));
 * ```
 * @public
 */
export function createLedger(options: LedgerOptions): Ledger;
/**
 * Makes a ledger over a store, with your own events.
 *
 * @public
 */
export function createLedger<D>(options: ExtendedLedgerOptions<D>): Ledger<D>;
export function createLedger<D>(
  options: LedgerOptions & { readonly vocabulary?: Vocabulary<D> },
): Ledger<D> | Ledger {
  const { policy = defaultPolicy, clock = systemClock, retries = RETRIES } = options;
  const { store, vocabulary, futureToleranceMs = FUTURE_TOLERANCE_MS } = options;
  const rest = { store, policy, clock, retries, futureToleranceMs };
  return vocabulary
    ? ledgerOf<D>({ ...rest, vocabulary })
    : ledgerOf<CoreEvents>({ ...rest, vocabulary: core });
}
