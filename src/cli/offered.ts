import * as E from 'fp-ts/lib/Either.js';
import type { Policy, Vocabulary } from '../index.ts';
import { core, defaultPolicy, durationsWith, fleetWith, milestonesWith } from '../index.ts';
import type { AnyProjection, AnySummary } from './builtIn.ts';
import {
  isDuration,
  isMilestone,
  isPolicy,
  isProjection,
  isSummary,
  isVocabulary,
} from './exportKinds.ts';
import type { Failure } from './failure.ts';
import { badInput, messageOf } from './failure.ts';
import type { Exports } from './loadModule.ts';

/** What can be asked for by name. */
export type Thing = AnyProjection | AnySummary;

/** What there is to choose from. */
export interface Offered {
  /** Where a message begins. */
  readonly place: string;
  /** What the module exports, by the name of the export. */
  readonly own: ReadonlyMap<string, Thing>;
  /** The module's own milestones or durations, among the standard ones. */
  readonly extended: Readonly<Record<string, Thing>>;
  /** The vocabulary to read events with. */
  readonly vocabulary: Vocabulary<unknown>;
  /** How one claim is chosen among several. */
  readonly policy: Policy;
}

/** What there is without a module. */
export const builtInOnly: Offered = {
  place: '--projection',
  own: new Map(),
  extended: {},
  vocabulary: core,
  policy: defaultPolicy,
};

/** The projections and summaries exported, each under one name. */
const thingsIn = (exports: Exports): ReadonlyMap<string, Thing> => {
  const own = new Map<string, Thing>();
  for (const [name, value] of Object.entries(exports)) {
    if (!isProjection(value) && !isSummary(value)) continue;
    // Exported by name and as the default, it is one thing.
    if (name === 'default' && Object.values(exports).filter((each) => each === value).length > 1) {
      continue;
    }
    own.set(name, value);
  }
  return own;
};

const extendedBy = (exports: Exports): Offered['extended'] => {
  const values: readonly unknown[] = Object.values(exports).flat();
  const milestones = values.filter(isMilestone);
  const durations = values.filter(isDuration);
  return {
    ...(milestones.length > 0 && { milestones: milestonesWith({ milestones }) }),
    ...(milestones.length + durations.length > 0 && {
      durations: durationsWith({ milestones, durations }),
      fleet: fleetWith({ milestones, durations }),
    }),
  };
};

/** What a module offers; or what is wrong with what it exports. */
export const offeredBy = (path: string, exports: Exports): E.Either<Failure, Offered> => {
  const place = `--module ${path}`;
  const { vocabulary = core, policy = defaultPolicy } = exports;
  if (!isVocabulary(vocabulary)) {
    return E.left(
      badInput(`${place}: vocabulary: expected one made by extend(core, …), got something else`),
    );
  }
  if (!isPolicy(policy)) {
    return E.left(
      badInput(`${place}: policy: expected { name, version, rank }, got something else`),
    );
  }
  try {
    const [own, extended] = [thingsIn(exports), extendedBy(exports)];
    return E.right({ place, own, extended, vocabulary, policy });
  } catch (cause) {
    return E.left(badInput(`${place}: ${messageOf(cause)}`));
  }
};
