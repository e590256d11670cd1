import { describe, expect, it } from '@jest/globals';
import { relativeTime } from '../../../src/import/postmortem/relativeTime.ts';

const minutesIn = (line: string): string | null => {
  const found = relativeTime(line);
  return found && `${found.ms / 60_000} ${found.from} | ${found.text}`;
};

describe('relativeTime', () => {
  it.each([
    ['T+5 : errors begin', '5 start | errors begin'],
    ['T+5: errors begin', '5 start | errors begin'],
    ['T+00:05: errors begin', '5 start | errors begin'],
    ['T+00:05 errors begin', '5 start | errors begin'],
    ['T+1:02:30 - errors begin', '62.5 start | errors begin'],
    ['T+00 min : incident', '0 start | incident'],
    ['**T+5m** — alert', '5 start | alert'],
    ['T + 1h30: fix', '90 start | fix'],
    ['T0: incident', '0 start | incident'],
    ['T-10 min: deployment', '-10 start | deployment'],
    ['T+2 hours: recovered', '120 start | recovered'],
    ['+5 min: alert', '5 start | alert'],
    ['+00:05 alert', '5 start | alert'],
    ['5 minutes later, the alert fired', '5 before | the alert fired'],
    ['About 10 minutes later: rollback', '10 before | rollback'],
    ['10 minutes plus tard : retour arrière', '10 before | retour arrière'],
    ['30 s later the site was back', '0.5 before | the site was back'],
  ])('reads "%s"', (line, expected) => {
    expect(minutesIn(line)).toBe(expected);
  });

  it.each([
    '+5 of us joined',
    '+1',
    'T+5% of load',
    'Traffic rose',
    '- 5 min of errors',
    '5 minutes of errors',
    '10:05 later',
    'T5 instances',
    '14:05 errors',
    '',
  ])('leaves "%s"', (line) => {
    expect(minutesIn(line)).toBeNull();
  });
});
