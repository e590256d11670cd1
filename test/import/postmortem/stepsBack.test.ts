// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { page } from '../read.ts';
import { readDocument } from '../readDocument.ts';

const warned = async (...lines: readonly string[]): Promise<readonly string[]> => {
  const { warnings } = await readDocument(
    page('# Outage of 2019-03-26', '', '## Timeline (UTC)', '', ...lines),
  );
  return warnings.map(({ place, message }) => `${place}: ${message}`);
};

const FORWARD = [
  '- 2019-03-26 05:16 The outage is reported again',
  '- 2019-03-26 07:16 On-call notices the reports',
  '- 2019-03-26 08:10 A fix is deployed',
];

describe('a line of a timeline that goes back', () => {
  it('is said where it names its day', async () => {
    expect(
      await warned(
        '- 2019-03-26 23:04 The outage starts',
        '- 2019-03-26 02:50 The outage is reported',
        ...FORWARD,
      ),
    ).toEqual([
      'line 6: "2019-03-26 02:50" stands behind "2019-03-26 23:04", which is later: one of the two days is hardly right',
    ]);
  });

  it.each([
    [
      'by minutes',
      ['- 2019-03-26 03:04 The outage starts', '- 2019-03-26 02:50 A report', ...FORWARD],
    ],
    ['in a timeline told newest first', FORWARD.toReversed()],
    [
      'to another timeline',
      [...FORWARD, '', '## Timeline of the fix', '- 2019-03-25 10:00 A change'],
    ],
  ])('is nothing to speak of %s', async (_what, lines) => {
    expect(await warned(...lines)).toEqual([]);
  });
});
