import { anchorOf } from '../primitives/moment.ts';
import type { Moment } from '../primitives/moment.ts';
import type { NeverStarted, Refusal } from './refusal.ts';

const when = (moment: Moment): string => anchorOf(moment) ?? moment.written ?? 'an unknown time';

const MS_A_SECOND = 1000;

const begun: Record<NeverStarted['beginning'], string> = {
  ImpactStarted: 'no impact has started',
  FixApplied: 'no fix was applied',
  CellCreated: 'no cell was created',
  ActionProposed: 'no action was proposed',
};

/**
 * Says a refusal in a sentence, with what to do where there is something.
 *
 * @public
 */
export const explain = (refusal: Refusal): string => {
  switch (refusal._tag) {
    case 'InTheFuture':
      return `${refusal.field} ${refusal.at} is more than ${refusal.toleranceMs / MS_A_SECOND} s after the present, ${refusal.now}`;
    case 'AlreadyStated':
      return `this source has told of ${refusal.happening} already, at ${when(refusal.occurredAt)}; to change that, correct the ${refusal.type} event ${refusal.eventId}`;
    case 'AfterCancelled':
      return `the incident had been cancelled (event ${refusal.eventId}); only reopen follows`;
    case 'AfterMerged':
      return `the incident had been merged into another (event ${refusal.eventId}); nothing follows`;
    case 'NothingOpen':
      return 'there is nothing to end: no event tells of an incident yet';
    case 'NothingEnded':
      return 'there is nothing to reopen: the incident had not ended by then';
    case 'NeverStarted':
      return `${begun[refusal.beginning]} with the id ${refusal.id}`;
    case 'WithItself':
      return `incident ${refusal.incidentId} cannot be merged into or linked to itself`;
    case 'UnknownTarget':
      return `the incident has no event ${refusal.target}`;
    case 'WrongTarget':
      return `event ${refusal.target} is a ${refusal.type} event: correct the original event again, or retract this one`;
    case 'TargetRetracted':
      return `event ${refusal.target} is retracted: retract the retraction first`;
    case 'OtherSource':
      return `event ${refusal.target} was stated by ${refusal.source}, and only that source changes its word; record what another says as a claim of its own`;
  }
};
