import { core } from '../events/core.ts';
import { typesOf } from '../events/vocabulary.ts';
import type { AnyHappening } from '../history/effective.ts';
import type { Mutable } from '../history/mutable.ts';
import { atOnceOf, withAtOnce } from '../history/ownState.ts';
import type { Projection } from '../history/projection.ts';
import { projection } from '../history/projection.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Candidate } from './candidate.ts';
import { candidateAlone, candidateOf } from './candidate.ts';
import type { Keep } from './copyOf.ts';
import { keeping } from './keeping.ts';

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

const take =
  (keep: Keep) =>
  (draft: Mutable<Story>, event: AnyHappening): undefined => {
    note(draft, event);
    draft.candidates.push(candidateOf(event, keep));
  };

/** The types that every story notes: that anything happened. */
const NOTED: readonly string[] = typesOf(core).filter((type) => !RECORD_KEEPING.has(type));

const foldOf = (taken: readonly string[]): Projection<Story, Story> =>
  keeping((keep) =>
    projection<Story, Story, 'incident', Record<string, unknown>>({
      name: 'story',
      version: 1,
      scope: 'incident',
      initial: () => ({ incidentId: null, candidates: [] }),
      on: Object.fromEntries([
        ...NOTED.map((type) => [type, note] as const),
        ...taken.map((type) => [type, take(keep)] as const),
      ]),
      view: (state) => state,
    }),
  );

/**
 * The fold that milestones, durations and the incident's status share: it keeps what happened of those
 * types, and notes that anything did.
 */
export const storyOf = (types: readonly string[]): Projection<Story, Story> => {
  const taken = new Set([...COURSE, ...types]);
  const noted = new Set([...NOTED, ...taken]);
  const story = foldOf([...taken]);
  const folded = atOnceOf(story);
  if (folded === undefined) return story;
  return withAtOnce(story, (told) => {
    // Where each happening has one claim, it need not be made to be taken.
    if (told.alone === null) return folded(told);
    const last = told.alone.findLast(({ event }) => noted.has(event.type));
    return {
      incidentId: last?.event.incidentId ?? null,
      candidates: told.alone.filter(({ event }) => taken.has(event.type)).map(candidateAlone),
    };
  });
};

/** What was found out about a story. */
interface Findings {
  readonly candidates: readonly Candidate[];
  readonly count: number;
  /** The candidates by type. */
  readonly byType: ReadonlyMap<string, readonly Candidate[]>;
  /** The episode that it has come to. */
  readonly episode: number;
}

const byTypeIn = (candidates: readonly Candidate[]): Findings['byType'] => {
  const found = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const alike = found.get(candidate.type);
    if (alike) alike.push(candidate);
    else found.set(candidate.type, [candidate]);
  }
  return found;
};

/** What was found out about the story looked at last: views ask one story for some type dozens of times. */
let recent: Findings = { candidates: [], count: 0, byType: new Map(), episode: 0 };

const findingsIn = (candidates: readonly Candidate[]): Findings => {
  const count = candidates.length;
  // A story that is told on has more of them.
  if (recent.candidates !== candidates || recent.count !== count) {
    const episode = candidates.reduce((last, each) => Math.max(last, each.episode), 0);
    recent = { candidates, count, byType: byTypeIn(candidates), episode };
  }
  return recent;
};

const NONE: readonly Candidate[] = Object.freeze([]);

/** What happened of those types, in the order of the story. */
export const ofTypes = ({ candidates }: Story, types: readonly string[]): readonly Candidate[] => {
  const { byType } = findingsIn(candidates);
  let only = NONE;
  for (const type of types) {
    const alike = byType.get(type) ?? only;
    // Those of several types are told among each other.
    if (only !== NONE && alike !== only) {
      return candidates.filter((candidate) => types.includes(candidate.type));
    }
    only = alike;
  }
  return only;
};

/** The episode that the story has come to, from 0. */
export const lastEpisode = ({ candidates }: Story): number => findingsIn(candidates).episode;
