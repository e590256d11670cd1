import * as fc from 'fast-check';
import type { CoreEvents } from '../../events/core.ts';
import type { RecordedEvent } from '../../events/event.ts';
import type { Vocabulary } from '../../events/vocabulary.ts';
import { typesOf } from '../../events/vocabulary.ts';
import type { AnyRecorded } from '../../history/effective.ts';
import type { Policy } from '../../history/policy.ts';
import { defaultPolicy } from '../../history/policy.ts';
import type { Projection } from '../../history/projection.ts';
import { incidentArbitrary } from '../arbitraries/incidentArbitrary.ts';
import type { EventArbitraryOptions } from '../arbitraries/kinds.ts';
import { streamArbitrary } from '../arbitraries/streamArbitrary.ts';
import { minutesIn } from '../arbitraries/times.ts';
import type { ContractCase } from '../contractCase.ts';
import { vocabularyIn } from '../vocabularyIn.ts';
import { breachOf, smallest } from './breachOf.ts';
import { changesNoEvent } from './changesNoEvent.ts';
import { keepsPlainState } from './keepsPlainState.ts';
import { lookedAt } from './keptForAll.ts';
import type { Law, Trial } from './law.ts';
import { readsEventsAlone } from './readsEventsAlone.ts';
import { sameInAnyOrder } from './sameInAnyOrder.ts';
import { sameLive } from './sameLive.ts';
import { sameResumed } from './sameResumed.ts';
import { showTrial } from './showTrial.ts';
import { throwsNothing } from './throwsNothing.ts';
import { viewsPurely } from './viewsPurely.ts';

/**
 * How the laws are tried.
 *
 * @public
 */
export interface ProjectionLawOptions<D = CoreEvents> {
  /** The vocabulary with the own events that the projection handles; the core's when absent. */
  readonly vocabulary?: Vocabulary<D>;
  /** Data by type, in place of what is derived from the codec. */
  readonly data?: NonNullable<EventArbitraryOptions<D>['data']>;
  /** How one claim is chosen among several; `defaultPolicy` when absent. */
  readonly policy?: Policy;
  /** Whether the view is meant to tell when events were recorded: then another order of recording may change it. */
  readonly tellsRecording?: boolean;
  /** How many incidents each law is tried on; as fast-check is set, else 100, when absent. */
  readonly runs?: number;
  /** The seed to begin with, as a breach reports it; another each time when absent. */
  readonly seed?: number;
}

/** In this order: what breaks one is not held against those after it. */
const LAWS: readonly Law[] = [
  throwsNothing,
  readsEventsAlone,
  changesNoEvent,
  keepsPlainState,
  viewsPurely,
  sameLive,
  sameResumed,
  sameInAnyOrder,
];

/** Before the incident, while it lasts, after it. */
const instants = fc.constantFrom(minutesIn(0), minutesIn(60), minutesIn(-60), minutesIn(100_000));

const RECORD_KEEPING: readonly string[] = ['Corrected', 'Retracted'];

/** Incidents of all kinds, most of them of what the projection handles. */
const incidentsFor = <D>(
  { handles }: Projection<unknown, unknown>,
  given: EventArbitraryOptions<D> & { readonly vocabulary: Vocabulary<D> },
): fc.Arbitrary<readonly RecordedEvent<D>[]> => {
  const { vocabulary } = given;
  const isHandled = (type: string): boolean => handles.includes(type);
  // The types of a vocabulary are its keys.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const types = typesOf(vocabulary) as readonly (keyof D & string)[];
  const handled = types.filter(
    (type) => isHandled(type) || ['Resolved', 'Reopened', ...RECORD_KEEPING].includes(type),
  );
  const all = fc.oneof(incidentArbitrary(given), streamArbitrary(given));
  return handles.length === 0
    ? all
    : fc.oneof(
        { weight: 3, arbitrary: incidentArbitrary({ ...given, types: handled }) },
        { weight: 1, arbitrary: streamArbitrary({ ...given, types: handled }) },
        { weight: 1, arbitrary: all },
      );
};

/** Whether the projection sees events in the order in which they were recorded, which then counts. */
const seesRecording = ({ scopes }: Projection<unknown, unknown>): boolean =>
  scopes.includes('ledger');

const checked = (
  law: Law,
  looked: Trial['projection'],
  trials: fc.Arbitrary<Trial>,
  { runs, seed }: Pick<ProjectionLawOptions, 'runs' | 'seed'>,
): void => {
  const before = LAWS.slice(0, LAWS.indexOf(law));
  const breachIn = (trial: Trial): string | null => breachOf(law, before, trial);
  const found = fc.check(
    fc.property(trials, (trial) => breachIn(trial) === null),
    { ...(runs !== undefined && { numRuns: runs }), ...(seed !== undefined && { seed }) },
  );
  const { name, version } = looked;
  const broken = `${name}, version ${version}, breaks the law that a projection ${law.name}:`;
  if (!found.failed) {
    const breach = law.breachOfAll?.(looked) ?? null;
    if (breach !== null) throw new Error(`${broken}\n${breach}`);
    return;
  }
  const [trial] = found.counterexample ?? [];
  if (!trial) throw new Error(`no incident was made: ${fc.defaultReportMessage(found) ?? ''}`);
  const breach = breachIn(trial);
  const least = breach === null ? null : smallest({ trial, breach }, breachIn);
  throw new Error(
    [
      broken,
      least?.breach ?? 'it did so once, and not when it was tried again on the same incident',
      showTrial((least ?? { trial }).trial),
      `seed ${found.seed}`,
    ].join('\n'),
  );
};

/**
 * What every projection must keep to, as cases for any test runner: one that does runs replayed, live or resumed
 * with the same result. Each case tries one law on many incidents.
 *
 * @param arbitrary - The events of an incident, in the order of their recording; when absent, plausible and
 * implausible incidents of what the projection handles.
 * @remarks
 * Shape: the laws are in an order, and what breaks one is not held against those after it: put that right first.
 * Errors: a case rejects with the law, how it was broken, and the smallest list of events that shows it.
 * @example
 * `for (const { name, run } of projectionLaws(openActions)) test(name, run);`
 * @public
 */
export const projectionLaws = <D = CoreEvents>(
  projection: Projection<unknown, unknown>,
  arbitrary: fc.Arbitrary<readonly RecordedEvent<NoInfer<D>>[]> | null = null,
  options: ProjectionLawOptions<D> = {},
): readonly ContractCase[] => {
  const { policy = defaultPolicy, tellsRecording = false, data } = options;
  const vocabulary = vocabularyIn(options);
  const missing = projection.handles.find((type) => !typesOf(vocabulary).includes(type));
  if (missing !== undefined) {
    throw new RangeError(
      `${projection.name} handles ${missing}, which the vocabulary does not have: pass the one that has it as \`vocabulary\``,
    );
  }
  // Laws look at envelopes, whatever the vocabulary.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const incidents = (arbitrary ??
    incidentsFor(projection, {
      vocabulary,
      ...(data && { data }),
    })) as fc.Arbitrary<unknown> as fc.Arbitrary<readonly AnyRecorded[]>;
  const looked = lookedAt(projection);
  const trials = fc
    .record({ events: incidents, at: instants })
    .map(({ events, at }): Trial => ({ projection: looked, events, at, vocabulary, policy }));
  const laws = LAWS.filter(
    (law) => law !== sameInAnyOrder || !(tellsRecording || seesRecording(projection)),
  );
  return laws.map((law) => ({
    name: law.name,
    run: async () => {
      checked(law, looked, trials, options);
    },
  }));
};
