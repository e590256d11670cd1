// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { page } from '../read.ts';
import { readDocument, timesOf } from '../readDocument.ts';

const read = async (...lines: readonly string[]) => {
  const { documents, warnings } = await readDocument(page('# Outage of 2024-05-06', '', ...lines));
  const claims = documents[0]?.claims ?? [];
  return { times: timesOf(claims), claims, warnings: warnings.map(({ message }) => message) };
};

describe('relative times of a timeline', () => {
  it('count from the time that is marked as the start', async () => {
    const { times, warnings } = await read(
      '## Timeline',
      '',
      '- T0 = 23:50 UTC: outage begins',
      '- T+5: on-call paged',
      '- T+00:15: rollback complete',
    );
    expect(times).toEqual([
      'ImpactStarted 2024-05-06T23:50',
      'AlertRaised 2024-05-06T23:55',
      'FixApplied 2024-05-07T00:05',
    ]);
    expect(warnings).toEqual([
      'times such as "T+5" are counted from 23:50 UTC, line 5, as minutes',
      'times such as "T+00:15" are counted from 23:50 UTC, line 5, as hours and minutes',
    ]);
  });

  it('count from the first time of the timeline, later ones from the line before', async () => {
    const { times } = await read(
      '## Timeline (UTC)',
      '',
      '| Time | Event |',
      '| --- | --- |',
      '| 10:00:30 | Outage begins |',
      '| +5 min | On-call paged |',
      '| 20 minutes later | Service restored |',
      '| 10:40 | Incident resolved |',
    );
    expect(times).toEqual([
      'ImpactStarted 2024-05-06T10:00',
      'AlertRaised 2024-05-06T10:05',
      'Restored 2024-05-06T10:25',
      'Resolved 2024-05-06T10:40',
    ]);
  });

  it('count from a labelled start where the timeline has no time', async () => {
    const { times } = await read(
      '- Started: 10:00 UTC',
      '',
      '## Timeline',
      '',
      '| T+5 min | On-call paged |',
      '| --- | --- |',
      '| T+25 min | Service restored |',
    );
    expect(times).toContain('Restored 2024-05-06T10:25');
  });

  it('are kept without a time, and said, where nothing tells what they count from', async () => {
    const { times, claims, warnings } = await read(
      '## Timeline',
      '',
      '- T+5 min: on-call paged',
      '- T+10 min: service restored',
    );
    expect(times).toEqual([]);
    expect(claims.map(({ data }) => JSON.stringify(data))).toEqual([
      expect.stringContaining('T+5 min: on-call paged'),
      expect.stringContaining('T+10 min: service restored'),
    ]);
    expect(warnings).toEqual([
      'the document does not tell what times such as "T+5 min" count from; they are kept as written only',
    ]);
  });
});
