// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { page } from '../read.ts';
import { claimsIn, timesOf } from '../readDocument.ts';

const outage = (...lines: readonly string[]): string =>
  page('# Outage of 2024-07-14', '', '## Timeline (UTC)', '', ...lines);

describe('what the lines of a timeline tell together', () => {
  it('ends where the incident was resolved, not where it was closed', async () => {
    const claims = await claimsIn(outage('- 15:47 Incident resolved', '- 16:10 Incident closed'));
    expect(timesOf(claims)).toEqual(['Resolved 2024-07-14T15:47', 'Closed 2024-07-14T16:10']);
  });

  it('ends where it was closed when nothing says that it was resolved', async () => {
    const claims = await claimsIn(outage('- 15:40 alert fired', '- 16:10 Incident closed'));
    expect(timesOf(claims)).toEqual(['AlertRaised 2024-07-14T15:40', 'Resolved 2024-07-14T16:10']);
  });

  it('is closed behind a labelled time at which it was resolved', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2024-07-14',
        '',
        'Resolved: 15:47',
        '',
        '## Timeline',
        '- 16:10 Incident closed',
      ),
    );
    expect(timesOf(claims)).toEqual(['Closed 2024-07-14T16:10', 'Resolved 2024-07-14T15:47']);
  });

  it('ends in brackets behind what ended it', async () => {
    const claims = await claimsIn(
      outage(
        '- 23:04 The node is drained (outage starts)',
        '- 23:40 A fix is deployed (outage ends)',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2024-07-14T23:04',
      'FixApplied 2024-07-14T23:40',
      'ImpactEnded 2024-07-14T23:40',
    ]);
  });

  it('ends on a line of its own below what else was done', async () => {
    const claims = await claimsIn(
      outage(
        '### 14:10',
        '',
        'Ann restarts the workers. She checks that the queue is empty, and tells support.',
        '',
        'Incident resolved.',
        '',
        '### 15:00',
        '',
        'Ann closes the windows.',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'FixApplied 2024-07-14T14:10',
      'Resolved 2024-07-14T14:10',
      'NoteAdded 2024-07-14T15:00',
    ]);
  });

  it('is detected before somebody takes it in hand', async () => {
    const claims = await claimsIn(
      outage(
        '- 10:00 alert fired',
        '- 10:05 The team starts to investigate',
        '- 11:00 We discovered an error in the routing',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'AlertRaised 2024-07-14T10:00',
      'Acknowledged 2024-07-14T10:05',
      'NoteAdded 2024-07-14T11:00',
    ]);
  });

  it('has an end in each language that tells another', async () => {
    const claims = await claimsIn(
      page(
        '# Post mortem – 18/09/2025',
        '',
        'Coupure du service de paiement pour nos clients, sur la plateforme de production.',
        '',
        '### Chronologie (UTC)',
        '- 10:51 : début de l’incident, perte du lien',
        '- 11:02 : fin de l’incident et reprise du service pour tous les clients',
        '',
        '---',
        '',
        '## Summary',
        '',
        'Outage of the payment service for our customers, on the production platform.',
        '',
        '### Timeline (UTC)',
        '- 10:51 start of the incident, the link was lost',
        '- 11:03 end of the incident',
      ),
    );
    expect(timesOf(claims).filter((time) => time.startsWith('Resolved'))).toEqual([
      'Resolved 2025-09-18T11:02',
      'Resolved 2025-09-18T11:03',
    ]);
  });

  it('begins and alerts at a further time of a line, where no other line tells it', async () => {
    const claims = await claimsIn(
      page(
        '# Outage on 5 November 2024',
        '## Timeline (UTC)',
        '- 19:42 – Release 4.2 goes out; first errors at 19:50; alert fires at 19:53',
        '- 20:10 – rollback',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ChangeMade 2024-11-05T19:42',
      'FixApplied 2024-11-05T20:10',
      'ImpactStarted 2024-11-05T19:50',
      'AlertRaised 2024-11-05T19:53',
    ]);
  });
});
