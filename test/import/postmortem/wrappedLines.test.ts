// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { page } from '../read.ts';
import { claimsIn, timesOf } from '../readDocument.ts';

describe('a line that begins with a time', () => {
  it('goes on with the sentence that was wrapped before it', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2019-02-08',
        '',
        'All jobs of the cluster were slow or failed for some hours (from',
        '1:46pm to 5:30pm), and most of them had to be started again by hand at about',
        '18:10, when the queues were empty.',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2019-02-08T13:46',
      'ImpactEnded 2019-02-08T17:30',
      'NoteAdded 2019-02-08T18:10',
    ]);
  });

  it('begins a line of a timeline where none was', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2019-02-08',
        '## Timeline (UTC)',
        'What follows was put together from the chat and from the logs of all services',
        '10:05 Errors begin',
        '10:15 all the services were restored after the restart of the last of the databases',
        '10:20 incident closed',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2019-02-08T10:05',
      'Restored 2019-02-08T10:15',
      'Resolved 2019-02-08T10:20',
    ]);
  });
});

describe('a heading that states its value itself', () => {
  it('is a labelled value', async () => {
    const claims = await claimsIn(
      page(
        '# Failed payments',
        '## Date: December 15, 2022',
        '## Detected: 00:50:10 UTC',
        '## Details',
        'They failed.',
      ),
    );
    expect(timesOf(claims)).toEqual(['Detected 2022-12-15T00:50']);
  });

  it.each(['# Incident report August 12 2025 10:00', '# Report: outage on 2025/08/12'])(
    'is none in a title: %s',
    async (title) => {
      const claims = await claimsIn(page(title, '', '## Timeline (UTC)', '- 10:05 alert fired'));
      expect(timesOf(claims)).toEqual(['AlertRaised 2025-08-12T10:05']);
    },
  );

  it('leaves labelled values below it what they are', async () => {
    const claims = await claimsIn(
      page(
        '# Certificate',
        '## Date',
        'Start: 2018-08-22',
        'End: 2018-08-23',
        '## Details',
        'Text.',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2018-08-22T00:00',
      'ImpactEnded 2018-08-23T00:00',
    ]);
  });
});

describe('a day without its year before a time', () => {
  it('is in the order of ISO 8601 between dashes', async () => {
    const claims = await claimsIn(
      page(
        '# March 26th, 2019 Outage',
        '## Timeline (UTC)',
        '- [12-05 16:21] The defect is introduced',
        '- [03-26 17:40] alert fired',
        '- [26-03 17:50] service restored',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'NoteAdded 2018-12-05T16:21',
      'AlertRaised 2019-03-26T17:40',
      'Restored 2019-03-26T17:50',
    ]);
  });
});

describe('a long line without the end of a sentence', () => {
  it('goes on in one that begins with a name', async () => {
    const claims = await claimsIn(
      page(
        '# Regression of 2021-04-27',
        '',
        'At 15:27 UTC we had identified the cause of it, and while we worked on the fix, we reverted',
        'Toolbox to its last version - an action completed by 15:56 UTC.',
      ),
    );
    expect(
      claims.filter(({ type }) => type === 'FixApplied').map(({ occurredAt }) => occurredAt),
    ).toEqual([expect.objectContaining({ latest: '2021-04-27T15:56:59.999Z' })]);
  });
});
