// These pages are written by hand, in the shapes that pages of these kinds have when they are copied as text.
import { describe, expect, it } from '@jest/globals';
import { claimsOf, minutes, ofType, page, readPage, updatesOf } from './read.ts';

describe('a page of Atlassian Statuspage with its post mortem on top, copied without Markdown', () => {
  const text = page(
    "Lenteurs de l'API",
    "Rapport d'incident pour Acme",
    'Post-mortem',
    'English version below',
    'Post Mortem',
    'Référence incident',
    'AC-7',
    'Impact client',
    'Service non disponible durant 11 minutes.',
    "Synthèse de l'incident",
    '17 décembre - 10h30 : modification d’une règle DNS.',
    '17 décembre - 10h51 : début de l’incident.',
    '17 décembre - 11h02 : reprise du service et fin de l’incident.',
    'Root cause',
    'Un changement de routage DNS mal exécuté.',
    'Actions à entreprendre par Acme',
    'Symptôme\tAction',
    'Erreur humaine\tContrôle à 4 yeux',
    'Détection\tNouvelle sonde',
    '==============ENGLISH VERSION==============',
    'Post Mortem',
    'Client impact',
    'Unavailable service during 11 minutes.',
    'Incident Overview',
    '17th of December - 10h30 : modification of a DNS rule.',
    '17th of December - 10h51 : incident begins.',
    '17th of December - 11h02 : service restored and incident resolved.',
    'Root cause',
    'A faulty DNS routing change.',
    'Actions to be taken by Acme',
    'Symptom\tAction',
    'Human error\tFour-eye check',
    'Detection\tA new probe',
    'Posted 3 months ago. Dec 18, 2024 - 09:24 CET',
    'Resolved',
    'This incident has been resolved.',
    'Posted 3 months ago. Dec 17, 2024 - 11:18 CET',
    'Investigating',
    'We are investigating.',
    'Posted 3 months ago. Dec 17, 2024 - 11:12 CET',
    'This incident affected: API (Partial Outage) and Dashboard (Degraded Performance).',
  );

  it('is one post mortem, the last update, its lines told once in both languages', async () => {
    const { documents, warnings } = await readPage(text);
    const claims = documents[0]?.claims ?? [];
    expect(warnings).toEqual([]);
    expect(documents[0]?.incidentId).toBe('AC-7');
    expect(updatesOf(claims)).toEqual([
      'investigating 2024-12-17T10:12',
      'resolved 2024-12-17T10:18',
      'postmortem 2024-12-18T08:24',
    ]);
    const lines = claims.filter(({ source }) => source.locator?.includes('timeline') === true);
    expect(lines.map(({ type, occurredAt }) => `${type} ${minutes(occurredAt)}`)).toEqual([
      'ChangeMade 2024-12-17T09:30',
      // One for each of the two components.
      'ImpactStarted 2024-12-17T09:51',
      'ImpactStarted 2024-12-17T09:51',
      'Restored 2024-12-17T10:02',
      'Resolved 2024-12-17T10:02',
    ]);
    expect(ofType(claims, 'ActionProposed').map(({ data }) => data.text)).toEqual([
      { fr: 'Contrôle à 4 yeux', en: 'Four-eye check' },
      { fr: 'Nouvelle sonde', en: 'A new probe' },
    ]);
    expect(ofType(claims, 'CauseIdentified')[0]?.data.changeId).toBe('change-1');
  });

  it('has the text of the post mortem once, where it was published', async () => {
    const claims = await claimsOf(text);
    expect(ofType(claims, 'StatusPublished').at(-1)?.data.text).toBeUndefined();
    const [published] = ofType(claims, 'PostmortemPublished');
    expect(Object.keys(published?.data.text ?? {})).toEqual(['fr', 'en']);
    expect(published?.data.title).toEqual({ fr: 'Post Mortem', en: 'Post Mortem' });
  });

  it('has the list at its foot for the whole page, with degrees', async () => {
    const claims = await claimsOf(text);
    expect(
      ofType(claims, 'ImpactStarted')
        .slice(0, 2)
        .map(({ data, occurredAt }) => [data.component, data.degree, minutes(occurredAt)]),
    ).toEqual([
      ['API', 'partial', '..2024-12-17T10:18'],
      ['Dashboard', 'degraded', '..2024-12-17T10:18'],
    ]);
    expect(ofType(claims, 'StatusPublished').every(({ data }) => !data.components)).toBe(true);
  });
});

describe('a page of incident.io with lists of components in its updates', () => {
  it('keeps them with the updates, and the worst of each for the page', async () => {
    const { documents, warnings } = await readPage(
      page(
        'Globex Status',
        'Elevated latency',
        'Resolved',
        'Affected components',
        'Checkout',
        'Major outage',
        'Updates',
        'Resolved',
        'Tue, Dec 17, 2024, 10:18 AM UTC (3 months ago)',
        'All good.',
        'Affected components',
        'Checkout',
        'Operational',
        'Investigating',
        'Tue, Dec 17, 2024, 12:05 AM UTC (3 months ago)',
        "We're investigating.",
        'Affected components',
        'Checkout',
        'Major outage',
        'Payments API',
        'Degraded performance',
      ),
    );
    const claims = documents[0]?.claims ?? [];
    expect(warnings).toEqual([]);
    expect(ofType(claims, 'StatusPublished').map(({ data }) => data.components)).toEqual([
      [
        { name: 'Checkout', status: 'major_outage' },
        { name: 'Payments API', status: 'degraded_performance' },
      ],
      [{ name: 'Checkout', status: 'operational' }],
    ]);
    expect(
      ofType(claims, 'ImpactStarted').map(({ data }) => [data.component, data.degree]),
    ).toEqual([
      ['Checkout', 'full'],
      ['Payments API', 'degraded'],
    ]);
  });
});

describe('other layouts', () => {
  it('Better Stack and Cachet: words of their own begin updates too', async () => {
    const text = page(
      'Hooli status',
      'Webhooks delayed',
      'Fixed',
      'Dec 17, 2024 at 10:18am UTC',
      'All events were delivered.',
      'Escalated',
      'Dec 17, 2024 at 9:40am UTC',
      'We called the vendor.',
      'Created',
      'Dec 17, 2024 at 9:05am UTC',
      'Webhooks are delayed.',
    );
    const { documents, warnings } = await readPage(text);
    expect(updatesOf(documents[0]?.claims ?? [])).toEqual([
      'created 2024-12-17T09:05',
      'escalated 2024-12-17T09:40',
      'resolved 2024-12-17T10:18',
    ]);
    expect(warnings).toEqual([
      { place: 'update 2', message: 'the status "escalated" is kept as it stands' },
    ]);
  });

  it('Clever Cloud: edits inside an update are later updates, with what they say was done', async () => {
    const claims = await claimsOf(
      page(
        'Clever Cloud Status',
        'Load balancer en erreur',
        'Problème identifié',
        'Le load balancer est en erreur depuis 14:02 UTC.',
        'EDIT 2:11pm (UTC): Un correctif est en cours de déploiement.',
        'EDIT 2:30pm (UTC): Le correctif est déployé, le service est rétabli.',
        'Publié le 17/12/2024 à 14:05 UTC',
      ),
    );
    expect(updatesOf(claims)).toEqual([
      'identified 2024-12-17T14:05',
      'update 2024-12-17T14:11',
      'update 2024-12-17T14:30',
    ]);
    expect(ofType(claims, 'FixApplied').map(({ occurredAt }) => minutes(occurredAt))).toEqual([
      '..2024-12-17T14:30',
    ]);
  });

  it('AWS: times in brackets without a day are kept as written; a day behind a range holds for both', async () => {
    const claims = await claimsOf(
      page(
        'Increased Error Rates',
        '[9:16 PM PDT] We are investigating.',
        '[12:04 AM PDT] Between 8:51 PM and 11:42 PM PDT on September 3, 2024, we had increased error rates.',
      ),
    );
    expect(updatesOf(claims)).toEqual(['update 9:16 PM PDT', 'update 12:04 AM PDT']);
    expect(
      [...ofType(claims, 'ImpactStarted'), ...ofType(claims, 'ImpactEnded')].map((claim) =>
        minutes(claim.occurredAt),
      ),
    ).toEqual(['2024-09-04T03:51', '2024-09-04T06:42']);
  });

  it('Google Cloud: a table of days, times and texts, in the zone the page states', async () => {
    const claims = await claimsOf(
      page(
        'Elevated errors (all times are US/Pacific)',
        '17 Dec 2024\t03:10\tThe issue has been resolved.',
        '17 Dec 2024\t02:05\tSummary: Elevated errors',
      ),
    );
    expect(updatesOf(claims)).toEqual(['update 2024-12-17T10:05', 'update 2024-12-17T11:10']);
  });

  it('StatusCast: labelled times above the heading of the updates are none of them', async () => {
    const claims = await claimsOf(
      page(
        'Vandelay Status',
        'Import API',
        'Started: 12/17/2024 10:12 AM EST',
        'Resolved: 12/17/2024 11:40 AM EST',
        'Updates:',
        '12/17/2024 11:40 AM EST - Resolved: Done.',
        '12/17/2024 10:12 AM EST - Investigating: We look.',
      ),
    );
    expect(updatesOf(claims)).toEqual([
      'investigating 2024-12-17T15:12',
      'resolved 2024-12-17T16:40',
    ]);
    // The updates show both times too.
    expect(ofType(claims, 'NoteAdded')).toEqual([]);
  });

  it('has a date before its title', async () => {
    const { documents } = await readPage(
      page('Payplug status', '16 mars 2025 - Lenteurs', '- résolu 16 mars 2025 10:12 CET', 'Fin.'),
    );
    expect(documents[0]?.title).toEqual({ fr: 'Lenteurs' });
  });
});

describe('an incident that goes on', () => {
  it('has no length yet, and its components end before the word that says so', async () => {
    const claims = await claimsOf(
      page(
        'Dalenys is experiencing a major incident affecting Processing and Back office, ongoing for 2h.',
        '- investigating Jul 10, 2025, 07:30 AM UTC',
        'TSR-1 - Start : 10/07/2025 09h12 CEST - End : En cours / Ongoing / In corso - Priority : P1',
      ),
    );
    expect(ofType(claims, 'ImpactMeasured')).toEqual([]);
    expect(ofType(claims, 'ImpactEnded')).toEqual([]);
    expect(ofType(claims, 'ImpactStarted').map(({ data }) => data.component)).toEqual([
      'Processing',
      'Back office',
      undefined,
      undefined,
    ]);
  });
});

describe('times of day without a day', () => {
  it.each([
    ['Mar 4, 2025, 12:20 AM EST', 'It was down from 11:40 AM to 12:10 AM.', '03T16:40 04T05:10'],
    ['Dec 31, 2024, 11:20 PM UTC', 'Coupure entre 00h05 CET et 00h10 CET.', '31T23:05 31T23:10'],
    ['Mar 4, 2025, 03:00 PM UTC', 'It was down from 02:10 PM to 04:00 PM.', '04T14:10'],
  ])('in an update of %s are the last before it: %s', async (time, text, expected) => {
    const claims = await claimsOf(page('Acme incident', `- resolved ${time}`, text));
    expect(
      [...ofType(claims, 'ImpactStarted'), ...ofType(claims, 'ImpactEnded')]
        .map(({ occurredAt }) => minutes(occurredAt).slice(8))
        .join(' '),
    ).toBe(expected);
  });

  it('in a header likewise', async () => {
    const claims = await claimsOf(
      page(
        'Acme incident',
        '- resolved Jan 1, 2025, 12:30 AM CET',
        'TSR-4 - Start : 23h50 - End : 00h10 - Priority : P2',
      ),
    );
    expect(minutes(ofType(claims, 'ImpactStarted')[0]?.occurredAt ?? {})).toBe('2024-12-31T22:50');
    expect(minutes(ofType(claims, 'ImpactEnded')[0]?.occurredAt ?? {})).toBe('2024-12-31T23:10');
  });

  it('an order of day and month is shown by the updates beside it', async () => {
    const { documents, warnings } = await readPage(
      page(
        'Acme incident',
        '- resolved Mar 12, 2025, 10:00 AM UTC',
        'TSR-4 - Start : 03/12/2025 09:12 UTC - End : 03/12/2025 09:20 UTC',
      ),
    );
    expect(minutes(ofType(documents[0]?.claims ?? [], 'ImpactStarted')[0]?.occurredAt ?? {})).toBe(
      '2025-03-12T09:12',
    );
    expect(warnings).toEqual([]);
  });
});
