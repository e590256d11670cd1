import { describe, expect, it } from '@jest/globals';
import { claimsOf, minutes, ofType, page, readPage } from '../read.ts';

const wrap = (...lines: readonly string[]): string =>
  page(
    'PayCo incident',
    'CARTES | Paiements refusés / Payments declined',
    'PayCo experienced a major incident on December 30, 2024 affecting Cartes / Cards, API, lasting 1h 20m.',
    'Affected components',
    'Cartes / CardsAPI',
    'Update timeline',
    '- investigating Dec 30, 2024, 09:12 PM UTC',
    'INC-77 - Début / Start : 30/12/2024 21h05 CET - Fin / End : En cours / Ongoing - Catégorie / Category : Cartes - Priorité / Priority : P2',
    '- postmortem Jan 6, 2025, 08:24 AM UTC',
    ...lines,
  );

const told = async (...lines: readonly string[]): Promise<readonly string[]> =>
  (await claimsOf(wrap(...lines)))
    .filter(({ source }) => source.locator?.includes('timeline') === true)
    .map(({ type, occurredAt }) => `${type} ${minutes(occurredAt)}`);

describe('a post mortem with its line breaks', () => {
  const lines = [
    '# Post Mortem',
    '**Référence incident** INC-77',
    '**Impact client**',
    'Paiements dégradés pendant 1h30.',
    '**Chronologie**',
    '- 30 décembre 21h00 - 21h05 : mise en production de la version 8.1',
    '- 30 décembre 21h05 : paiements indisponibles',
    '- 30 décembre 21h12 : détection du problème par les clients',
    '- 21h20 : escalade au fournisseur',
    '- 30 décembre 22h30 : retour arrière effectué',
    '- 30 décembre 22h35 : retour à la normale',
    '- une ligne sans heure',
    '**Cause racine**',
    'Une mise en production défectueuse.',
    "**Plan d'actions**",
    '- Ajouter des tests',
    '- Alerter plus tôt',
    '**Leçons**',
    'Tester avant.',
  ];

  it('gives its lines the year before its publication, and the zone of the ticket', async () => {
    expect(await told(...lines)).toEqual([
      'ChangeMade 2024-12-30T20:00',
      'ImpactStarted 2024-12-30T20:05',
      'ImpactStarted 2024-12-30T20:05',
      'Detected 2024-12-30T20:12',
      'NoteAdded 2024-12-30T20:20',
      'FixApplied 2024-12-30T21:30',
      'Restored 2024-12-30T21:35',
      'NoteAdded ..2025-01-06T08:24',
    ]);
  });

  it('spans a range, keeps what it does not understand, and says so', async () => {
    const { documents, warnings } = await readPage(wrap(...lines));
    const claims = documents[0]?.claims ?? [];
    expect(ofType(claims, 'ChangeMade')[0]?.occurredAt).toMatchObject({
      earliest: '2024-12-30T20:00:00.000Z',
      latest: '2024-12-30T20:05:59.999Z',
      written: '30 décembre 21h00 - 21h05',
    });
    expect(ofType(claims, 'Detected')[0]?.data.by).toBe('customer');
    expect(warnings).toEqual([
      {
        place: 'update 2, timeline line 4',
        message: 'this line is kept as a note: it tells of nothing known',
      },
      {
        place: 'update 2, timeline line 7',
        message: 'this line is kept as a note: it states no time',
      },
    ]);
  });

  it('blames the only change, and lists its actions and other sections', async () => {
    const claims = await claimsOf(wrap(...lines));
    expect(ofType(claims, 'CauseIdentified')[0]?.data).toEqual({
      text: { fr: 'Une mise en production défectueuse.' },
      changeId: 'change-1',
    });
    expect(ofType(claims, 'ActionProposed').map(({ data }) => data.text)).toEqual([
      { fr: 'Ajouter des tests' },
      { fr: 'Alerter plus tôt' },
    ]);
    expect(ofType(claims, 'NoteAdded').at(-1)?.data.text).toEqual({ fr: 'Leçons: Tester avant.' });
  });

  it('splits names set without a gap when the sentence at the top names them', async () => {
    const claims = await claimsOf(wrap(...lines));
    const named = ofType(claims, 'ImpactStarted').filter(
      ({ source }) => source.locator === 'header',
    );
    expect(named.map(({ data }) => data.component)).toEqual(['Cartes / Cards', 'API']);
  });
});

describe('the timeline of a post mortem', () => {
  it('turns a range of impact into a start and an end', async () => {
    expect(
      await told('## Timeline', '- 16th of December 11h15 - 12h : degradation of the service'),
    ).toEqual([
      'ImpactStarted 2024-12-16T10:15',
      'ImpactStarted 2024-12-16T10:15',
      'ImpactEnded 2024-12-16T11:00',
      'ImpactEnded 2024-12-16T11:00',
    ]);
  });

  it('goes past midnight, also inside a range', async () => {
    const { documents, warnings } = await readPage(
      wrap('## Timeline', '- 23:50 - 00:10 rollback', '- 00:20 service restored'),
    );
    const claims = documents[0]?.claims ?? [];
    expect(ofType(claims, 'FixApplied')[0]?.occurredAt).toMatchObject({
      earliest: '2024-12-30T22:50:00.000Z',
      latest: '2024-12-30T23:10:59.999Z',
    });
    expect(minutes(ofType(claims, 'Restored')[0]?.occurredAt ?? {})).toBe('2024-12-30T23:20');
    expect(warnings[0]?.message).toContain('past midnight');
  });

  it('takes the zone that it states for all its times, and days from lines of their own', async () => {
    expect(
      await told(
        '## Timeline',
        'All times UTC',
        '2024-12-29',
        '- 20:18 alerts raised',
        '- 20:30 incident declared',
      ),
    ).toEqual(['AlertRaised 2024-12-29T20:18', 'Declared 2024-12-29T20:30']);
  });

  it('is read from a table', async () => {
    expect(
      await told(
        '## Timeline',
        '| Time (CET) | What |',
        '| --- | --- |',
        '| 10:00 - 10:30 | alerts raised |',
        '| 11:00 | crisis cell created |',
        '| 11:30 | crisis cell closed |',
      ),
    ).toEqual([
      'AlertRaised 2024-12-30T09:00',
      'CellCreated 2024-12-30T10:00',
      'CellClosed 2024-12-30T10:30',
    ]);
  });

  it('tells a second impact from the first, and what happens during one', async () => {
    const claims = await claimsOf(
      wrap(
        '## Timeline',
        '- 10:00 service unavailable',
        '- 10:05 service degraded',
        '- 10:10 fix deployed',
        '- 10:15 fix reverted',
        '- 10:20 service restored',
        '- 10:30 service down',
        '- 10:35 second fix deployed',
        '- 10:40 end of the outage',
        '- 10:50 root cause identified',
      ),
    );
    const postmortem = claims.filter(({ source }) => source.kind === 'postmortem');
    expect(ofType(postmortem, 'ImpactStarted').map(({ data }) => data.impactId)).toEqual([
      'main',
      'main-2',
      'main/2',
      'main-2/2',
    ]);
    expect(ofType(postmortem, 'ImpactChanged')[0]?.data).toMatchObject({ degree: 'degraded' });
    expect(ofType(postmortem, 'ImpactEnded').map(({ data }) => data.impactId)).toEqual([
      'main/2',
      'main-2/2',
    ]);
    expect(ofType(postmortem, 'FixApplied').map(({ data }) => data.fixId)).toEqual([
      'main',
      'fix-2',
    ]);
    expect(ofType(postmortem, 'FixReverted')[0]?.data.fixId).toBe('main');
    expect(ofType(postmortem, 'CauseIdentified')).toHaveLength(1);
  });

  it('keeps lines apart that the languages date differently', async () => {
    const { documents, warnings } = await readPage(
      wrap(
        '# Post Mortem',
        '**Synthèse de l’incident**',
        '* 30 décembre 10h51 : début de l’incident.',
        '**Actions**',
        '* Un test',
        '* Deux tests',
        '**Impact client** Indisponible pendant 11 minutes.',
        '=======ENGLISH VERSION=======',
        '# Post Mortem',
        '**Incident Overview**',
        '* 30 décembre 1H51am : incident begins.',
        '**Actions**',
        '* One test',
        '**Client impact** Unavailable during 12 minutes.',
      ),
    );
    const claims = (documents[0]?.claims ?? []).filter(
      ({ source }) => source.kind === 'postmortem',
    );
    expect(ofType(claims, 'ImpactStarted').map(({ data }) => data.text)).toEqual([
      { fr: 'début de l’incident' },
      { fr: 'début de l’incident' },
    ]);
    expect(ofType(claims, 'ImpactChanged')[0]?.data.text).toEqual({ en: 'incident begins' });
    expect(ofType(claims, 'ImpactMeasured').map(({ data }) => data.durationMs)).toEqual([
      660_000, 720_000,
    ]);
    expect(ofType(claims, 'ActionProposed').map(({ data }) => data.text)).toEqual([
      { fr: 'Un test', en: 'One test' },
      { fr: 'Deux tests' },
    ]);
    expect(warnings.map(({ message }) => message)).toEqual([
      'the languages do not tell the same lines at the same times; lines without a partner stand alone',
      'the languages state different lengths',
      'the languages list different numbers of actions (2, 1); they are matched by order',
    ]);
  });

  it('is told by a sentence where there are no lines', async () => {
    const claims = await claimsOf(
      wrap(
        'On December 30, 2024, between 20:05 UTC and 21:35 UTC payments were failing.',
        '**Impact** Some customers.',
      ),
    );
    const told2 = claims.filter(({ source }) => source.kind === 'postmortem');
    expect(told2.map(({ type, occurredAt }) => `${type} ${minutes(occurredAt)}`)).toEqual([
      'ImpactStarted 2024-12-30T20:05',
      'ImpactStarted 2024-12-30T20:05',
      'ImpactEnded 2024-12-30T21:35',
      'ImpactEnded 2024-12-30T21:35',
      'NoteAdded ..2025-01-06T08:24',
      'NoteAdded ..2025-01-06T08:24',
    ]);
  });

  it('claims no times that its languages contradict', async () => {
    const { documents, warnings } = await readPage(
      wrap(
        'FR : Les paiements échouaient entre 10h05 et 11h35. EN : Payments were failing from 1H05am to 11h35am.',
      ),
    );
    expect(warnings.at(-1)?.message).toBe('the languages of this post mortem give different times');
    const claims = documents[0]?.claims ?? [];
    expect(
      claims.filter(({ source }) => source.kind === 'postmortem').map(({ type }) => type),
    ).toEqual(['NoteAdded']);
  });

  it('finds the actions in a table without known headings', async () => {
    const claims = await claimsOf(
      wrap(
        '**Actions** Voici :',
        '| A | B | C |',
        '| --- | --- | --- |',
        '| symptôme | qui | faire |',
        '|  |  |  |',
      ),
    );
    expect(ofType(claims, 'ActionProposed').map(({ data }) => [data.against, data.text])).toEqual([
      [undefined, { fr: 'Voici' }],
      [{ fr: 'symptôme' }, { fr: 'faire | qui' }],
    ]);
  });
});

describe('a post mortem that is published days later', () => {
  const impactOf = async (
    first: string,
    last: string,
    ...said: readonly string[]
  ): Promise<readonly string[]> => {
    const claims = await claimsOf(
      page(
        'Acme Status',
        'Login failures',
        'Incident Report for Acme',
        'Postmortem',
        ...said,
        'Posted Dec 28, 2023 - 10:26 UTC',
        'Resolved',
        'It works again.',
        `Posted ${last} UTC`,
        'Investigating',
        'We look.',
        `Posted ${first} UTC`,
      ),
    );
    return claims
      .filter(({ source }) => source.kind === 'postmortem')
      .filter(({ type }) => type.startsWith('Impact'))
      .map(({ type, occurredAt }) => `${type} ${minutes(occurredAt)}`);
  };

  it.each([
    ['before the page told of it', '11:40 and 15:50 UTC', ['22T11:40', '22T15:50']],
    ['while the page told of it', '13:40 and 15:50 UTC', ['22T13:40', '22T15:50']],
    ['in another zone', '4:40 AM and 7:50 AM PST', ['22T12:40', '22T15:50']],
    ['in the morning of the next day there', '22:40 and 02:50 AEDT', ['22T11:40', '22T15:50']],
  ])('tells of times on the day of the incident: %s', async (_, times, [from, to]) => {
    expect(
      await impactOf(
        'Dec 22, 2023 - 12:58',
        'Dec 22, 2023 - 16:16',
        `Between ${times} logins failed.`,
      ),
    ).toEqual([`ImpactStarted 2023-12-${from}`, `ImpactEnded 2023-12-${to}`]);
  });

  it('tells of the evening before, where the page first told of it in the night', async () => {
    expect(
      await impactOf(
        'Dec 22, 2023 - 00:30',
        'Dec 22, 2023 - 01:40',
        'Between 23:40 and 01:10 UTC logins failed.',
      ),
    ).toEqual(['ImpactStarted 2023-12-21T23:40', 'ImpactEnded 2023-12-22T01:10']);
  });

  it.each([
    ['at night', '00:30', '01:40', ['23:40 UTC', '01:10 UTC'], ['21T23:40', '22T01:10']],
    ['in the west', '02:00', '05:40', ['5:40 PM PST', '9:10 PM PST'], ['22T01:40', '22T05:10']],
    ['in the east', '22:00', '23:40', ['8:40 AEDT', '10:10 AEDT'], ['22T21:40', '22T23:10']],
    ['by day', '12:58', '16:16', ['11:40 UTC', '15:50 UTC'], ['22T11:40', '22T15:50']],
  ])('tells a timeline from the day on which it began: %s', async (_, ...shown) => {
    const [first, last, [start = '', end = ''], [from = '', to = '']] = shown;
    expect(
      await impactOf(
        `Dec 22, 2023 - ${first}`,
        `Dec 22, 2023 - ${last}`,
        'Timeline',
        `- ${start}: incident begins`,
        `- ${end}: impact ends`,
      ),
    ).toEqual([`ImpactStarted 2023-12-${from}`, `ImpactEnded 2023-12-${to}`]);
  });

  it('tells of the day on which an incident of several days began', async () => {
    expect(
      await impactOf(
        'Dec 22, 2023 - 12:58',
        'Dec 25, 2023 - 16:16',
        'Between 11:40 and 15:50 UTC logins failed.',
      ),
    ).toEqual(['ImpactStarted 2023-12-22T11:40', 'ImpactEnded 2023-12-22T15:50']);
  });
});
