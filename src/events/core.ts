import { awareness } from './awareness.ts';
import { communication } from './communication.ts';
import { ending } from './ending.ts';
import { followUp } from './followUp.ts';
import { impact } from './impact.ts';
import { people } from './people.ts';
import { recordKeeping } from './recordKeeping.ts';
import { recovery } from './recovery.ts';
import { triage } from './triage.ts';
import type {
  Acknowledged,
  AlertRaised,
  CellClosed,
  CellCreated,
  Declared,
  Detected,
} from './awareness.ts';
import type {
  MaintenanceScheduled,
  NoteAdded,
  RegulatorNotified,
  StatusPublished,
} from './communication.ts';
import type {
  Cancelled,
  Closed,
  Merged,
  PostmortemPublished,
  Reopened,
  Resolved,
} from './ending.ts';
import type { ActionCompleted, ActionDropped, ActionProposed } from './followUp.ts';
import type { ImpactChanged, ImpactEnded, ImpactMeasured, ImpactStarted } from './impact.ts';
import type { ResponderJoined, ResponderLeft, RoleAssigned } from './people.ts';
import type { Corrected, Retracted } from './recordKeeping.ts';
import type { CauseIdentified, FixApplied, FixReverted, Mitigated, Restored } from './recovery.ts';
import type { ChangeMade, Classified, IncidentLinked, SeverityAssigned } from './triage.ts';
import type { Vocabulary } from './vocabulary.ts';
import { vocabularyOf } from './vocabulary.ts';

/**
 * The event types of this library, each with its data.
 *
 * @public
 */
export interface CoreEvents {
  /** See {@link ChangeMade}. */
  readonly ChangeMade: ChangeMade;
  /** See {@link MaintenanceScheduled}. */
  readonly MaintenanceScheduled: MaintenanceScheduled;
  /** See {@link ImpactStarted}. */
  readonly ImpactStarted: ImpactStarted;
  /** See {@link ImpactChanged}. */
  readonly ImpactChanged: ImpactChanged;
  /** See {@link AlertRaised}. */
  readonly AlertRaised: AlertRaised;
  /** See {@link Detected}. */
  readonly Detected: Detected;
  /** See {@link Declared}. */
  readonly Declared: Declared;
  /** See {@link Acknowledged}. */
  readonly Acknowledged: Acknowledged;
  /** See {@link SeverityAssigned}. */
  readonly SeverityAssigned: SeverityAssigned;
  /** See {@link Classified}. */
  readonly Classified: Classified;
  /** See {@link IncidentLinked}. */
  readonly IncidentLinked: IncidentLinked;
  /** See {@link ResponderJoined}. */
  readonly ResponderJoined: ResponderJoined;
  /** See {@link RoleAssigned}. */
  readonly RoleAssigned: RoleAssigned;
  /** See {@link CellCreated}. */
  readonly CellCreated: CellCreated;
  /** See {@link StatusPublished}. */
  readonly StatusPublished: StatusPublished;
  /** See {@link RegulatorNotified}. */
  readonly RegulatorNotified: RegulatorNotified;
  /** See {@link NoteAdded}. */
  readonly NoteAdded: NoteAdded;
  /** See {@link CauseIdentified}. */
  readonly CauseIdentified: CauseIdentified;
  /** See {@link FixApplied}. */
  readonly FixApplied: FixApplied;
  /** See {@link FixReverted}. */
  readonly FixReverted: FixReverted;
  /** See {@link Mitigated}. */
  readonly Mitigated: Mitigated;
  /** See {@link Restored}. */
  readonly Restored: Restored;
  /** See {@link ImpactEnded}. */
  readonly ImpactEnded: ImpactEnded;
  /** See {@link ImpactMeasured}. */
  readonly ImpactMeasured: ImpactMeasured;
  /** See {@link Resolved}. */
  readonly Resolved: Resolved;
  /** See {@link Reopened}. */
  readonly Reopened: Reopened;
  /** See {@link ResponderLeft}. */
  readonly ResponderLeft: ResponderLeft;
  /** See {@link CellClosed}. */
  readonly CellClosed: CellClosed;
  /** See {@link Closed}. */
  readonly Closed: Closed;
  /** See {@link Cancelled}. */
  readonly Cancelled: Cancelled;
  /** See {@link Merged}. */
  readonly Merged: Merged;
  /** See {@link PostmortemPublished}. */
  readonly PostmortemPublished: PostmortemPublished;
  /** See {@link ActionProposed}. */
  readonly ActionProposed: ActionProposed;
  /** See {@link ActionCompleted}. */
  readonly ActionCompleted: ActionCompleted;
  /** See {@link ActionDropped}. */
  readonly ActionDropped: ActionDropped;
  /** See {@link Corrected}. */
  readonly Corrected: Corrected;
  /** See {@link Retracted}. */
  readonly Retracted: Retracted;
}

/**
 * The vocabulary of this library, in the order in which events of one instant are told.
 *
 * @public
 */
export const core: Vocabulary<CoreEvents> = vocabularyOf<CoreEvents>({
  ChangeMade: triage.ChangeMade,
  MaintenanceScheduled: communication.MaintenanceScheduled,
  ImpactStarted: impact.ImpactStarted,
  ImpactChanged: impact.ImpactChanged,
  AlertRaised: awareness.AlertRaised,
  Detected: awareness.Detected,
  Declared: awareness.Declared,
  Acknowledged: awareness.Acknowledged,
  SeverityAssigned: triage.SeverityAssigned,
  Classified: triage.Classified,
  IncidentLinked: triage.IncidentLinked,
  ResponderJoined: people.ResponderJoined,
  RoleAssigned: people.RoleAssigned,
  CellCreated: awareness.CellCreated,
  StatusPublished: communication.StatusPublished,
  RegulatorNotified: communication.RegulatorNotified,
  NoteAdded: communication.NoteAdded,
  CauseIdentified: recovery.CauseIdentified,
  FixApplied: recovery.FixApplied,
  FixReverted: recovery.FixReverted,
  Mitigated: recovery.Mitigated,
  Restored: recovery.Restored,
  ImpactEnded: impact.ImpactEnded,
  ImpactMeasured: impact.ImpactMeasured,
  Resolved: ending.Resolved,
  Reopened: ending.Reopened,
  ResponderLeft: people.ResponderLeft,
  CellClosed: awareness.CellClosed,
  Closed: ending.Closed,
  Cancelled: ending.Cancelled,
  Merged: ending.Merged,
  PostmortemPublished: ending.PostmortemPublished,
  ActionProposed: followUp.ActionProposed,
  ActionCompleted: followUp.ActionCompleted,
  ActionDropped: followUp.ActionDropped,
  Corrected: recordKeeping.Corrected,
  Retracted: recordKeeping.Retracted,
});
