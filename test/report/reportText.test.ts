import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { RecordedEvent } from '../../src/events/event.ts';
import { instant } from '../../src/primitives/instant.ts';
import { between } from '../../src/primitives/moment.ts';
import { reportText } from '../../src/report/reportText.ts';
import { streamArbitrary } from '../../src/testing/arbitraries/streamArbitrary.ts';
import { claimed, happened, ops } from '../projections/log.ts';
import { tsr1023 } from '../projections/tsr1023.ts';
import { reported, reportOf, sectionOf } from './reported.ts';

const start = happened('ImpactStarted', '10:00:00', {
  impactId: 'a',
  component: 'API',
  degree: 'partial',
});

/** The same events with something put into every text in them that is free. */
const poisoned = (events: readonly RecordedEvent[], poison: string): readonly RecordedEvent[] =>
  JSON.parse(
    JSON.stringify(events, (key, value: unknown) =>
      [
        'fr',
        'en',
        'name',
        'component',
        'alertId',
        'level',
        'written',
        'status',
        'actionId',
      ].includes(key) && typeof value === 'string'
        ? `${value}${poison}`
        : value,
    ),
  ) as readonly RecordedEvent[];

const STEERING = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

describe('the report as text', () => {
  it('begins with the incident, its title, its state, and goes through its sections', () => {
    const text = reportText(reportOf(tsr1023));
    expect(text.split('\n').slice(0, 5)).toEqual([
      'TSR-1023',
      '  fr: Perturbations plateforme de paiement',
      '  en: Payment platform disruptions',
      '  resolved · internal P1 · public minor · down 11 min · times in UTC',
      '',
    ]);
    expect(text.split('\n').filter((line) => /^\S/.test(line))).toEqual([
      'TSR-1023',
      'Overview (┬ milestone, █ hit, ▒ claimed)',
      'Timeline',
      'Durations',
      'Impact',
      'Claimed against actual (impactStarted → restored; Δ claimed less actual)',
      'Contradictions',
      'Actions',
    ]);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('shows times in the zone asked for', () => {
    const text = reportText(reportOf(tsr1023), { zone: 'Europe/Paris' });
    expect(text).toContain('times in Europe/Paris');
    expect(sectionOf(text, 'Impact')[1]).toBe('    10:51 – 11:02  full');
    expect(() => reportText(reportOf(tsr1023), { zone: 'Europe/Atlantis' })).toThrow(RangeError);
  });

  it('says from where it was looked at', () => {
    const asOf = {
      knownAt: instant('2024-12-17T10:13:00Z'),
      recordedBefore: instant('2025-01-02T00:00:00Z'),
      occurredBefore: instant('2024-12-17T10:00:00Z'),
    };
    expect(reportText(reportOf(tsr1023, asOf), { asOf, width: 60 }).split('\n')).toEqual(
      expect.arrayContaining([
        '  as of: stated by 2024-12-17 10:13, recorded before',
        '  2025-01-02 00:00, happened before 2024-12-17 10:00',
      ]),
    );
  });

  it('says that nothing is known, and no more', () => {
    expect(reportText(reported([]))).toBe('INC-1\n  nothing known · times in UTC\n');
  });

  it('shows what is hit, what cannot be counted, and what was measured', () => {
    const wide = between('2024-06-01T08:00:00Z', '2024-06-01T10:59:59.999Z');
    const text = reportText(
      reported(
        [
          start,
          happened('ImpactChanged', '10:05:00', { impactId: 'a', degree: 'full' }),
          claimed('ImpactStarted', {
            occurredAt: wide,
            source: ops,
            data: { impactId: 'b', component: 'Jobs' },
          }),
          happened('ImpactEnded', '12:00:00', { impactId: 'b' }),
          happened('ImpactMeasured', '12:00:00', {
            clients: { basis: 'estimate', count: 1200, share: 0.125 },
            transactions: { basis: 'actual' },
            amount: { basis: 'actual', value: 5000, currency: 'EUR' },
          }),
        ],
        { at: '2024-06-01T12:30:00Z' },
      ),
    );
    expect(sectionOf(text, 'Impact')).toEqual([
      '  Jobs: down for an unknown time',
      '    not counted: from 2024-06-01 08:00–2024-06-01 10:59 to 2024-06-01 12:00, at least 1 h, at most 4 h',
      '  API: down 2 h 30 min',
      '    10:00 – 10:05  partial',
      '    10:05 – still  full',
      '  clients: 1200, 12.5 % (estimate) [responder ops]',
      '  transactions: — [responder ops]',
      '  amount: 5000 EUR [responder ops]',
    ]);
  });

  it('shows an impact that nobody placed, or that ends before it starts', () => {
    const text = reportText(
      reported([
        happened('ImpactEnded', '10:00:00', { impactId: 'x' }),
        happened('ImpactStarted', '11:00:00', { impactId: 'y', component: 'API' }),
        happened('ImpactEnded', '10:30:00', { impactId: 'y' }),
      ]),
    );
    const lines = sectionOf(text, 'Impact');
    expect(lines).toContain('    not counted: from — to 2024-06-01 10:00');
    expect(lines).toContain(
      '    not counted: from 2024-06-01 11:00 to 2024-06-01 10:30, its end before its start',
    );
    expect(lines).toContain('  no component named: down for an unknown time');
  });

  it('shows the actions with their state, reason, owner and date', () => {
    const text = reportText(
      reported([
        happened('ActionProposed', '10:00:00', {
          actionId: 'a-1',
          text: { en: 'Check twice' },
          against: { en: 'Human error' },
          owner: { id: 'u-17' },
          dueAt: instant('2024-07-01T00:00:00Z'),
        }),
        happened('ActionProposed', '10:00:01', { actionId: 'a-2' }),
        happened('ActionCompleted', '11:00:00', { actionId: 'a-2' }),
        happened('ActionProposed', '10:00:02', { actionId: 'a-3', text: { fr: 'Oui', en: 'Yes' } }),
        happened('ActionDropped', '11:00:00', { actionId: 'a-3' }),
      ]),
    );
    expect(sectionOf(text, 'Actions')).toEqual([
      '  [ ]  Check twice',
      '       against: Human error',
      '       owner: u-17',
      '       due: 2024-07-01 00:00',
      '  [x]  a-2',
      '  [-]  fr: Oui',
      '       en: Yes',
    ]);
  });

  it('shows warnings, and paints what it is told to', () => {
    const warnings = [{ place: 'a.txt: line\u001B[1m 3', message: 'not understood' }];
    const painted = reportText(reported([start], { warnings }), {
      paint: (style, text) => `<${style}>${text}</>`,
    });
    expect(painted).toContain('<doubtful>  a.txt: line�[1m 3: not understood</>');
    expect(painted).toContain('<heading>Warnings</>');
    expect(sectionOf(reportText(reported([start], { warnings })), 'Warnings')).toHaveLength(1);
  });

  it('never throws and never lets a text steer the terminal', () => {
    const poison = fc.constantFrom('\u001B[2J', '\u009B31m', '\u202E', '\u2066', '\r', '\u0007\n');
    fc.assert(
      fc.property(
        streamArbitrary(),
        poison,
        fc.integer({ min: 10, max: 160 }),
        (events, bad, width) => {
          const text = reportText(reportOf(poisoned(events, bad)), { width });
          expect(STEERING.exec(text)).toBeNull();
        },
      ),
      { numRuns: 100 },
    );
  });
});
