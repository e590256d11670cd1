import { core } from '../events/core.ts';
import { typesOf } from '../events/vocabulary.ts';
import type { AnyHappening } from '../history/effective.ts';
import type { Projection } from '../history/projection.ts';
import { projection } from '../history/projection.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Candidate } from './candidate.ts';
import { candidateOf } from './candidate.ts';
import type { Mutable } from './copyOf.ts';

/**
 * What happened, as far as milestones need it.
 *
 * @public
 */
export interface Story {
  /** The incident; null before its first event. */
  readonly incidentId: IncidentId | null;
  /** What happened, in the order of the story. */
  readonly candidates: readonly Candidate[];
}

/** The types that say how the story goes, whichever milestones are asked for. */
const COURSE = [
  'Declared',
  'Resolved',
  'Reopened',
  'Closed',
  'Cancelled',
  'Merged',
  'StatusPublished',
] as const;

const RECORD_KEEPING: ReadonlySet<string> = new Set(['Corrected', 'Retracted']);

const note = (draft: Pick<Mutable<Story>, 'incidentId'>, event: AnyHappening): undefined => {
  draft.incidentId = event.incidentId;
};

const take = (draft: Mutable<Story>, event: AnyHappening): undefined => {
  note(draft, event);
  draft.candidates.push(candidateOf(event));
};

/**
 * The fold that milestones, durations and the incident's status share: it keeps what happened of those
 * types, and notes that anything did.
 */
export const storyOf = (types: readonly string[]): Projection<Story, Story> =>
  projection<Story, Story, 'incident', Record<string, unknown>>({
    name: 'story',
    version: 1,
    scope: 'incident',
    initial: () => ({ incidentId: null, candidates: [] }),
    on: Object.fromEntries([
      ...typesOf(core)
        .filter((type) => !RECORD_KEEPING.has(type))
        .map((type) => [type, note] as const),
      ...[...COURSE, ...types].map((type) => [type, take] as const),
    ]),
    view: (state) => state,
  });

/** The story that was looked at last, by type: views ask one story for some type dozens of times. */
let recent: {
  readonly candidates: readonly Candidate[];
  readonly count: number;
  readonly found: ReadonlyMap<string, readonly Candidate[]>;
} = { candidates: [], count: 0, found: new Map() };

/** The candidates by type. */
const byType = (candidates: readonly Candidate[]): (typeof recent)['found'] => {
  // A story that is told on has more of them.
  if (recent.candidates === candidates && recent.count === candidates.length) return recent.found;
  const found = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const alike = found.get(candidate.type);
    if (alike) alike.push(candidate);
    else found.set(candidate.type, [candidate]);
  }
  recent = { candidates, count: candidates.length, found };
  return found;
};

const NONE: readonly Candidate[] = Object.freeze([]);

/** What happened of those types, in the order of the story. */
export const ofTypes = ({ candidates }: Story, types: readonly string[]): readonly Candidate[] => {
  const [only, ...more] = types;
  if (only !== undefined && more.length === 0) return byType(candidates).get(only) ?? NONE;
  return candidates.filter(({ type }) => types.includes(type));
};

/** The episode that the story has come to, from 0. */
export const lastEpisode = ({ candidates }: Story): number =>
  candidates.reduce((last, { episode }) => Math.max(last, episode), 0);
