import { describe, expect, it } from '@jest/globals';
import { between } from '../../src/primitives/moment.ts';
import { durationsText } from '../../src/report/durationsText.ts';
import type { Style } from '../../src/report/paint.ts';
import { unpainted } from '../../src/report/paint.ts';
import { claimed, happened, ops } from '../projections/log.ts';
import { tsr1023 } from '../projections/tsr1023.ts';
import { reported, reportOf } from './reported.ts';

const start = happened('ImpactStarted', '10:00:00', { impactId: 'main' });

describe('the durations in lines', () => {
  it('have their value, their bounds, and what they run between', () => {
    expect(durationsText(reportOf(tsr1023), { width: 100, paint: unpainted })).toEqual([
      '  latent-fault                21 min  ± 1 min  changeMade → impactStarted',
      '  time-to-alert                2 min  ± 1 min  impactStarted → alerted',
      '  time-to-detect               2 min  ± 1 min  impactStarted → detected (detected inferred)',
      '  alert-to-acknowledge             —  —        alerted → acknowledged (missing: acknowledged)',
      '  detect-to-mobilise           2 min  ± 1 min  detected → cellCreated (detected inferred)',
      '  time-to-mobilise             4 min  ± 1 min  impactStarted → cellCreated',
      '  time-to-fix                  6 min  ± 1 min  impactStarted → fixApplied',
      '  recovery-lag                 5 min  ± 1 min  fixApplied → restored',
      '  time-to-restore             11 min  ± 1 min  impactStarted → restored',
      '  time-to-resolve             11 min  ± 1 min  impactStarted → resolved',
      '  disclosure-lag              21 min  ± 1 min  impactStarted → firstPublicNotice',
      '  restore-to-disclosure       10 min  ± 1 min  restored → firstPublicNotice',
      '  published-duration           6 min  ± 1 min  firstPublicNotice → publiclyResolved',
      '  postmortem-lag         22 h 22 min  ± 1 min  resolved → postmortemPublished',
    ]);
  });

  it('fit in 80 columns', () => {
    const lines = durationsText(reportOf(tsr1023), { width: 80, paint: unpainted });
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.join('').replaceAll(/\s/g, '')).toBe(
      durationsText(reportOf(tsr1023), { width: 200, paint: unpainted })
        .join('')
        .replaceAll(/\s/g, ''),
    );
  });

  it('say what runs, what is invalid, where it really begins, and bounds that are not even', () => {
    const styles = new Map<string, Style>();
    const paint = (style: Style, text: string): string => {
      styles.set(text.trim().split(' ')[0] ?? '', style);
      return text;
    };
    const report = reported(
      [
        start,
        happened('FixApplied', '09:00:00', { fixId: 'f' }),
        claimed('CellCreated', {
          occurredAt: between('2024-06-01T10:05:00Z', '2024-06-01T10:09:00Z'),
          source: ops,
          data: { cellId: 'c' },
        }),
      ],
      { at: '2024-06-01T10:30:00Z' },
    );
    const lines = durationsText(report, { width: 120, paint });
    const lineOf = (name: string): string =>
      lines.find((line) => line.includes(` ${name} `))?.trim() ?? '';
    expect(lineOf('time-to-restore')).toMatch(/30 min .*impactStarted → restored \(running\)$/);
    expect(lineOf('time-to-fix')).toMatch(/−1 h {2}exact .*fixApplied \(invalid\)$/);
    expect(lineOf('time-to-mobilise')).toMatch(/5 min {2}5 min to 9 min/);
    expect([styles.get('time-to-restore'), styles.get('time-to-fix')]).toEqual(['doubtful', 'bad']);
    expect(styles.has('time-to-mobilise')).toBe(false);
    const alone = durationsText(
      reported([happened('Detected', '10:00:00', {}), happened('Resolved', '10:20:00', {})]),
      { width: 120, paint },
    );
    expect(alone.find((line) => line.includes('time-to-resolve'))).toMatch(
      /20 min {2}exact .*\(from detected\)$/,
    );
  });

  it('say a bound that is alone', () => {
    const report = reported([
      start,
      claimed('Restored', {
        occurredAt: { earliest: start.occurredAt.latest ?? ('' as never) },
        source: ops,
        data: {},
      }),
      claimed('FixApplied', {
        occurredAt: { latest: start.occurredAt.latest ?? ('' as never) },
        source: ops,
        data: { fixId: 'f' },
      }),
    ]);
    const lines = durationsText(report, { width: 120, paint: unpainted });
    expect(lines.join('\n')).toMatch(/time-to-fix .*at most 0 min/);
    expect(lines.join('\n')).toMatch(/time-to-restore .*at least 0 min/);
  });
});
