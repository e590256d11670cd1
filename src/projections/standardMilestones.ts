import type { Inference, MilestoneDefinition } from './milestone.ts';
import { milestone } from './milestone.ts';
import {
  pickAwareness,
  pickChange,
  pickFirstPublic,
  pickFix,
  pickImpactEnd,
  pickPublicResolution,
} from './milestonePicks.ts';

/**
 * The names of the milestones that come with the library.
 *
 * @public
 */
export type MilestoneName =
  | 'changeMade'
  | 'impactStarted'
  | 'alerted'
  | 'detected'
  | 'declared'
  | 'acknowledged'
  | 'cellCreated'
  | 'causeIdentified'
  | 'fixApplied'
  | 'mitigated'
  | 'restored'
  | 'impactEnded'
  | 'resolved'
  | 'closed'
  | 'firstPublicNotice'
  | 'publiclyResolved'
  | 'postmortemPublished';

const awareness: Inference = {
  claims: [
    'AlertRaised',
    'Declared',
    'Acknowledged',
    'ResponderJoined',
    'RoleAssigned',
    'CellCreated',
    'StatusPublished',
    'CauseIdentified',
    'FixApplied',
    'Mitigated',
  ],
  pick: pickAwareness,
};

/** The milestones that come with the library, in the order of their usual course. */
export const standardMilestones: readonly MilestoneDefinition<MilestoneName>[] = [
  milestone({ name: 'changeMade', claims: ['ChangeMade'], pick: pickChange }),
  milestone({ name: 'impactStarted', claims: ['ImpactStarted'], pick: 'first' }),
  milestone({ name: 'alerted', claims: ['AlertRaised'], pick: 'first' }),
  milestone({ name: 'detected', claims: ['Detected'], pick: 'first', inferredFrom: awareness }),
  milestone({ name: 'declared', claims: ['Declared'], pick: 'first' }),
  milestone({ name: 'acknowledged', claims: ['Acknowledged'], pick: 'first' }),
  milestone({ name: 'cellCreated', claims: ['CellCreated'], pick: 'first' }),
  milestone({ name: 'causeIdentified', claims: ['CauseIdentified'], pick: 'first' }),
  milestone({ name: 'fixApplied', claims: ['FixApplied'], pick: pickFix }),
  milestone({ name: 'mitigated', claims: ['Mitigated'], pick: 'last' }),
  milestone({ name: 'restored', claims: ['Restored'], pick: 'last' }),
  milestone({ name: 'impactEnded', claims: ['ImpactEnded'], pick: pickImpactEnd }),
  milestone({ name: 'resolved', claims: ['Resolved'], pick: 'last' }),
  milestone({ name: 'closed', claims: ['Closed'], pick: 'last' }),
  milestone({ name: 'firstPublicNotice', claims: ['StatusPublished'], pick: pickFirstPublic }),
  milestone({ name: 'publiclyResolved', claims: ['StatusPublished'], pick: pickPublicResolution }),
  milestone({ name: 'postmortemPublished', claims: ['PostmortemPublished'], pick: 'last' }),
];

/** Types that the standard milestones look at, even where own ones take the place of those they claim. */
export const LOOKED_AT: readonly string[] = [
  'CauseIdentified',
  'FixApplied',
  'FixReverted',
  'ImpactStarted',
  'ImpactEnded',
  'Restored',
];
