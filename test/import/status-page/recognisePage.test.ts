import { describe, expect, it } from '@jest/globals';
import { postmortem } from '../../../src/import/postmortem/postmortemDocument.ts';
import { recogniseImporter } from '../../../src/import/recogniseImporter.ts';
import { statusPage } from '../../../src/import/status-page/statusPage.ts';
import { page } from '../read.ts';

const known = (...lines: readonly string[]): string | undefined =>
  recogniseImporter([postmortem, statusPage], page(...lines))?.name;

const TIMES = [
  '17 December 2024',
  '10:12 UTC - Some payments fail.',
  '10:31 UTC - They work again.',
];

describe('a text with bare times', () => {
  it.each([
    ['the name of a status page', ['Acme Status', 'Slow checkout', ...TIMES]],
    ['the same in French', ['Statut Acme', 'Lenteurs', ...TIMES]],
    ['what it affected', ['Slow checkout', ...TIMES, 'This incident affected: API.']],
    ['a way to subscribe', ['Slow checkout', 'Subscribe to updates', ...TIMES]],
    ['how long ago it was', ['Slow checkout', '3 months ago', ...TIMES]],
    ['its level', ['Slow checkout', 'Minor Resolved', ...TIMES]],
    [
      'what pages say, behind day, time and zone',
      [
        'Amazon Kinesis (N. Virginia)',
        'Increased Error Rates',
        'Jul 30 3:59 PM PDT We are investigating increased error rates.',
        'Jul 30 4:40 PM PDT We have identified the root cause and work on it.',
        'Jul 31 12:20 AM PDT The issue has been resolved.',
      ],
    ],
  ])('is a status page where it has %s', (_, lines) => {
    expect(known(...lines)).toBe('status-page');
  });

  it.each([
    ['nothing else', ['Slow checkout', ...TIMES]],
    ['sections', ['# Post mortem', '## Timeline', ...TIMES, '## Root cause', 'A rule.']],
    [
      'sections below the name of a page',
      [
        'Acme Status',
        '# Post mortem',
        '## Timeline',
        ...TIMES,
        '## Root cause',
        'A rule.',
        '## Lessons',
        'Test it.',
      ],
    ],
  ])('is none where it has %s', (_, lines) => {
    expect(known(...lines)).not.toBe('status-page');
  });
});

describe('a text that only looks like one', () => {
  it.each([
    ['log', ['2024-03-04T10:22:13Z INFO Server started', '2024-03-04T10:23:13Z ERROR It failed']],
    [
      'conversation',
      ['Jane Doe', 'Mar 4, 2024 10:22 AM', 'It fails.', 'John Roe', 'Mar 4, 2024 10:24 AM', 'Yes.'],
    ],
  ])('is none: a %s', (_, lines) => {
    expect(statusPage.recognise(page(...lines))).toBe(0);
  });
});

describe('a text whose updates were posted', () => {
  it('is a status page without any status', () => {
    expect(
      statusPage.recognise(
        page(
          'It works.',
          'Posted Mar 04, 2024 - 10:22 UTC',
          'We look.',
          'Posted Mar 04, 2024 - 09:12 UTC',
        ),
      ),
    ).toBe(0.85);
    expect(statusPage.recognise(page('A letter.', 'Posted Mar 04, 2024 - 10:22 UTC'))).toBe(0);
  });
});

describe('a text that begins with a bracket', () => {
  it('is a page when a title stands in it, and none when it is JSON', () => {
    const updates = ['Resolved', 'Done.', 'Posted Mar 04, 2024 - 10:22 UTC'];
    expect(statusPage.recognise(page('[Acme] Slow checkout', ...updates))).toBe(0.5);
    expect(statusPage.recognise(page('[{"title": "x"},', ...updates))).toBe(0);
    expect(statusPage.recognise(page('<p>Slow</p>', ...updates))).toBe(0);
  });
});
