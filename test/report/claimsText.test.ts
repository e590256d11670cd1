import { describe, expect, it } from '@jest/globals';
import type { IncidentReport } from '../../src/report/incidentReport.ts';
import { contradictionsText, periodsText } from '../../src/report/claimsText.ts';
import { unpainted } from '../../src/report/paint.ts';
import { zonedClock } from '../../src/report/zonedClock.ts';
import type { Source } from '../../src/primitives/source.ts';
import { claimed, happened } from '../projections/log.ts';
import { exactly } from '../../src/primitives/moment.ts';
import { tsr1023 } from '../projections/tsr1023.ts';
import { reported, reportOf } from './reported.ts';

const drawn = { clock: zonedClock('UTC'), width: 100, paint: unpainted };
const ticket: Source = { kind: 'ticket', name: 'T-1' };
const ended = (report: IncidentReport): readonly string[] =>
  periodsText(report.claims, { ...drawn, width: 140 });

describe('the periods side by side', () => {
  it('stand against the actual one', () => {
    expect(ended(reportOf(tsr1023))).toEqual([
      '                        from     to  length  stated  Δ start    Δ end  Δ length  overlap',
      '  actual               09:51  10:02  11 min',
      '  postmortem TSR-1023  09:51  10:02  11 min  11 min    0 min    0 min     0 min    100 %',
      '  ticket TSR-1023      09:51  10:02  11 min       —    0 min    0 min     0 min    100 %',
      '  status-page Dalenys  10:12  10:18   6 min   6 min  +21 min  +16 min    −5 min      0 %',
    ]);
  });

  it('have their names on lines of their own where it is narrow', () => {
    const lines = periodsText(reportOf(tsr1023).claims, { ...drawn, width: 80 });
    expect(lines.slice(0, 3)).toEqual([
      '     from     to  length  stated  Δ start    Δ end  Δ length  overlap',
      '  actual',
      '    09:51  10:02  11 min',
    ]);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it('have their days where there are several', () => {
    const long = reported([
      happened('ImpactStarted', '10:00:00', { impactId: 'main' }),
      claimed('Restored', {
        occurredAt: exactly('2024-06-03T09:00:00Z'),
        source: ticket,
        data: {},
      }),
    ]);
    expect(ended(long)[1]).toBe('  actual         2024-06-01 10:00  2024-06-03 09:00  1 d 23 h');
  });

  it('are dashes where nothing is known', () => {
    expect(ended(reported([happened('Detected', '10:00:00', {})]))).toEqual([
      '          from  to  length  stated  Δ start  Δ end  Δ length  overlap',
      '  actual     —   —       —',
    ]);
  });
});

describe('the contradictions', () => {
  it('have their claims below each other, as they were written', () => {
    const { contradictions } = reportOf(tsr1023).claims;
    const lines = contradictionsText(contradictions, drawn);
    expect(lines).toContain('    status-page Dalenys (fr)  09:51  “10h51”');
    expect(lines).toContain('    status-page Dalenys (en)  00:51  “1H51am”');
    expect(lines.slice(-3)).toEqual([
      '  duration',
      '    status-page Dalenys  6 min',
      '    postmortem TSR-1023  11 min',
    ]);
  });

  it('have their days where these differ, and levels as they are', () => {
    const level = { dimension: 'priority', scale: 'internal' } as const;
    const { contradictions } = reported([
      claimed('ImpactStarted', {
        occurredAt: exactly('2024-06-02T10:00:00Z'),
        source: ticket,
        data: { impactId: 'main' },
      }),
      happened('ImpactStarted', '10:00:00', { impactId: 'main' }),
      happened('SeverityAssigned', '10:01:00', { ...level, level: 'P1' }),
      happened('SeverityAssigned', '10:01:00', { ...level, level: 'P2\u001B[2J' }, ticket),
    ]).claims;
    expect(contradictionsText(contradictions, drawn)).toEqual([
      '  ImpactStarted#main',
      expect.stringMatching(/^ {4}(ticket T-1 {5}2024-06-02|responder ops {2}2024-06-01) 10:00$/),
      expect.stringMatching(/^ {4}(ticket T-1 {5}2024-06-02|responder ops {2}2024-06-01) 10:00$/),
      '  SeverityAssigned#internal',
      expect.stringMatching(/ (P1|P2�\[2J)$/),
      expect.stringMatching(/ (P1|P2�\[2J)$/),
    ]);
  });
});
