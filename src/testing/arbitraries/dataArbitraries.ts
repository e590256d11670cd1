import * as fc from 'fast-check';
import type { CoreEvents } from '../../events/core.ts';
import { instantOfMs, msOf } from '../../primitives/instant.ts';
import { momentArbitrary as moment } from './momentArbitrary.ts';
import { fewIds, filled, name, text } from './texts.ts';
import { anyInstant, minuteOfDay } from './times.ts';
import { actor, anyEventId, anyIncidentId } from './whos.ts';

/** Data of one type: some fields always there, the others sometimes. */
const data = <R, O>(
  required: { [K in keyof R]: fc.Arbitrary<R[K]> },
  optional: { [K in keyof O]: fc.Arbitrary<O[K]> },
): fc.Arbitrary<R & Partial<O>> =>
  fc
    .tuple(fc.record(required), fc.record(optional, { requiredKeys: [] }))
    // `fc.record` does not tell an absent field from one that is undefined.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    .map(([always, sometimes]) => ({ ...always, ...sometimes }) as R & Partial<O>);

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1e12 });
const basis = fc.constantFrom('actual' as const, 'estimate' as const);
const measure = data(
  { basis },
  { count: finite, share: fc.double({ min: 0, max: 1, noNaN: true }) },
);
const degree = fc.constantFrom(
  'none' as const,
  'degraded' as const,
  'partial' as const,
  'full' as const,
  'unspecified' as const,
);
const strings = fc.array(filled, { maxLength: 3 });

/**
 * Valid data of every event type of the core vocabulary, by type.
 *
 * @public
 */
export const dataArbitraries: { readonly [K in keyof CoreEvents]: fc.Arbitrary<CoreEvents[K]> } = {
  ChangeMade: data(
    { changeId: fewIds },
    { kind: fc.constantFrom('dns', 'deployment', 'other'), url: filled, text },
  ),
  MaintenanceScheduled: data(
    {
      window: minuteOfDay.map((from) => ({ from, to: instantOfMs(msOf(from) + 3_600_000) })),
    },
    { components: strings, text },
  ),
  ImpactStarted: data({ impactId: fewIds }, { component: filled, degree, text }),
  ImpactChanged: data({ impactId: fewIds }, { component: filled, degree, text }),
  AlertRaised: data({ alertId: fewIds }, { monitor: filled, text }),
  Detected: data({}, { by: fc.constantFrom('monitor', 'customer', 'staff', 'third-party'), text }),
  Declared: data(
    { kind: fc.constantFrom('incident', 'maintenance', 'exercise') },
    { title: text, reference: filled, text },
  ),
  Acknowledged: data({}, { alertId: fewIds, text }),
  SeverityAssigned: data(
    {
      dimension: fc.constantFrom('priority', 'severity', 'impact'),
      scale: fc.constantFrom('internal', 'public'),
      level: fc.constantFrom('P1', 'P2', 'minor'),
    },
    { text },
  ),
  Classified: data({ regime: filled, outcome: filled }, { criteria: strings, text }),
  IncidentLinked: data(
    {
      incidentId: anyIncidentId,
      relation: fc.constantFrom(
        'caused-by',
        'causes',
        'duplicate-of',
        'parent',
        'child',
        'related',
      ),
    },
    { text },
  ),
  ResponderJoined: data({ responder: actor }, { role: filled, text }),
  RoleAssigned: data({ responder: actor, role: filled }, { text }),
  CellCreated: data({ cellId: fewIds }, { name, url: filled, text }),
  StatusPublished: data(
    { status: fc.constantFrom('investigating', 'identified', 'resolved') },
    {
      audience: fc.constantFrom('public', 'customers', 'internal'),
      components: fc.array(data({ name: filled }, { status: filled }), { maxLength: 2 }),
      mentions: fc.array(data({ about: filled, moment }, { language: filled }), { maxLength: 2 }),
      text,
    },
  ),
  RegulatorNotified: data(
    { regime: filled, authority: filled, stage: fc.constantFrom('initial', 'final') },
    { reference: filled, text },
  ),
  NoteAdded: fc.record({ text }),
  CauseIdentified: data(
    {},
    {
      changeId: fewIds,
      category: filled,
      strength: fc.constantFrom('confirmed', 'probable', 'suspected', 'possible'),
      text,
    },
  ),
  FixApplied: data({ fixId: fewIds }, { changeId: fewIds, text }),
  FixReverted: data({ fixId: fewIds }, { text }),
  Mitigated: data({}, { text }),
  Restored: data({}, { text }),
  ImpactEnded: data({ impactId: fewIds }, { component: filled, text }),
  ImpactMeasured: data(
    {},
    {
      impactId: fewIds,
      clients: measure,
      transactions: measure,
      amount: fc.record({ basis, value: finite, currency: fc.constantFrom('EUR', 'USD') }),
      durationMs: finite,
      written: filled,
      text,
    },
  ),
  Resolved: data({}, { text }),
  Reopened: data({}, { text }),
  ResponderLeft: data({ responder: actor }, { text }),
  CellClosed: data({ cellId: fewIds }, { text }),
  Closed: data({}, { text }),
  Cancelled: data({ outcome: fc.constantFrom('false-alarm', 'declined', 'test') }, { text }),
  Merged: data({ into: anyIncidentId }, { text }),
  PostmortemPublished: data({}, { title: text, url: filled, text }),
  ActionProposed: data(
    { actionId: fewIds },
    {
      kind: fc.constantFrom('detective', 'preventative', 'corrective'),
      against: text,
      owner: actor,
      dueAt: anyInstant,
      url: filled,
      text,
    },
  ),
  ActionCompleted: data({ actionId: fewIds }, { text }),
  ActionDropped: data({ actionId: fewIds }, { text }),
  Corrected: data(
    {
      target: anyEventId,
      targetType: fc.constant('Resolved'),
      targetVersion: fc.constant(1),
      kind: fc.constantFrom('transcription', 'revision'),
      reason: filled,
    },
    { occurredAt: moment, data: fc.constant({ text: { en: 'as it should be' } }) },
  ),
  Retracted: fc.record({ target: anyEventId, reason: filled }),
};
