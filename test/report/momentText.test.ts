import { describe, expect, it } from '@jest/globals';
import type { Moment } from '../../src/primitives/moment.ts';
import { between, exactly, noLaterThan } from '../../src/primitives/moment.ts';
import { momentText } from '../../src/report/momentText.ts';
import { dated, zonedClock } from '../../src/report/zonedClock.ts';
import { clock, minute } from '../history/tell.ts';

const paris = zonedClock('Europe/Paris');
const from = (at: string): Moment => {
  const { latest: _, ...rest } = exactly(at);
  return rest;
};

describe('a moment as text', () => {
  it.each<[string, Moment, string]>([
    ['a minute', minute('09:51'), '10:51'],
    ['a clock reading', clock('09:51:30'), '10:51:30'],
    ['a second', between('2024-12-17T09:51:30Z', '2024-12-17T09:51:30.999Z'), '10:51:30'],
    ['an end alone', noLaterThan('2024-12-17T10:14:59.999Z'), '≤ 11:14'],
    ['an exact end alone', noLaterThan('2024-12-17T10:14:30Z'), '≤ 11:14:30'],
    ['a beginning alone', from('2024-12-17T10:18:00Z'), '≥ 11:18'],
    ['an interval', between('2024-12-17T10:00:00Z', '2024-12-17T11:30:59.999Z'), '11:00–12:30'],
    [
      'an interval over midnight',
      between('2024-12-17T22:30:00Z', '2024-12-17T23:10:59.999Z'),
      '23:30–2024-12-18 00:10',
    ],
    ['a text alone', { written: 'in the\u001B[2J afternoon' }, '“in the�[2J afternoon”'],
    ['nothing', {}, 'unknown'],
    [
      'an undecided zone',
      {
        ...between('2024-07-01T09:00:00Z', '2024-07-01T10:00:59.999Z'),
        undecided: { group: 'CET', alternatives: [] },
      },
      '11:00–12:00 ?',
    ],
    [
      'an undecided beginning',
      { ...from('2024-12-17T10:18:00Z'), undecided: { group: 'x', alternatives: [] } },
      '≥ 11:18 ?',
    ],
  ])('shows %s', (_, moment, text) => {
    expect(momentText(moment, paris)).toBe(text);
  });

  it('has each day once where the clock shows days', () => {
    const night = between('2024-12-17T22:30:00Z', '2024-12-17T23:10:59.999Z');
    expect(momentText(night, dated(paris))).toBe('2024-12-17 23:30–2024-12-18 00:10');
  });
});
