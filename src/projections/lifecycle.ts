import type { EventId } from '../primitives/ids.ts';
import type { Candidate } from './candidate.ts';
import { isPublic, standingResolution } from './publicStatus.ts';
import type { Story } from './story.ts';
import { lastEpisode, ofTypes } from './story.ts';

/**
 * Where an incident stands: `none` when nothing is known of it.
 *
 * @public
 */
export type IncidentStatus = 'none' | 'open' | 'resolved' | 'closed' | 'cancelled' | 'merged';

/** Where an incident stands, and on what evidence. */
export interface Lifecycle {
  /** Where it stands. */
  readonly status: IncidentStatus;
  /** Whether only a public update says that it is resolved. */
  readonly inferred: boolean;
  /** The events that say so; empty while it is open. */
  readonly evidence: readonly EventId[];
  /** How many episodes it has had: one, and one more for each reopening. */
  readonly episodes: number;
}

const END_STATUS = [
  ['Merged', 'merged'],
  ['Cancelled', 'cancelled'],
  ['Closed', 'closed'],
  ['Resolved', 'resolved'],
] as const;

/** The public update that stands as the last word that it is over. */
export const publicResolutionOf = (story: Story): Candidate | undefined =>
  standingResolution(
    ofTypes(story, ['StatusPublished']).filter(isPublic),
    ({ data }) => data['status'],
  );

/**
 * Where an incident stands by its last episode. A merge is final, whatever follows. Where nobody claims that it
 * was resolved, a public update that says so counts, and the status is then marked as inferred.
 */
export const lifecycleOf = (story: Story): Lifecycle => {
  const episode = lastEpisode(story);
  const episodes = story.incidentId === null ? 0 : episode + 1;
  const inEpisode = (candidate: Candidate): boolean =>
    candidate.episode === episode || candidate.type === 'Merged';
  for (const [type, status] of END_STATUS) {
    const end = ofTypes(story, [type]).findLast(inEpisode);
    if (end) return { status, inferred: false, evidence: end.evidence, episodes };
  }
  const told = publicResolutionOf(story);
  if (told?.episode === episode)
    return { status: 'resolved', inferred: true, evidence: told.evidence, episodes };
  const status = story.incidentId === null ? 'none' : 'open';
  return { status, inferred: false, evidence: [], episodes };
};
