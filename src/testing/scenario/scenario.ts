import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Command } from '../../decide/command.ts';
import { decide } from '../../decide/decide.ts';
import type { RefusalOf } from '../../decide/refusal.ts';
import { decisionState } from '../../decide/state.ts';
import type { CoreEvents } from '../../events/core.ts';
import type { IncidentEvent, RecordedEvent } from '../../events/event.ts';
import type { UnstoredEvent } from '../../events/stored.ts';
import type { Vocabulary } from '../../events/vocabulary.ts';
import type { AsOf } from '../../history/asOf.ts';
import { project } from '../../history/fold.ts';
import type { History } from '../../history/history.ts';
import { history } from '../../history/history.ts';
import type { Policy } from '../../history/policy.ts';
import { defaultPolicy } from '../../history/policy.ts';
import type { Projection } from '../../history/projection.ts';
import { encodeAll } from '../../ledger/encodeAll.ts';
import { showLedgerError } from '../../ledger/ledgerError.ts';
import type { Rule } from '../../ledger/rule.ts';
import { incidentId } from '../../primitives/ids.ts';
import type { Moment } from '../../primitives/moment.ts';
import { vocabularyIn } from '../vocabularyIn.ts';
import type { Decided } from './decided.ts';
import { decided } from './decided.ts';
import { anyEvents, givenEvents } from './givenEvents.ts';
import type { ScenarioEvent } from './scenarioEvent.ts';
import { instantIn, momentIn } from './scenarioTime.ts';
import type { ScenarioBy, ScenarioSetting } from './setting.ts';
import type { Viewed } from './viewed.ts';
import { viewedAs } from './viewed.ts';

/**
 * What a scenario takes for granted.
 *
 * @public
 */
export interface ScenarioOptions<D = CoreEvents> extends Partial<ScenarioBy> {
  /** The vocabulary with your own events; the core's when absent. */
  readonly vocabulary?: Vocabulary<D>;
  /** How one claim is chosen among several; `defaultPolicy` when absent. */
  readonly policy?: Policy;
  /** The day that times such as `09:53` are of, in UTC; `2024-01-01` when absent. */
  readonly day?: string;
  /** The present, for decisions and views; the last minute of the day when absent. */
  readonly now?: string;
  /** How far in the future a time may lie, in milliseconds; 0 when absent. */
  readonly futureToleranceMs?: number;
}

/**
 * For which instant a view is computed, and from where on the three time axes; times as text.
 *
 * @public
 */
export interface ScenarioLook {
  /** What the view takes for the present; the scenario's when absent. */
  readonly at?: string;
  /** What someone had stated by then. See `AsOf`. */
  readonly knownAt?: string;
  /** What the ledger held then. See `AsOf`. */
  readonly recordedBefore?: string;
  /** What had happened by then. See `AsOf`. */
  readonly occurredBefore?: string;
}

/**
 * What is given, to ask something of.
 *
 * @public
 */
export interface Given<D = CoreEvents> {
  /** The history of what is given. */
  readonly history: History<D>;
  /** Decides a command, as a ledger would. */
  when<C extends Command<D>>(command: C): Decided<RefusalOf<C>, D>;
  /** Asks a rule of your own, as `Ledger.transact` would. */
  when<R>(rule: Rule<R, D>): Decided<R, D>;
  /** Views it by a projection, for an instant or from any point on the time axes. */
  project<V>(projection: Projection<unknown, V>, look?: ScenarioLook | string): Viewed<V>;
}

/**
 * A scenario to be told: given these events, when this is asked, that comes of it.
 *
 * @public
 */
export interface Scenario<D = CoreEvents> {
  /** What every command says, to be spread into them. */
  readonly by: ScenarioBy;
  /** A time of the scenario as a moment, for commands: `at('09:53')`. */
  readonly at: (time: string) => Moment;
  /** The events given, in the order of their recording; none for an incident that nobody has told of. */
  readonly given: (...events: readonly ScenarioEvent<D>[]) => Given<D>;
}

/** Events ready for a store, as a ledger makes them. */
const recordable = <D>(
  vocabulary: Vocabulary<D>,
  asked: string,
  events: readonly IncidentEvent<D>[],
): readonly UnstoredEvent[] => {
  const encoded = encodeAll(vocabulary, events);
  if (E.isRight(encoded)) return encoded.right;
  throw new Error(`${asked} gives what cannot be recorded: ${showLedgerError(encoded.left)}`);
};

const givenOf = <D>(events: readonly RecordedEvent<D>[], setting: ScenarioSetting<D>): Given<D> => {
  const { vocabulary, policy, day, now, toleranceMs } = setting;
  const told = (asOf: AsOf): History<D> => history(events, { ...asOf, vocabulary, policy });
  const read = instantIn(day);
  const outcome = <R>(
    asked: string,
    result: E.Either<R, readonly IncidentEvent<D>[]>,
  ): Decided<R, D> =>
    decided(
      asked,
      E.map((given: readonly IncidentEvent<D>[]) => recordable(vocabulary, asked, given))(result),
      day,
    );
  const ofCommand = <C extends Command<D>>(command: C): Decided<RefusalOf<C>, D> => {
    const state = project(told({}), decisionState, now);
    if (E.isLeft(state)) throw new Error(state.left.message);
    const decision = decide(command, { now, toleranceMs, vocabulary })(state.right);
    return outcome(`the command for ${String(command.type)}`, decision);
  };
  const ofRule = <R>(rule: Rule<R, D>): Decided<R, D> => outcome('the rule', rule(told({}), now));
  function when<C extends Command<D>>(command: C): Decided<RefusalOf<C>, D>;
  function when<R>(rule: Rule<R, D>): Decided<R, D>;
  function when(asked: Command<D> | Rule<unknown, D>): Decided<unknown, D> {
    return typeof asked === 'function' ? ofRule(asked) : ofCommand(asked);
  }
  return {
    get history() {
      return told({});
    },
    when,
    project: (projection, look = {}) => {
      const { at, ...asOf } = typeof look === 'string' ? { at: look } : look;
      const points = Object.entries<string | undefined>(asOf).flatMap(([axis, time]) =>
        time === undefined ? [] : [[axis, read(time)] as const],
      );
      const view = pipe(told(Object.fromEntries(points)), (story) =>
        project(story, projection, at === undefined ? now : read(at)),
      );
      if (E.isRight(view)) return viewedAs(projection.name, view.right);
      const { eventId, message } = view.left;
      const where = events.findIndex((event) => event.eventId === eventId);
      throw new Error(
        `${projection.name} throws${where < 0 ? '' : ` at event ${where}`}: ${message}`,
      );
    },
  };
};

/**
 * Sets the scene for tests of commands, rules and projections: given events, when something is asked, what comes
 * of it. It stands on no store and no clock, and throws one `Error` that says what differs, for any test runner.
 *
 * @remarks
 * Shape: events are written with what matters: ids follow from their place, times are text, the rest is as `by` says.
 * Errors: throws for given events that the vocabulary does not have, with the path of each fault.
 * @example
 * ```ts
 * const { given, by, at } = scenario();
 * given({ type: 'Detected', occurredAt: '09:53' })
 *   .when(resolve({ ...by, occurredAt: at('10:02') }))
 *   .gives({ type: 'Resolved', occurredAt: '10:02' });
 * ```
 * @public
 */
export const scenario = <D = CoreEvents>(options: ScenarioOptions<D> = {}): Scenario<D> => {
  const { day = '2024-01-01', policy = defaultPolicy, futureToleranceMs = 0 } = options;
  const by: ScenarioBy = {
    incidentId: options.incidentId ?? incidentId('INC-1'),
    actor: options.actor ?? { id: 'tester' },
    source: options.source ?? { kind: 'responder', name: 'on-call' },
  };
  const setting: ScenarioSetting<D> = {
    vocabulary: vocabularyIn(options),
    policy,
    day,
    now: instantIn(day)(options.now ?? '23:59'),
    toleranceMs: futureToleranceMs,
    by,
  };
  return {
    by,
    at: momentIn(day),
    given: (...events) => givenOf(givenEvents(anyEvents(events), setting), setting),
  };
};
