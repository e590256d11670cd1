/**
 * Incidents as append-only streams of sourced claims: the vocabulary, the history told from it, and projections.
 *
 * @packageDocumentation
 */

// The words everything is written in.
export { Actor } from './primitives/actor.ts';
export { elapsed } from './primitives/elapsed.ts';
export type { Elapsed } from './primitives/elapsed.ts';
export { faultsOf, showFault, showValue } from './primitives/fault.ts';
export type { Fault } from './primitives/fault.ts';
export { derivedEventId, EventId, IncidentId, incidentId, newEventId } from './primitives/ids.ts';
export type { EventIdBrand, IncidentIdBrand } from './primitives/ids.ts';
export {
  Instant,
  instant,
  instantOfMs,
  msOf,
  parseInstant,
  systemClock,
} from './primitives/instant.ts';
export type { Clock, InstantBrand } from './primitives/instant.ts';
export {
  intersection,
  jaccard,
  lengthMs,
  measureMs,
  subtract,
  union,
} from './primitives/interval.ts';
export type { Interval } from './primitives/interval.ts';
export type { Json, JsonObject } from './primitives/json.ts';
export {
  anchorOf,
  between,
  exactly,
  mayCoincide,
  Moment,
  noLaterThan,
  refines,
  widthMs,
} from './primitives/moment.ts';
export type { MomentReading, Undecided } from './primitives/moment.ts';
export { rankOf, severityScales } from './primitives/severity.ts';
export type { SeverityScale } from './primitives/severity.ts';
export { Source, sourceKey } from './primitives/source.ts';
export type { SourceKind } from './primitives/source.ts';
export { Erased, isErased, Localized, localized, Name, Text } from './primitives/text.ts';

// What happened.
export {
  Acknowledged,
  AlertRaised,
  CellClosed,
  CellCreated,
  Declared,
  Detected,
} from './events/awareness.ts';
export type { Claim, ClaimDocument, ClaimOf } from './events/claim.ts';
export {
  ComponentStatus,
  MaintenanceScheduled,
  MaintenanceWindow,
  Mention,
  NoteAdded,
  RegulatorNotified,
  StatusPublished,
} from './events/communication.ts';
export { core } from './events/core.ts';
export type { CoreEvents } from './events/core.ts';
export { decode, showDecodeError } from './events/decode.ts';
export type { DecodeError } from './events/decode.ts';
export type { EventDefinition, HappeningRule, Upcast } from './events/definition.ts';
export { encode } from './events/encode.ts';
export {
  Cancelled,
  Closed,
  Merged,
  PostmortemPublished,
  Reopened,
  Resolved,
} from './events/ending.ts';
export type { Envelope, Origin, Recording } from './events/envelope.ts';
export type { EventOf, IncidentEvent, RecordedEvent, RecordedEventOf } from './events/event.ts';
export { ActionCompleted, ActionDropped, ActionProposed } from './events/followUp.ts';
export {
  Amount,
  Degree,
  ImpactChanged,
  ImpactEnded,
  ImpactMeasured,
  ImpactStarted,
  Measure,
} from './events/impact.ts';
export { ResponderJoined, ResponderLeft, RoleAssigned } from './events/people.ts';
export { Corrected, Retracted } from './events/recordKeeping.ts';
export {
  CauseIdentified,
  FixApplied,
  FixReverted,
  Mitigated,
  Restored,
} from './events/recovery.ts';
export type { StoredEvent, UnstoredEvent } from './events/stored.ts';
export {
  ChangeKind,
  ChangeMade,
  Classified,
  IncidentLinked,
  SeverityAssigned,
} from './events/triage.ts';
export { extend } from './events/vocabulary.ts';
export type { OwnEvents, Vocabulary } from './events/vocabulary.ts';

// How events become a story, and what is derived from it.
export type { AsOf } from './history/asOf.ts';
export { combine } from './history/combine.ts';
export type { CombinedStates, CombinedViews } from './history/combine.ts';
export type {
  AnyEffective,
  AnyRecorded,
  EffectiveEvent,
  EffectiveEventOf,
  Happening,
  HappeningOf,
} from './history/effective.ts';
export { fold, project } from './history/fold.ts';
export type { ProjectionFault } from './history/fold.ts';
export { history } from './history/history.ts';
export type { History, HistoryOptions } from './history/history.ts';
export { mergeTallies, showTallyMismatch } from './history/mergeTallies.ts';
export type { TallyMismatch } from './history/mergeTallies.ts';
export type { Immutable, Mutable } from './history/mutable.ts';
export { defaultPolicy } from './history/policy.ts';
export type { Policy } from './history/policy.ts';
export { projection } from './history/projection.ts';
export type {
  Handlers,
  Projection,
  ProjectionDefinition,
  Scope,
  ScopedEvent,
  ViewContext,
} from './history/projection.ts';
export { step } from './history/step.ts';
export type { Step } from './history/step.ts';
export { summarize, summarized, tally } from './history/summarize.ts';
export type { Summarized } from './history/summarize.ts';
export { summary } from './history/summary.ts';
export type { Summary, SummaryContext, SummaryDefinition } from './history/summary.ts';
export { addIncident, emptyTally } from './history/tally.ts';
export type { IncidentSeen, Tally, TallyOptions } from './history/tally.ts';

// May it happen.
export {
  acknowledge,
  closeCell,
  createCell,
  declare,
  detect,
  raiseAlert,
} from './decide/awareness.ts';
export type { Command, CommandFor, CommandInput, CommandOf } from './decide/command.ts';
export {
  addNote,
  notifyRegulator,
  publishStatus,
  scheduleMaintenance,
} from './decide/communication.ts';
export { decide } from './decide/decide.ts';
export type { DecideOptions } from './decide/decideOptions.ts';
export { cancel, close, merge, publishPostmortem, reopen, resolve } from './decide/ending.ts';
export { explain } from './decide/explain.ts';
export { completeAction, dropAction, proposeAction } from './decide/followUp.ts';
export { changeImpact, endImpact, measureImpact, startImpact } from './decide/impact.ts';
export { assignRole, joinResponse, leaveResponse } from './decide/people.ts';
export { correct, retract } from './decide/recordKeeping.ts';
export type { Correction, RecordKeepingInput } from './decide/recordKeeping.ts';
export { applyFix, identifyCause, mitigate, restore, revertFix } from './decide/recovery.ts';
export type {
  AfterCancelled,
  AfterMerged,
  AlreadyStated,
  CommonRefusal,
  InTheFuture,
  NeverStarted,
  NothingEnded,
  NothingOpen,
  OtherSource,
  Refusal,
  RefusalOf,
  Refusals,
  TargetRetracted,
  UnknownTarget,
  WithItself,
  WrongTarget,
} from './decide/refusal.ts';
export { report } from './decide/report.ts';
export { decisionState } from './decide/state.ts';
export type { DecisionState, RecordedAs } from './decide/state.ts';
export { assignSeverity, classify, linkIncident, recordChange } from './decide/triage.ts';
export type { IncidentLink } from './decide/triage.ts';

// What it means.
export { actions } from './projections/actions.ts';
export type { Action, ActionsState } from './projections/actions.ts';
export { availability } from './projections/availability.ts';
export type {
  Availability,
  AvailabilityOptions,
  AvailabilityWindow,
} from './projections/availability.ts';
export type { Candidate, ClaimData, OtherClaim } from './projections/candidate.ts';
export type { Cause } from './projections/causes.ts';
export { claims } from './projections/claims.ts';
export type { ClaimsState } from './projections/claims.ts';
export type {
  ActualPeriod,
  ClaimedPeriod,
  ClaimsView,
  ContradictingClaim,
  Contradiction,
} from './projections/claimsView.ts';
export { outageWeights } from './projections/downtime.ts';
export type { Weights } from './projections/downtime.ts';
export { copyOf } from './projections/copyOf.ts';
export { duration } from './projections/duration.ts';
export type { Duration, DurationDefinition, DurationStatus } from './projections/duration.ts';
export { durations, durationsWith } from './projections/durations.ts';
export type { DurationsOptions } from './projections/durations.ts';
export type { DurationSpread } from './projections/durationSpread.ts';
export type { ErrorBudget } from './projections/errorBudget.ts';
export type { Estimate, Resampling } from './projections/estimate.ts';
export { fleet, fleetWith } from './projections/fleet.ts';
export type { FleetAvailability, FleetUptime } from './projections/fleetAvailability.ts';
export type { FleetIncident, NotInFleet } from './projections/fleetIncident.ts';
export type { FleetAvailabilityOptions, FleetOptions } from './projections/fleetOptions.ts';
export type {
  FleetDefinition,
  FleetImpact,
  FleetRow,
  FleetState,
  NoValue,
} from './projections/fleetState.ts';
export type { FleetCohort, FleetView } from './projections/fleetView.ts';
export { impact, impactWith } from './projections/impact.ts';
export type { ImpactOptions } from './projections/impact.ts';
export type { Evidenced, ImpactRecord, ToldImpact } from './projections/impactRecord.ts';
export type { ComponentImpact, ImpactView } from './projections/impactView.ts';
export { incident } from './projections/incident.ts';
export type { IncidentState } from './projections/incident.ts';
export type { IncidentRecord, Link, Responder } from './projections/incidentRecord.ts';
export type { IncidentView } from './projections/incidentView.ts';
export type { IncidentStatus } from './projections/lifecycle.ts';
export type { Figure, MeasuredImpact } from './projections/measuredImpact.ts';
export { milestone } from './projections/milestone.ts';
export type {
  Inference,
  Milestone,
  MilestoneDefinition,
  MilestonePick,
} from './projections/milestone.ts';
export { milestones, milestonesWith } from './projections/milestones.ts';
export type { Milestones, MilestonesOptions } from './projections/milestones.ts';
export type { UnmeasuredImpact } from './projections/placedImpact.ts';
export type { Recurrence, Recurrences, Recurring } from './projections/recurrences.ts';
export { standardDurations } from './projections/standardDurations.ts';
export type { MilestoneName } from './projections/standardMilestones.ts';
export type { Statement } from './projections/statement.ts';
export type { OtherStatements, Statements, TimedStatements } from './projections/statements.ts';
export type { Story } from './projections/story.ts';
export { timeline, timelineOf } from './projections/timeline.ts';
export type { TimelineState } from './projections/timeline.ts';
export type { TimelineEntry, UnplacedEntry } from './projections/timelineEntry.ts';
export type { ImpactInterval } from './projections/worstIntervals.ts';

// Keeping it.
export { events } from './store/events.ts';
export { Failed } from './store/failed.ts';
export { memoryStore } from './store/memory.ts';
export type { MemoryStoreOptions } from './store/memory.ts';
export { memoryLog } from './store/memoryLog.ts';
export type { MemoryLedger, MemoryLog } from './store/memoryLog.ts';
export { memoryStates } from './store/memoryStates.ts';
export type {
  Appended,
  ArrivalQuery,
  EventPage,
  EventStore,
  Expected,
  IncidentPage,
  PageQuery,
  ReadAllQuery,
  ReadQuery,
  StoreOptions,
} from './store/port.ts';
export type { KeyPage, KeyQuery, SavedAs, Saving, StateStore } from './store/states.ts';
export { showStoreError } from './store/storeError.ts';
export type { StoreError } from './store/storeError.ts';

// The service.
export { createLedger } from './ledger/createLedger.ts';
export type { ExtendedLedgerOptions, LedgerOptions } from './ledger/createLedger.ts';
export type { Ledger, LookOptions, ViewOptions } from './ledger/ledger.ts';
export { showLedgerError } from './ledger/ledgerError.ts';
export type {
  InvalidDocument,
  InvalidEvents,
  LedgerError,
  LoadError,
  UnreadableEvents,
} from './ledger/ledgerError.ts';
export { orThrow } from './ledger/orThrow.ts';
export type { RecordOptions, RecordReport } from './ledger/recordReport.ts';
export type { Rule } from './ledger/rule.ts';
export { showFailure } from './ledger/showFailure.ts';

// Replaying it.
export { byteLines } from './replay/byteLines.ts';
export type { ByteLines } from './replay/byteLines.ts';
export { currentOf, currentVersion, dropSaved, makeCurrent } from './replay/currentVersion.ts';
export { diffProjections } from './replay/diffProjections.ts';
export type {
  DiffOptions,
  IncidentDifference,
  ProjectionsDiffered,
} from './replay/diffProjections.ts';
export { follow } from './replay/follow.ts';
export type { FollowHandler, FollowQuery } from './replay/follow.ts';
export type {
  FollowError,
  FollowFilter,
  FollowOptions,
  HandlerFault,
} from './replay/followPages.ts';
export { followProjection } from './replay/followProjection.ts';
export type {
  FollowProjectionError,
  FollowProjectionOptions,
} from './replay/followProjectionOptions.ts';
export { followSaved } from './replay/followSaved.ts';
export type { FollowSavedQuery, StatesHandler } from './replay/followSaved.ts';
export { showLogFault } from './replay/logFault.ts';
export type { LogFault } from './replay/logFault.ts';
export type { LogIncident, LogReading } from './replay/logReading.ts';
export type { Partition } from './replay/partition.ts';
export type { Retry } from './replay/persist.ts';
export { projectAll } from './replay/projectAll.ts';
export type { ProjectAllOptions, Replayed, ViewTaker } from './replay/projectAllOptions.ts';
export { projectIncident } from './replay/projectIncident.ts';
export type { ReplayOptions } from './replay/projectIncident.ts';
export { projectLog } from './replay/projectLog.ts';
export type { LogOptions, ReplayedIncident } from './replay/projectLog.ts';
export { rebuild } from './replay/rebuild.ts';
export type { Rebuilt, RebuildOptions, RebuildProgress } from './replay/rebuild.ts';
export { showReplayError } from './replay/replayError.ts';
export type { NotGrouped, ReplayError, TakerFault, UnreadableLog } from './replay/replayError.ts';
export { readLog, readLogFrom } from './replay/readLog.ts';
export { savedIncidents, savedView } from './replay/savedView.ts';
export type { SavedView, SavedViewOptions } from './replay/savedView.ts';
export { viewDifferences } from './replay/viewDifferences.ts';
export type { FieldDifference } from './replay/viewDifferences.ts';
export { logLine, writeLog } from './replay/writeLog.ts';
