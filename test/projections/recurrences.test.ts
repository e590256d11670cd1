import { describe, expect, it } from '@jest/globals';
import { fleet, fleetWith } from '../../src/projections/fleet.ts';
import { courseOf, summaryOf } from './fleetOf.ts';
import { happened, logOf } from './log.ts';

const day = 86_400_000;

const logs = [
  courseOf({ id: 'C', start: '2024-03-10T10:00:00Z', components: ['Pay'], category: 'Capacity' }),
  courseOf({
    id: 'A',
    start: '2024-01-01T10:00:00Z',
    components: ['Pay', 'Shop'],
    category: 'DNS',
  }),
  courseOf({ id: 'B', start: '2024-01-11T10:00:00Z', components: ['API'], category: ' dns' }),
  courseOf({ id: 'X', category: 'DNS' }),
];

describe('recurrences', () => {
  it('are incidents with a cause or component of one shortly before', () => {
    expect(summaryOf(fleet, logs).recurrences).toEqual({
      periodMs: 184 * day,
      groups: [
        {
          by: 'category',
          is: 'dns',
          incidents: 2,
          recurrences: [{ incidentId: 'B', after: 'A', gapMs: 10 * day }],
        },
        {
          by: 'component',
          is: 'Pay',
          incidents: 2,
          recurrences: [{ incidentId: 'C', after: 'A', gapMs: 69 * day }],
        },
      ],
      withoutStart: 1,
    });
  });

  it('come within the period, its end included', () => {
    const within = (days: number) =>
      summaryOf(fleetWith({ recurrenceMs: days * day }), logs).recurrences.groups.map(
        ({ is }) => is,
      );
    expect([within(9), within(10), within(69)]).toEqual([[], ['dns'], ['dns', 'Pay']]);
  });

  it('are found by the change that did it', () => {
    const by = (id: string, hour: string) =>
      logOf(id, [
        happened('ImpactStarted', `${hour}:00:00`, { impactId: 'a' }),
        happened('CauseIdentified', `${hour}:30:00`, { changeId: 'deploy-7' }),
      ]);
    expect(summaryOf(fleet, [by('A', '10'), by('B', '12')]).recurrences.groups).toMatchObject([
      { by: 'change', is: 'deploy-7', recurrences: [{ incidentId: 'B', after: 'A' }] },
    ]);
  });
});
