import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { core } from '../../src/events/core.ts';
import { combine } from '../../src/history/combine.ts';
import type { AnyRecorded } from '../../src/history/effective.ts';
import { fold, seen } from '../../src/history/fold.ts';
import { history } from '../../src/history/history.ts';
import type { Policy } from '../../src/history/policy.ts';
import { defaultPolicy } from '../../src/history/policy.ts';
import { derivedEventId } from '../../src/primitives/ids.ts';
import { instant, instantOfMs, msOf } from '../../src/primitives/instant.ts';
import { between } from '../../src/primitives/moment.ts';
import { actions } from '../../src/projections/actions.ts';
import { claims } from '../../src/projections/claims.ts';
import { durations } from '../../src/projections/durations.ts';
import { impact } from '../../src/projections/impact.ts';
import { incident } from '../../src/projections/incident.ts';
import { milestones } from '../../src/projections/milestones.ts';
import { timeline } from '../../src/projections/timeline.ts';
import type { Entry } from './log.ts';
import { claimed, logOf, on, viewOf } from './log.ts';
import { tsr1023 } from './tsr1023.ts';

const all = combine({ incident, timeline, milestones, durations, impact, claims, actions });
const end = instant('2030-01-01T00:00:00Z');

const moments = fc
  .tuple(fc.integer({ min: 0, max: 90 }), fc.constantFrom(0, 59_999, 5_400_000))
  .map(([minute, width]) => {
    const from = msOf(on('10:00:00')) + minute * 60_000;
    return between(instantOfMs(from), instantOfMs(from + width));
  });

const data = fc.constantFrom<Pick<Entry, 'type' | 'data'>>(
  { type: 'ChangeMade', data: { changeId: 'c1' } },
  { type: 'ChangeMade', data: { changeId: 'c2' } },
  { type: 'CauseIdentified', data: { changeId: 'c2' } },
  { type: 'ImpactStarted', data: { impactId: 'a', component: 'Pay', degree: 'full' } },
  { type: 'ImpactStarted', data: { impactId: 'b' } },
  { type: 'ImpactChanged', data: { impactId: 'a', degree: 'degraded' } },
  { type: 'ImpactEnded', data: { impactId: 'a' } },
  { type: 'AlertRaised', data: { alertId: 'x' } },
  { type: 'Acknowledged', data: {} },
  { type: 'CellCreated', data: { cellId: 'cell' } },
  { type: 'FixApplied', data: { fixId: 'f' } },
  { type: 'Restored', data: {} },
  { type: 'Resolved', data: {} },
  { type: 'Reopened', data: {} },
  { type: 'StatusPublished', data: { status: 'investigating' } },
  { type: 'StatusPublished', data: { status: 'resolved' } },
  { type: 'ImpactMeasured', data: { durationMs: 600_000 } },
  { type: 'PostmortemPublished', data: {} },
);

const sources = fc.constantFrom(
  { kind: 'postmortem' as const },
  { kind: 'ticket' as const },
  { kind: 'status-page' as const, name: 'page' },
);

const entries = fc.array(
  fc
    .tuple(data, moments, sources)
    .map(([{ type, data: told }, occurredAt, source]) =>
      claimed(type, { occurredAt, statedAt: occurredAt, source, data: told }),
    ),
  { maxLength: 14 },
);

const logs = entries.map((told) => logOf('INC-1', told));

describe('the views', () => {
  it('do not depend on the order of arrival', () => {
    const shuffled = logs.chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray([...log], { minLength: log.length })),
    );
    fc.assert(
      fc.property(shuffled, ([log, arrived]) => {
        const renumbered = arrived.map((event, revision) => ({ ...event, revision }));
        expect(viewOf(renumbered, all)).toEqual(viewOf(log, all));
      }),
    );
  });

  it('are the same as of the end as now', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const asOf = { knownAt: end, recordedBefore: end, occurredBefore: end };
        expect(viewOf(log, all, asOf)).toEqual(viewOf(log, all));
      }),
    );
  });

  it('lose no milestone by a further claim from a source trusted less', () => {
    // A resolution or reopening moves the episodes, and each update published is a happening of its own.
    const apart = new Set(['Resolved', 'Reopened', 'StatusPublished']);
    const withClaim = logs
      .filter((log) => log.some(({ type }) => !apart.has(type)))
      .chain((log) => {
        const { claims: told } = history(log, { vocabulary: core });
        const about = fc.constantFrom(...told.filter(({ type }) => !apart.has(type)));
        return fc.tuple(fc.constant(log), about, moments);
      });
    fc.assert(
      fc.property(withClaim, ([log, about, occurredAt]) => {
        const { data: told, type, happening } = about;
        const source = { kind: 'import' } as const;
        const [further] = logOf('INC-1', [
          { type, data: told, happening, source, occurredAt, statedAt: occurredAt },
        ]);
        const eventId = derivedEventId('further');
        const more = further ? [...log, { ...further, eventId, revision: log.length }] : log;
        const policy: Policy = { ...defaultPolicy, rank: ['postmortem', 'ticket', 'status-page'] };
        const before = Object.keys(viewOf(log, milestones, { policy }));
        const after = Object.keys(viewOf(more, milestones, { policy }));
        expect(after).toEqual(expect.arrayContaining(before));
      }),
      { numRuns: 200 },
    );
  });

  it('are the same folded in one draft or on a plain state of one’s own', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const told = history(log, { vocabulary: core });
        const state = all.initial();
        for (const scope of all.scopes) {
          for (const event of seen(told, scope)) all.apply(scope, state, event);
        }
        expect(E.right(state)).toEqual(fold(told, all));
      }),
    );
  });

  it('come of a state that is plain JSON without aliases', () => {
    const told = history(tsr1023, { vocabulary: core });
    const state = fold(told, all);
    const found = new Set<object>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      expect(found.has(value)).toBe(false);
      found.add(value);
      Object.values(value).forEach(visit);
    };
    visit(E.isRight(state) ? state.right : null);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    const payloads: readonly AnyRecorded[] = tsr1023;
    expect(payloads.some((event) => found.has(event.occurredAt))).toBe(false);
  });
});
