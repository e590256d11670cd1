import * as fc from 'fast-check';
import type { Source } from '../../primitives/source.ts';
import type { IncidentFeature } from './incidentFeature.ts';
import type { Kind } from './kinds.ts';

/** How exactly a source tells a time. */
export type Exactness = 'exact' | 'minute' | 'no-earliest' | 'no-latest' | 'undecided';

/** What is said about a claim afterwards. */
export interface Amendment {
  /** What is said. */
  readonly kind: 'transcription' | 'revision' | 'retraction';
  /** By how many minutes a correction moves the time; null when it stands. */
  readonly movedMinutes: number | null;
  /** Whether a correction brings other data. */
  readonly otherData: boolean;
  /** How many retractions follow, each of the one before. */
  readonly retractions: number;
  /** How many minutes later it is said. */
  readonly afterMinutes: number;
}

/** One claim of an incident, and what becomes of it; where in the life it stands follows from its type. */
export interface Told {
  /** Its type, with data and other data of that type. */
  readonly kind: {
    readonly type: string;
    readonly version: number;
    readonly data: unknown;
    readonly otherData: unknown;
  };
  /** The episode, from 0. */
  readonly episode: number;
  /** How far it is from where its type usually stands. */
  readonly minutes: number;
  /** How exactly its time is told. */
  readonly exactness: Exactness;
  /** Who says so. */
  readonly source: Source;
  /** How many minutes after it happened it was said; null when that is not told. */
  readonly statedAfter: number | null;
  /** How many minutes later it was recorded. */
  readonly recordedAfter: number;
  /** Another source's word on the same. */
  readonly contradiction: {
    readonly source: Source;
    readonly movedMinutes: number;
    readonly otherData: boolean;
  } | null;
  /** What is said about it afterwards. */
  readonly amendments: readonly Amendment[];
}

const SOURCES: readonly Source[] = [
  { kind: 'responder', name: 'on call' },
  { kind: 'monitor', name: 'probe' },
  { kind: 'ticket', name: 'desk' },
  { kind: 'postmortem' },
  { kind: 'status-page', name: 'public' },
];

const FEW_MINUTES = fc.integer({ min: -6, max: 6 });
const LATE_MINUTES = 4000;
const EPISODES = 3;

const exactnesses: readonly Exactness[] = [
  'exact',
  'minute',
  'no-earliest',
  'no-latest',
  'undecided',
];

const told = ({ type, version, data }: Kind): fc.Arbitrary<Told['kind']> =>
  fc.record({
    type: fc.constant(type),
    version: fc.constant(version),
    data,
    otherData: data,
  });

const amendmentKinds = (without: ReadonlySet<IncidentFeature>): readonly Amendment['kind'][] => [
  ...(without.has('corrections') ? [] : (['transcription', 'revision'] as const)),
  ...(without.has('retractions') ? [] : (['retraction'] as const)),
];

const amendments = (without: ReadonlySet<IncidentFeature>): fc.Arbitrary<readonly Amendment[]> => {
  const kinds = amendmentKinds(without);
  if (kinds.length === 0) return fc.constant([]);
  const amendment = fc.record({
    kind: fc.constantFrom(...kinds),
    movedMinutes: fc.option(FEW_MINUTES),
    otherData: fc.boolean(),
    retractions: without.has('retractions') ? fc.constant(0) : fc.constantFrom(0, 0, 0, 1, 2),
    afterMinutes: fc.nat(600),
  });
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(amendment, { maxLength: 2 }) },
  );
};

/** Claims of any of those kinds, with what becomes of them. */
export const anyTold = (
  kinds: readonly Kind[],
  without: ReadonlySet<IncidentFeature>,
  isReopened: boolean,
): fc.Arbitrary<Told> =>
  fc.record({
    kind: fc.oneof(...kinds.map(told)),
    episode: isReopened
      ? fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(EPISODES - 1))
      : fc.constant(0),
    minutes: fc.nat(6),
    exactness: without.has('inexact') ? fc.constant('exact') : fc.constantFrom(...exactnesses),
    source: fc.constantFrom(...SOURCES),
    statedAfter: fc.option(fc.nat(90)),
    recordedAfter: without.has('late')
      ? fc.constant(0)
      : fc.oneof({ weight: 3, arbitrary: fc.nat(5) }, fc.nat(LATE_MINUTES)),
    contradiction: without.has('contradictions')
      ? fc.constant(null)
      : fc.option(
          fc.record({
            source: fc.constantFrom(...SOURCES),
            movedMinutes: FEW_MINUTES,
            otherData: fc.boolean(),
          }),
          { freq: 3 },
        ),
    amendments: amendments(without),
  });
