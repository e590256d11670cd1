import { describe, expect, it } from '@jest/globals';
import { instant } from '../../src/primitives/instant.ts';
import { between, noLaterThan } from '../../src/primitives/moment.ts';
import { unpainted } from '../../src/report/paint.ts';
import { timelineText } from '../../src/report/timelineText.ts';
import { zonedClock } from '../../src/report/zonedClock.ts';
import type { Entry } from '../projections/log.ts';
import { at, claimed, happened, ops } from '../projections/log.ts';
import { tsr1023 } from '../projections/tsr1023.ts';
import { reported, reportOf } from './reported.ts';

const page = { kind: 'status-page', name: 'Acme' } as const;

const textOf = (entries: readonly Entry[], width = 100, zone = 'UTC'): readonly string[] =>
  timelineText(reported(entries).timeline, { clock: zonedClock(zone), width, paint: unpainted });

const start = happened('ImpactStarted', '10:00:00', { impactId: 'main', degree: 'full' });

describe('the timeline in lines', () => {
  it('has a line a happening, with its offset, what it says and who says so', () => {
    const lines = textOf([
      start,
      claimed('ImpactStarted', { ...start, source: page, data: { impactId: 'main' } }),
      happened(
        'StatusPublished',
        '10:12:00',
        { status: 'investigating', text: { en: 'Hm.' } },
        page,
      ),
      happened('Restored', '10:30:00', { text: { fr: 'Rétabli', en: 'Back' } }),
    ]);
    expect(lines).toEqual([
      '  offsets from impact start · ● happened · │ published',
      '  2024-06-01',
      '   10:00    0 min  ● ImpactStarted    full [responder, status-page]',
      '   10:12  +12 min  │ StatusPublished  investigating',
      '                                      Hm. [status-page]',
      '   10:30  +30 min  ● Restored         fr: Rétabli',
      '                                      en: Back [responder]',
    ]);
  });

  it('shows the window of planned work in the zone', () => {
    const window = {
      from: instant('2024-06-08T21:00:00Z'),
      to: instant('2024-06-08T23:30:00Z'),
    };
    const planned = happened('MaintenanceScheduled', '10:00:00', { window });
    expect(textOf([planned]).at(-1)).toMatch(
      /MaintenanceScheduled  2024-06-08 21:00–23:30 \[responder\]$/,
    );
    expect(textOf([planned], 100, 'Europe/Paris').at(-1)).toMatch(
      /MaintenanceScheduled  2024-06-08 23:00–2024-06-09 01:30 \[responder\]$/,
    );
    expect(reported([planned]).timeline[0]?.detail).toBe(
      '2024-06-08T21:00:00.000Z/2024-06-08T23:30:00.000Z',
    );
  });

  it('says where the order is uncertain only where both ends are known', () => {
    const hour = between('2024-06-01T10:10:00Z', '2024-06-01T11:10:59.999Z');
    const lines = textOf([
      start,
      claimed('Detected', { occurredAt: hour, source: ops, data: {} }),
      happened('CellCreated', '10:20:00', { cellId: 'c' }),
      claimed('CauseIdentified', {
        occurredAt: noLaterThan('2024-06-01T12:00:00Z'),
        source: ops,
        data: {},
      }),
      happened('Restored', '13:00:00', {}),
    ]);
    expect(lines[0]).toBe(
      '  offsets from impact start · ● happened · ≤ then or before · ~ order uncertain',
    );
    expect(lines.slice(2).map((line) => line.slice(2, 16).trim())).toEqual([
      '10:00',
      '~10:10–11:10',
      '~10:20',
      '≤ 12:00',
      '13:00',
    ]);
  });

  it('goes day by day in the zone, and shows what has no date as it is written', () => {
    const lines = textOf(
      [
        happened('AlertRaised', '21:50:00', { alertId: 'a' }),
        happened('Detected', '22:10:00', {}),
        claimed('NoteAdded', {
          occurredAt: { written: 'later that week' },
          statedAt: at('23:00:00'),
          source: ops,
          data: { text: { en: 'All is well.' } },
        }),
      ],
      100,
      'Europe/Paris',
    );
    expect(lines).toEqual([
      '  offsets from impact start · ● happened',
      '  2024-06-01',
      '   23:50  —  ● AlertRaised  [responder]',
      '  2024-06-02',
      '   00:10  —  ● Detected     [responder]',
      '  no date',
      '   —      —  ● NoteAdded    “later that week”',
      '                            All is well. [responder]',
    ]);
  });

  it('breaks its legend between signs, and its texts within the width', () => {
    for (const width of [60, 80, 100, 140]) {
      const lines = timelineText(reportOf(tsr1023).timeline, {
        clock: zonedClock('UTC'),
        width,
        paint: unpainted,
      });
      expect(lines.filter((line) => / [●│≤≥~]$/.test(line))).toEqual([]);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(
        Math.max(width, 80),
      );
    }
  });

  it('is nothing for nothing', () => {
    expect(textOf([])).toEqual([]);
  });
});
