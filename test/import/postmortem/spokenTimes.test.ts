// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { page } from '../read.ts';
import { claimsIn, timesOf } from '../readDocument.ts';

describe('a paragraph that begins with its time', () => {
  it('is part of the running text around it, which tells the story', async () => {
    const claims = await claimsIn(
      page(
        '# Report on the outage of 13/05/2020 (UTC)',
        '',
        'A planned work was done by a supplier. But at 5h30 our service became unavailable.',
        '',
        'At 9h06 the supplier located the cable and mended it. Pages were still slow for many customers.',
        '',
        'Our engineer arrived at 12h20. At 14h15 traffic was back to normal.',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2020-05-13T05:30',
      'NoteAdded 2020-05-13T09:06',
      'NoteAdded 2020-05-13T12:20',
      'Restored 2020-05-13T14:15',
    ]);
  });

  it('is so beside one paragraph that tells as many times', async () => {
    const claims = await claimsIn(
      page(
        '# Disservizio del 5 maggio 2008',
        '',
        'Il 5 maggio 2008 la rete si è interrotta. Alle 17:28 UTC il servizio era irraggiungibile; alle 18:30 UTC ritorno alla normalità.',
        '',
        'Il 7 maggio 2008, alle ore 05:00 UTC è stato eseguito un intervento programmato di manutenzione.',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2008-05-05T17:28',
      'Restored 2008-05-05T18:30',
      'NoteAdded 2008-05-07T05:00',
    ]);
  });

  it('adds nothing to a timeline', async () => {
    const claims = await claimsIn(
      page(
        '# Replication outage of 25 June 2025',
        '## Summary',
        'From 21:33 UTC on 25 June 2025 until 13:22 UTC on 26 June 2025 (some hours) the feed had stopped. The issue was resolved by hand.',
        '## Timeline (UTC)',
        '- 25 June 2025 21:33 feed stopped',
        '- 25 June 2025 21:40 first alert',
        '- 26 June 2025 13:22 service restored',
      ),
    );
    expect(claims.map(({ type }) => type)).not.toContain('Resolved');
    expect(timesOf(claims)).toEqual(
      expect.arrayContaining(['AlertRaised 2025-06-25T21:40', 'Restored 2025-06-26T13:22']),
    );
  });

  it('is a line of a timeline where all of it is told so', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 13/05/2020 (UTC)',
        '',
        'At 9:06 the first alert fired and the team looked at the graphs of the database.',
        '',
        'At 9:20 the team rolled back the change of the night on all of the servers.',
        '',
        'At 9:30 the service was restored for all of the customers in all regions.',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'AlertRaised 2020-05-13T09:06',
      'FixApplied 2020-05-13T09:20',
      'Restored 2020-05-13T09:30',
    ]);
  });

  it('goes on in a line that begins with a time, behind the word that leads to it', async () => {
    const claims = await claimsIn(
      page(
        '# Release of 2021-04-27',
        '',
        'On 2021-04-27 at 15:09 UTC we released a new version of the tool. At',
        '15:27 UTC we had identified the cause of the problem, and while all went on, the service was restored at',
        '15:56 UTC.',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ChangeMade 2021-04-27T15:09',
      'CauseIdentified 2021-04-27T15:27',
      'Restored 2021-04-27T15:56',
    ]);
  });
});

describe('lines that begin with their times in one paragraph', () => {
  it('are in the zone that the line above them names, and all of them lines', async () => {
    const claims = await claimsIn(
      page(
        '# Postmortem of 3 February 2021',
        '',
        'All users met an error between 00:00 UTC and 06:47 UTC. The operators of the platform were late, since nobody' +
          ' heard the phone; this is told below, line by line, and then each of the problems that we met is looked at' +
          ' by itself, with what was done about it and what will be done in the next weeks to come by all teams.' +
          ' Some of them had to wait for others, who had no rights on the platform, which is a problem of its own.',
        'Detailed timeline (CET):',
        '01:00 : the certificate expired, first alert',
        '03:20 : team starts to investigate',
        '07:47 : service restored',
        'Breakdown:',
        'Problem 1: everything was down at 1AM',
      ),
    );
    expect(timesOf(claims).filter((one) => !one.startsWith('Note'))).toEqual(
      expect.arrayContaining([
        'AlertRaised 2021-02-03T00:00',
        'Acknowledged 2021-02-03T02:20',
        'Restored 2021-02-03T06:47',
      ]),
    );
  });
});
