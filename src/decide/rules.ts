import type { Asked } from './asked.ts';
import { fieldOf } from './fieldOf.ts';
import type {
  AfterCancelled,
  AfterMerged,
  NeverStarted,
  NothingEnded,
  NothingOpen,
  Refusal,
  Refusals,
  WithItself,
} from './refusal.ts';

const RECORD_KEEPING: ReadonlySet<string> = new Set(['Corrected', 'Retracted']);
const ENDINGS: ReadonlySet<string> = new Set(['Resolved', 'Closed', 'Cancelled']);

/** What excludes a new transition; null when nothing does. */
type Rule<R> = (asked: Asked) => R | null;

const afterMerged: Rule<AfterMerged> = ({ before }) => {
  const merged = before.find(({ type }) => type === 'Merged');
  return merged ? { _tag: 'AfterMerged', eventId: merged.eventId } : null;
};

/** A reopening begins another episode, so that the cancellation is not in its own. */
const afterCancelled: Rule<AfterCancelled> = ({ claim, before }) => {
  const cancelled = before.find(
    ({ type, episode }) => type === 'Cancelled' && episode === claim.episode,
  );
  return cancelled ? { _tag: 'AfterCancelled', eventId: cancelled.eventId } : null;
};

const nothingOpen: Rule<NothingOpen> = ({ claims }) =>
  claims.some(({ type }) => !RECORD_KEEPING.has(type)) ? null : { _tag: 'NothingOpen' };

const nothingEnded: Rule<NothingEnded> = ({ claim, before }) =>
  before.some(({ type, episode }) => ENDINGS.has(type) && episode === claim.episode - 1)
    ? null
    : { _tag: 'NothingEnded' };

const withItself =
  (field: string): Rule<WithItself> =>
  ({ claim }) =>
    fieldOf(claim.data, field) === claim.incidentId
      ? { _tag: 'WithItself', incidentId: claim.incidentId }
      : null;

const neverStarted =
  (beginning: NeverStarted['beginning'], field: string): Rule<NeverStarted> =>
  ({ claim, claims }) => {
    const id = fieldOf(claim.data, field);
    const begun = claims.some(
      ({ type, data }) => type === beginning && fieldOf(data, field) === id,
    );
    return begun || typeof id !== 'string' ? null : { _tag: 'NeverStarted', beginning, id };
  };

const rules: { readonly [K in keyof Refusals]?: Rule<Refusals[K]> } = {
  Resolved: nothingOpen,
  Closed: nothingOpen,
  Cancelled: nothingOpen,
  Merged: (asked) => nothingOpen(asked) ?? withItself('into')(asked),
  Reopened: nothingEnded,
  IncidentLinked: withItself('incidentId'),
  ImpactChanged: neverStarted('ImpactStarted', 'impactId'),
  ImpactEnded: neverStarted('ImpactStarted', 'impactId'),
  FixReverted: neverStarted('FixApplied', 'fixId'),
  CellClosed: neverStarted('CellCreated', 'cellId'),
  ActionCompleted: neverStarted('ActionProposed', 'actionId'),
  ActionDropped: neverStarted('ActionProposed', 'actionId'),
};

const ruleOf = (type: string): Rule<Refusal> | undefined => {
  const byType: Readonly<Record<string, Rule<Refusal> | undefined>> = rules;
  return Object.hasOwn(byType, type) ? byType[type] : undefined;
};

/**
 * Why the state excludes a transition that no claim tells of yet; null when it does not.
 *
 * @remarks What counts is the story: what had happened before a cancellation can be told after it.
 */
export const excluded: Rule<Refusal> = (asked) =>
  afterMerged(asked) ?? afterCancelled(asked) ?? ruleOf(asked.claim.type)?.(asked) ?? null;
