// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { page } from '../read.ts';
import { claimsIn, timesOf } from '../readDocument.ts';

const lineOf = async (line: string): Promise<readonly string[]> =>
  timesOf(
    await claimsIn(
      page('# Outage of 2024-05-06', '', '## Timeline', '', '- 10:00 UTC deploy', line),
    ),
  ).slice(1);

describe('a line that begins as those of logs do', () => {
  it.each([
    ['- 1714992000 alert fired', 'AlertRaised 2024-05-06T10:40'],
    ['- 1714992000123: alert fired', 'AlertRaised 2024-05-06T10:40'],
    ['- [1714992060.123] alert fired', 'AlertRaised 2024-05-06T10:41'],
    ['- 06/May/2024:12:31:00 +0200 alert fired', 'AlertRaised 2024-05-06T10:31'],
    ['- 2024-05-06 10:31:00,123 alert fired', 'AlertRaised 2024-05-06T10:31'],
    ['- 2024-05-06T10:31:00,123Z alert fired', 'AlertRaised 2024-05-06T10:31'],
  ])('%s', async (line, expected) => {
    expect(await lineOf(line)).toEqual([expected]);
  });

  it.each([
    '- 1715020 requests failed',
    '- 1234567890 requests failed',
    '- 1714992000abc is the request id',
  ])('is none in %s', async (line) => {
    expect(await lineOf(line)).toEqual([]);
  });
});
