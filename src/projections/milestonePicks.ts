import { isCertainlyBefore } from '../primitives/elapsed.ts';
import type { Candidate } from './candidate.ts';
import { firstSaid } from './candidate.ts';
import { firstOf } from './firstOf.ts';
import { publicResolutionOf } from './lifecycle.ts';
import { isPublic } from './publicStatus.ts';
import type { Story } from './story.ts';
import { lastEpisode, ofTypes } from './story.ts';

type Candidates = readonly Candidate[];

const lastIn = (episode: number, candidates: Candidates): Candidate | undefined =>
  candidates.findLast((candidate) => candidate.episode === episode);

/**
 * The change that the cause names, by the last word on it; else the only change. Several and none named: none. A
 * change that a fix consists of is no cause, unless it is named.
 */
export const pickChange = (changes: Candidates, story: Story): Candidate | undefined => {
  const named = ofTypes(story, ['CauseIdentified']).findLast(
    ({ data }) => data['changeId'] !== undefined,
  );
  if (named) return changes.find(({ data }) => data['changeId'] === named.data['changeId']);
  const elsewhere = new Set(
    ofTypes(story, ['CauseIdentified']).map((cause) => firstSaid(cause, 'changeId')),
  );
  const fixes = new Set(ofTypes(story, ['FixApplied']).map(({ data }) => data['changeId']));
  const found = changes.findLast(({ data }) => elsewhere.has(data['changeId']));
  const suspects = changes.filter(({ data }) => !fixes.has(data['changeId']));
  return found ?? (suspects.length === 1 ? suspects[0] : undefined);
};

/**
 * The earliest sign in this view that somebody knew. A planned maintenance announced, or a text that only some
 * can read, is no such sign.
 */
export const pickAwareness = (signs: Candidates): Candidate | undefined =>
  firstOf(
    signs.filter(({ type, data }) =>
      type === 'StatusPublished'
        ? isPublic({ data }) && data['status'] !== 'scheduled'
        : type !== 'Declared' || data['kind'] !== 'maintenance',
    ),
  );

/**
 * The last end of an impact, once each impact that started has an end of its own, and the last episode has one
 * or is over.
 */
export const pickImpactEnd = (ends: Candidates, story: Story): Candidate | undefined => {
  const ended = new Set(ends.map(({ data }) => data['impactId']));
  const open = ofTypes(story, ['ImpactStarted']).some(({ data }) => !ended.has(data['impactId']));
  if (open) return undefined;
  const episode = lastEpisode(story);
  const isOver = lastIn(episode, ofTypes(story, ['Resolved', 'Closed'])) !== undefined;
  return episode === 0 || isOver ? ends.at(-1) : lastIn(episode, ends);
};

/**
 * The last fix not reverted at or before restoration; where all came later, the first of them. While a reopened
 * incident has not ended, only a fix since counts.
 */
export const pickFix = (fixes: Candidates, story: Story): Candidate | undefined => {
  const reverted = new Set(ofTypes(story, ['FixReverted']).map(({ data }) => data['fixId']));
  const episode = lastEpisode(story);
  const isOpen = !lastIn(episode, ofTypes(story, ['Restored', 'Resolved', 'Closed']));
  const standing = fixes.filter(
    (fix) => !reverted.has(fix.data['fixId']) && (!isOpen || fix.episode === episode),
  );
  const restored =
    lastIn(episode, ofTypes(story, ['Restored'])) ??
    pickImpactEnd(ofTypes(story, ['ImpactEnded']), story);
  const inTime = standing.findLast(
    ({ moment }) => restored === undefined || !isCertainlyBefore(restored.moment, moment),
  );
  return inTime ?? standing[0];
};

/** The first update that everybody could read. */
export const pickFirstPublic = (updates: Candidates): Candidate | undefined =>
  firstOf(updates.filter(isPublic));

/** The public update that stands as the last word that it is over. */
export const pickPublicResolution = (_: Candidates, story: Story): Candidate | undefined =>
  publicResolutionOf(story);
