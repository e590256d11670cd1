import { describe, expect, it } from '@jest/globals';
import type { IncidentReport } from '../../src/report/incidentReport.ts';
import { reportJson } from '../../src/report/incidentReport.ts';
import { happened } from '../projections/log.ts';
import { tsr1023 } from '../projections/tsr1023.ts';
import { reported, reportOf } from './reported.ts';

const keysOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

const asJson = (reports: readonly IncidentReport[]): { incidents: IncidentReport[] } =>
  JSON.parse(reportJson(reports)) as { incidents: IncidentReport[] };

describe('the report as JSON', () => {
  const [report] = asJson([reportOf(tsr1023)]).incidents;
  const has = (value: unknown, ...keys: readonly string[]): void =>
    expect(keysOf(value)).toEqual(expect.arrayContaining([...keys]));

  it('has what every reader can count on', () => {
    has(
      report,
      'incidentId',
      'title',
      'timeline',
      'milestones',
      'durations',
      'impact',
      'claims',
      'actions',
      'warnings',
    );
    const entry = ['moment', 'type', 'happening', 'text', 'offsetMs', 'sources', 'evidence'];
    for (const each of report?.timeline ?? []) has(each, ...entry);
    const milestone = ['moment', 'source', 'inferred', 'evidence', 'others'];
    for (const each of Object.values(report?.milestones ?? {})) has(each, ...milestone);
    const figures = ['name', 'definition', 'status', 'ms', 'minMs', 'maxMs', 'from', 'to'];
    for (const each of report?.durations ?? []) has(each, ...figures, 'basis', 'evidence');
    has(report?.impact, 'components', 'downtimeMs', 'severity');
    has(report?.impact.components[0], 'component', 'intervals', 'downtimeMs');
    has(report?.impact.components[0]?.intervals[0], 'from', 'to', 'degree');
    has(report?.claims, 'actual', 'periods', 'contradictions');
    has(report?.claims.actual, 'from', 'to', 'ms');
    const errors = ['startErrorMs', 'endErrorMs', 'durationErrorMs', 'overlap'];
    for (const each of report?.claims.periods ?? [])
      has(each, 'source', 'from', 'to', 'ms', 'statedMs', ...errors);
    for (const each of report?.claims.contradictions ?? []) has(each, 'about', 'claims');
    for (const each of report?.actions ?? []) has(each, 'actionId', 'status', 'text');
  });

  it('gives every moment both its ends, null when unknown', () => {
    const moments: unknown[] = [];
    JSON.parse(reportJson([reportOf(tsr1023)]), (key, value: unknown) => {
      if (key === 'moment') moments.push(value);
      return value;
    });
    expect(moments.length).toBeGreaterThan(30);
    for (const moment of moments) has(moment, 'earliest', 'latest');
    expect(moments).toContainEqual(expect.objectContaining({ earliest: null }));
  });

  it('is the same as the report otherwise, on one line or indented', () => {
    const one = reported([happened('Detected', '10:00:00', {})]);
    expect(asJson([one, one]).incidents).toEqual(
      [one, one].map((each) => asJson([each]).incidents[0]),
    );
    expect(reportJson([one])).not.toContain('\n');
    expect(reportJson([one], 2)).toMatch(/^\{\n {2}"incidents": \[\n/);
    expect(reportJson([])).toBe('{"incidents":[]}');
  });

  it('says where the incident stands', () => {
    expect(reported([]).status).toBe('none');
    expect(reportOf(tsr1023).status).toBe('resolved');
  });
});
