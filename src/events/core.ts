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
  /** See `ChangeMade`. */
  readonly ChangeMade: ChangeMade;
  /** See `MaintenanceScheduled`. */
  readonly MaintenanceScheduled: MaintenanceScheduled;
  /** See `ImpactStarted`. */
  readonly ImpactStarted: ImpactStarted;
  /** See `ImpactChanged`. */
  readonly ImpactChanged: ImpactChanged;
  /** See `AlertRaised`. */
  readonly AlertRaised: AlertRaised;
  /** See `Detected`. */
  readonly Detected: Detected;
  /** See `Declared`. */
  readonly Declared: Declared;
  /** See `Acknowledged`. */
  readonly Acknowledged: Acknowledged;
  /** See `SeverityAssigned`. */
  readonly SeverityAssigned: SeverityAssigned;
  /** See `Classified`. */
  readonly Classified: Classified;
  /** See `IncidentLinked`. */
  readonly IncidentLinked: IncidentLinked;
  /** See `ResponderJoined`. */
  readonly ResponderJoined: ResponderJoined;
  /** See `RoleAssigned`. */
  readonly RoleAssigned: RoleAssigned;
  /** See `CellCreated`. */
  readonly CellCreated: CellCreated;
  /** See `StatusPublished`. */
  readonly StatusPublished: StatusPublished;
  /** See `RegulatorNotified`. */
  readonly RegulatorNotified: RegulatorNotified;
  /** See `NoteAdded`. */
  readonly NoteAdded: NoteAdded;
  /** See `CauseIdentified`. */
  readonly CauseIdentified: CauseIdentified;
  /** See `FixApplied`. */
  readonly FixApplied: FixApplied;
  /** See `FixReverted`. */
  readonly FixReverted: FixReverted;
  /** See `Mitigated`. */
  readonly Mitigated: Mitigated;
  /** See `Restored`. */
  readonly Restored: Restored;
  /** See `ImpactEnded`. */
  readonly ImpactEnded: ImpactEnded;
  /** See `ImpactMeasured`. */
  readonly ImpactMeasured: ImpactMeasured;
  /** See `Resolved`. */
  readonly Resolved: Resolved;
  /** See `Reopened`. */
  readonly Reopened: Reopened;
  /** See `ResponderLeft`. */
  readonly ResponderLeft: ResponderLeft;
  /** See `CellClosed`. */
  readonly CellClosed: CellClosed;
  /** See `Closed`. */
  readonly Closed: Closed;
  /** See `Cancelled`. */
  readonly Cancelled: Cancelled;
  /** See `Merged`. */
  readonly Merged: Merged;
  /** See `PostmortemPublished`. */
  readonly PostmortemPublished: PostmortemPublished;
  /** See `ActionProposed`. */
  readonly ActionProposed: ActionProposed;
  /** See `ActionCompleted`. */
  readonly ActionCompleted: ActionCompleted;
  /** See `ActionDropped`. */
  readonly ActionDropped: ActionDropped;
  /** See `Corrected`. */
  readonly Corrected: Corrected;
  /** See `Retracted`. */
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
