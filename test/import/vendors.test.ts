import { describe, expect, it } from '@jest/globals';
import { claimsOf, minutes, ofType, page, readPage, updatesOf } from './read.ts';

describe('a page of Atlassian Statuspage, the newest update on top and the time behind the text', () => {
  const text = page(
    'Elevated API errors',
    'Incident Report for Acme',
    'Resolved',
    'This incident has been resolved.',
    'Posted 3 days ago. Dec 17, 2024 - 11:40 UTC',
    'Monitoring',
    'A fix has been implemented and we are monitoring the results.',
    'Posted 3 days ago. Dec 17, 2024 - 11:05 UTC',
    'Identified',
    'The issue has been identified and a fix is being implemented.',
    'Posted 3 days ago. Dec 17, 2024 - 10:40 UTC',
    'Investigating',
    'We have seen elevated errors since 10:02 UTC.',
    'Posted 3 days ago. Dec 17, 2024 - 10:12 UTC',
    'This incident affected: API (REST, GraphQL), Dashboard, and Search and Filters.',
    '← Current Status',
    'Powered by Atlassian Statuspage',
  );

  it('is read from the oldest update on', async () => {
    const { documents, warnings } = await readPage(text);
    expect(warnings).toEqual([]);
    expect(documents[0]).toMatchObject({
      sourceKey: 'status-page:Acme:acme-2024-12-17-elevated-api-errors',
      title: { en: 'Elevated API errors' },
    });
    const claims = documents[0]?.claims ?? [];
    expect(updatesOf(claims)).toEqual([
      'investigating 2024-12-17T10:12',
      'identified 2024-12-17T10:40',
      'monitoring 2024-12-17T11:05',
      'resolved 2024-12-17T11:40',
    ]);
    expect(ofType(claims, 'CauseIdentified').map(({ occurredAt }) => minutes(occurredAt))).toEqual([
      '..2024-12-17T10:40',
    ]);
    expect(ofType(claims, 'FixApplied').map(({ occurredAt }) => minutes(occurredAt))).toEqual([
      '..2024-12-17T11:05',
    ]);
  });

  it('names its components at its foot', async () => {
    const started = ofType(await claimsOf(text), 'ImpactStarted');
    expect(
      started.map(({ data, occurredAt }) => [data.impactId, data.component, minutes(occurredAt)]),
    ).toEqual([
      ['main', 'API (REST, GraphQL)', '..2024-12-17T11:40'],
      ['main-2', 'Dashboard', '..2024-12-17T11:40'],
      ['main-3', 'Search', '..2024-12-17T11:40'],
      ['main-4', 'Filters', '..2024-12-17T11:40'],
      ['main', undefined, '2024-12-17T10:02'],
      ['main-2', undefined, '2024-12-17T10:02'],
      ['main-3', undefined, '2024-12-17T10:02'],
      ['main-4', undefined, '2024-12-17T10:02'],
    ]);
  });
});

describe('a history page with the status before the text and no year behind it', () => {
  it('takes the year from its heading and goes past the end of the year', async () => {
    const claims = await claimsOf(
      page(
        'Dec 31, 2024',
        'Degraded checkout',
        'Resolved - This incident has been resolved.',
        'Jan 1, 00:30 CET',
        'Update - We are continuing to monitor.',
        'Dec 31, 23:50 CET',
        'Investigating - We are currently investigating this issue.',
        'Dec 31, 22:51 CET',
      ),
    );
    expect(updatesOf(claims)).toEqual([
      'investigating 2024-12-31T21:51',
      'update 2024-12-31T22:50',
      'resolved 2024-12-31T23:30',
    ]);
  });
});

describe('a French page with the time below the status', () => {
  const text = page(
    'Statut de Paiements SA',
    "Lenteurs sur l'API de paiement",
    'Composants affectés',
    'API de paiement — Performances dégradées',
    'Back-office',
    'Chronologie',
    'Résolu',
    '17 juillet 2025 à 16h05 CET',
    "L'incident est résolu. Le service a été perturbé entre 14h10 et 15h47.",
    'Surveillance',
    '17 juillet 2025 à 15h50 CET',
    'Un correctif a été déployé et nous surveillons la situation.',
    'Enquête en cours',
    '17 juillet 2025 à 14h30 CET',
    "Nous rencontrons des lenteurs sur l'API de paiement.",
  );

  it('gives English status words and French texts', async () => {
    const claims = await claimsOf(text);
    expect(ofType(claims, 'StatusPublished').map(({ data }) => data.status)).toEqual([
      'investigating',
      'monitoring',
      'resolved',
    ]);
    expect(ofType(claims, 'FixApplied')[0]?.data.text).toEqual({
      fr: 'Un correctif a été déployé et nous surveillons la situation',
    });
    expect(ofType(claims, 'ImpactStarted')[0]?.data).toEqual({
      impactId: 'main',
      component: 'API de paiement',
      degree: 'degraded',
    });
  });

  it('leaves open what CET means in July, for all its times together', async () => {
    const { documents, warnings } = await readPage(text);
    const ends = ofType(documents[0]?.claims ?? [], 'ImpactEnded');
    expect(ends).toHaveLength(2);
    expect(ends[0]?.occurredAt).toMatchObject({
      earliest: '2025-07-17T13:47:00.000Z',
      latest: '2025-07-17T14:47:59.999Z',
      basis: 'document',
      undecided: { group: 'Paiements SA CET' },
    });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.message).toContain('undecided');
  });
});

describe('a page of incident.io, weekdays and a 12-hour clock', () => {
  it('gives the range that its last update speaks of', async () => {
    const claims = await claimsOf(
      page(
        'Globex status',
        'Login failures',
        'Resolved',
        'The issue has been resolved. From 9:16 PM to 11:16 PM PDT users could not log in.',
        'Tue, Sep 3, 2024, 11:40 PM PDT',
        'Investigating',
        'We are investigating login failures.',
        'Tue, Sep 3, 2024, 9:30 PM PDT',
      ),
    );
    expect(updatesOf(claims)).toEqual([
      'investigating 2024-09-04T04:30',
      'resolved 2024-09-04T06:40',
    ]);
    expect(minutes(ofType(claims, 'ImpactStarted')[0]?.occurredAt ?? {})).toBe('2024-09-04T04:16');
    expect(minutes(ofType(claims, 'ImpactEnded')[0]?.occurredAt ?? {})).toBe('2024-09-04T06:16');
  });
});

describe('a page with the time before the status', () => {
  it('is read in one line', async () => {
    const claims = await claimsOf(
      page(
        'Initech Incident',
        '2024-03-05 14:02 UTC - INVESTIGATING - Users report errors on login.',
        '2024-03-05 14:30 UTC - IDENTIFIED: A bad deploy.',
        '2024-03-05 15:00 UTC - RESOLVED: Rolled back the release.',
      ),
    );
    expect(updatesOf(claims)).toEqual([
      'investigating 2024-03-05T14:02',
      'identified 2024-03-05T14:30',
      'resolved 2024-03-05T15:00',
    ]);
    expect(ofType(claims, 'StatusPublished')[0]?.data.text).toEqual({
      en: 'Users report errors on login.',
    });
  });

  it('is read with the time in a line above', async () => {
    const claims = await claimsOf(
      page(
        'Acme Status',
        'Outage',
        'Mar 3, 2025 12:05 AM GMT',
        'Investigating',
        'We look.',
        'Mar 3, 2025 12:40 PM GMT',
        'Resolved',
        'All good.',
      ),
    );
    expect(updatesOf(claims)).toEqual([
      'investigating 2025-03-03T00:05',
      'resolved 2025-03-03T12:40',
    ]);
  });
});

describe('a page in the manner of Instatus, in French', () => {
  it('has status and time in one line', async () => {
    const claims = await claimsOf(
      page(
        'Boutique Status',
        'Panne du paiement en ligne',
        'Services affectés : Paiement, Panier',
        'Durée : 38 minutes',
        'Gravité : majeure',
        'Résolu - 17 déc. 2024 à 10:18 CET',
        'Le service est rétabli.',
        'Identifié - 17 déc. 2024 à 09:58 CET',
        'La cause du problème a été identifiée, un correctif est en cours de déploiement.',
        'Enquête - 17 déc. 2024 à 09:40 CET',
        'Nous enquêtons.',
      ),
    );
    expect(updatesOf(claims)).toEqual([
      'investigating 2024-12-17T08:40',
      'identified 2024-12-17T08:58',
      'resolved 2024-12-17T09:18',
    ]);
    expect(ofType(claims, 'CauseIdentified')).toHaveLength(1);
    expect(ofType(claims, 'FixApplied')).toHaveLength(0);
    expect(ofType(claims, 'SeverityAssigned')[0]?.data.level).toBe('major');
    expect(ofType(claims, 'ImpactMeasured')[0]?.data.durationMs).toBe(2_280_000);
    expect(ofType(claims, 'ImpactStarted').map(({ data }) => data.component)).toEqual([
      'Paiement',
      'Panier',
    ]);
  });
});

describe('a page of planned work', () => {
  it('claims the window, and no impact', async () => {
    const claims = await claimsOf(
      page(
        'Acme Status',
        'Database upgrade',
        'Scheduled for Mar 10, 2025 22:00 - Mar 11, 2025 01:00 UTC',
        'Completed - The scheduled maintenance has been completed.',
        'Mar 11, 2025 - 00:45 UTC',
        'In progress - Scheduled maintenance is currently in progress.',
        'Mar 10, 2025 - 22:00 UTC',
        'Scheduled - We will be undergoing scheduled maintenance between 22:00 and 01:00 UTC.',
        'Mar 5, 2025 - 09:00 UTC',
      ),
    );
    expect(ofType(claims, 'Declared')[0]?.data.kind).toBe('maintenance');
    expect(ofType(claims, 'MaintenanceScheduled')[0]?.data.window).toEqual({
      from: '2025-03-10T22:00:00.000Z',
      to: '2025-03-11T01:00:00.000Z',
    });
    expect(updatesOf(claims).map((line) => line.split(' ')[0])).toEqual([
      'scheduled',
      'in_progress',
      'completed',
    ]);
    expect(ofType(claims, 'ImpactStarted')).toEqual([]);
  });
});

describe('an Italian ticket inside a page', () => {
  it('reads dots between hour and minute, and a start without an end', async () => {
    const { documents, warnings } = await readPage(
      page(
        'Payplug Status',
        'Pagamenti',
        'investigating — 12/03/2025 16:11 CET',
        'TSR-3 - Inizio : 12/03/2025 16.05 - Fine : In corso - Categoria : Pagamenti - Priorità : P3',
        'IT : Il servizio di pagamento non è disponibile.',
        'resolved — 12/03/2025 17:00 CET',
        'Il problema è stato risolto.',
      ),
    );
    const claims = documents[0]?.claims ?? [];
    expect(ofType(claims, 'ImpactStarted').map(({ occurredAt }) => minutes(occurredAt))).toEqual([
      '2025-03-12T15:05',
    ]);
    expect(ofType(claims, 'ImpactEnded')).toEqual([]);
    expect(ofType(claims, 'StatusPublished')[0]?.data.text).toEqual({
      it: 'Il servizio di pagamento non è disponibile.',
    });
    expect(warnings.map(({ message }) => message)).toEqual([
      '"12/03/2025 16:11 CET" is read with the day first; the document does not show its order',
    ]);
  });
});
