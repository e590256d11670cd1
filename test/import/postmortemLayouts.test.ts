// Small documents written by hand in the shapes of public post mortems and their templates; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { minutes, ofType, page } from './read.ts';
import { claimsIn, readDocument, timesOf } from './readDocument.ts';

describe('a layout', () => {
  it('of the SRE book: labels in bold, a timeline under a date', async () => {
    const claims = await claimsIn(
      page(
        '# Search Postmortem (incident #465)',
        '',
        '**Date:** 2015-10-21',
        '',
        '**Authors:** a, b',
        '',
        '**Summary:** Search down for 66 minutes.',
        '',
        '**Impact:** 1.21B queries lost.',
        '',
        '**Root Causes:** A leak.',
        '',
        '## Action Items',
        '',
        '| Action Item | Type | Owner | Bug |',
        '| --- | --- | --- | --- |',
        '| Update playbook | mitigate | ann | n/a **DONE** |',
        '',
        '## Lessons Learned',
        '',
        '### What went wrong',
        '',
        '- No practice',
        '',
        '## Timeline',
        '',
        '2015-10-21 (all times UTC)',
        '',
        '- 14:54 **OUTAGE BEGINS** — backends melt down',
        '- 14:55 ann receives pager storm',
        '- 15:01 bob declares incident #465',
        '- 15:36 **OUTAGE MITIGATED**',
        '- 15:57 **OUTAGE ENDS**; traffic balanced',
        '- 16:30 **INCIDENT ENDS**',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2015-10-21T14:54',
      'AlertRaised 2015-10-21T14:55',
      'Declared 2015-10-21T15:01',
      'Mitigated 2015-10-21T15:36',
      'ImpactEnded 2015-10-21T15:57',
      'Resolved 2015-10-21T16:30',
    ]);
    expect(ofType(claims, 'ImpactMeasured')[0]?.data.durationMs).toBe(66 * 60_000);
    expect(ofType(claims, 'CauseIdentified')[0]?.data.text).toEqual({ en: 'A leak.' });
    expect(ofType(claims, 'ActionCompleted')).toHaveLength(1);
    const [action] = ofType(claims, 'ActionProposed');
    expect(action?.data.owner?.name).toBe('ann');
    expect(action?.data.owner?.id).not.toContain('ann');
  });

  it('of an issue: sub-headings of days, entries past midnight', async () => {
    const { documents, warnings } = await readDocument(
      page(
        '# Elevated error rates',
        '## Timeline',
        'All times UTC.',
        '',
        '2024-03-05',
        '',
        '- 20:18 - @jdoe declares incident in Slack',
        '- 20:25 - EOC paged',
        '- 23:40 - fix deployed',
        '- 00:35 - incident resolved',
        '',
        '2024-03-07',
        '',
        '- 09:00 - retro',
      ),
    );
    expect(timesOf(documents[0]?.claims ?? [])).toEqual([
      'Declared 2024-03-05T20:18',
      'AlertRaised 2024-03-05T20:25',
      'FixApplied 2024-03-05T23:40',
      'Resolved 2024-03-06T00:35',
      'NoteAdded 2024-03-07T09:00',
    ]);
    expect(warnings.map(({ message }) => message)).toEqual([
      '"00:35" is taken to be past midnight, on the next day',
    ]);
  });

  it('of a table: zone and date in columns, ranges, bars at no edge', async () => {
    const claims = await claimsIn(
      page(
        '# Incident report',
        '',
        'Date | Time (CET) | Event',
        '--- | --- | ---',
        '2024-01-09 | 14:00 - 16:00 | Service unavailable',
        '2024-01-09 | 16:30 | Incident closed',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2024-01-09T13:00',
      'ImpactEnded 2024-01-09T15:00',
      'Resolved 2024-01-09T15:30',
    ]);
  });

  it('of key facts in a table, their end past midnight', async () => {
    const claims = await claimsIn(
      page(
        '# Post-Mortem: API down',
        '| | |',
        '|---|---|',
        '| Start Time | 2023-05-02 23:40 UTC |',
        '| Detected | 23:45 |',
        '| Resolved | 00:25 |',
        '| Duration | 45 min |',
        '| Severity | SEV-2 |',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2023-05-02T23:40',
      'Detected 2023-05-02T23:45',
      'Resolved 2023-05-03T00:25',
    ]);
    expect(ofType(claims, 'ImpactMeasured')[0]?.data.durationMs).toBe(45 * 60_000);
    expect(ofType(claims, 'SeverityAssigned')[0]?.data.level).toBe('SEV-2');
  });

  it('of prose without a timeline: the day stands in a sentence before', async () => {
    const claims = await claimsIn(
      page(
        'Summary of the service event',
        '',
        'December 10th, 2021',
        '',
        'This is about the disruption on December 7th, 2021.',
        '',
        'At 7:30 AM PST, an activity triggered unexpected behavior. We identified the root cause at 9:28 AM PST and all devices fully recovered by 2:22 PM PST.',
        '',
        'Between 7:32 AM and 1:02 PM PST customers experienced elevated API error rates.',
      ),
    );
    expect(claims.map(({ type, occurredAt }) => `${type} ${minutes(occurredAt)}`)).toEqual([
      'NoteAdded 2021-12-07T15:30',
      'CauseIdentified 2021-12-07T17:28',
      'Restored ..2021-12-07T22:22',
      'ImpactStarted 2021-12-07T15:32',
      'ImpactEnded 2021-12-07T21:02',
      expect.stringMatching(/^NoteAdded/),
    ]);
  });

  it('of a log told newest first, over midnight', async () => {
    const claims = await claimsIn(
      page(
        '# Outage report 2024-02-10',
        '## Timeline (UTC)',
        '- 01:10 Incident resolved',
        '- 00:20 fix deployed',
        '- 18:00 We noticed errors',
        '- 17:50 deployment of v3',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ChangeMade 2024-02-10T17:50',
      'Detected 2024-02-10T18:00',
      'FixApplied 2024-02-11T00:20',
      'Resolved 2024-02-11T01:10',
    ]);
  });

  it('of a text in French: hours with h, a range, several facts in a line', async () => {
    const { documents } = await readDocument(
      page(
        "# Post-mortem : indisponibilité de l'API",
        '**Référence** : INC-2041',
        '**Début** : 16 mars 2023 à 11h15',
        '**Fin** : 16 mars 2023 à 12h',
        '**Durée** : 45 minutes',
        '## Chronologie (heure de Paris)',
        '- 16 mars 11h10 : mise en production de la version 4.2',
        "- 11h15 - 12h : indisponibilité de l'API",
        "- 11h17 : remontée d'alertes SMS à l'astreinte",
        "- 11h20 : prise en charge par l'équipe",
        "- 11h30 : création d'une cellule de crise dédiée",
        '- 11h52 : retour arrière',
        "- 12h : reprise du service et fin de l'incident",
        '## Cause racine',
        'La version 4.2 contenait une régression.',
        "## Plan d'action",
        '| Action | Responsable | Statut |',
        '|---|---|---|',
        '| Ajouter un test | Jeanne | fait |',
      ),
      { documentName: 'rapport.md' },
    );
    const [read] = documents;
    expect(read?.incidentId).toBe('INC-2041');
    expect(read?.sourceKey).toBe('postmortem:rapport');
    expect([...new Set(timesOf(read?.claims ?? []))]).toEqual([
      'ChangeMade 2023-03-16T10:10',
      'ImpactStarted 2023-03-16T10:15',
      'ImpactEnded 2023-03-16T11:00',
      'AlertRaised 2023-03-16T10:17',
      'Acknowledged 2023-03-16T10:20',
      'CellCreated 2023-03-16T10:30',
      'FixApplied 2023-03-16T10:52',
      'Restored 2023-03-16T11:00',
      'Resolved 2023-03-16T11:00',
    ]);
  });

  it('of a text in Italian: hours with a dot, in sentences only behind a word for it', async () => {
    const claims = await claimsIn(
      page(
        '# Post mortem: disservizio del 4 novembre 2022',
        '## Sintesi',
        'Dalle ore 16.11 alle ore 17.05 la versione 4.10 non era disponibile.',
        '## Impatto',
        'Pagamenti non disponibili per 54 minuti.',
        '## Cronologia (ora italiana)',
        '* 16.05 rilascio della nuova versione',
        '* 16.11 inizio del disservizio',
        '* 16.14 ricezione degli allarmi',
        '* 17.05 ripristino del servizio',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ChangeMade 2022-11-04T15:05',
      'ImpactStarted 2022-11-04T15:11',
      'AlertRaised 2022-11-04T15:14',
      'Restored 2022-11-04T16:05',
      'NoteAdded 2022-11-04T15:11',
    ]);
    expect(ofType(claims, 'ImpactMeasured')[0]?.data.durationMs).toBe(54 * 60_000);
  });

  it('of Markdown with a table in HTML, and of words before a colon', async () => {
    const claims = await claimsIn(
      page(
        '# Panne du 8 novembre 2023',
        '## Timeline (UTC)',
        '<table>',
        '<tr><th>Heure</th><th>Événement</th></tr>',
        '<tr><td>09:55</td><td>🔴 <b>Détection</b> : perte de connectivité</td></tr>',
        '</table>',
        '',
        '- De 10h08 à 10h40, les paiements étaient refusés.',
        '- 11h : ✅ Résolution : service rétabli',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'Detected 2023-11-08T09:55',
      'ImpactStarted 2023-11-08T10:08',
      'ImpactEnded 2023-11-08T10:40',
      'Resolved 2023-11-08T11:00',
      'Restored 2023-11-08T11:00',
    ]);
    expect(claims[0]?.source.locator).toBe('timeline entry 1, line 5');
  });

  it('in two languages is one story', async () => {
    const claims = await claimsIn(
      page(
        '_English version below_',
        '# Post Mortem',
        '**Référence incident** TSR-2001',
        "**Synthèse de l'incident**",
        "* **17 décembre 2024 - 10h51 CET : début de l'incident.**",
        "* **17 décembre 2024 - 11h02 CET : reprise du service et fin de l'incident.**",
        '==============ENGLISH VERSION==============',
        '# Post Mortem',
        '**Incident reference** TSR-2001',
        '**Incident Overview**',
        '* **17 décembre 2024 - 10h51 CET : incident begins.**',
        '* **17 décembre 2024 - 11h02 CET : service restored and incident resolved.**',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2024-12-17T09:51',
      'Restored 2024-12-17T10:02',
      'Resolved 2024-12-17T10:02',
    ]);
    expect(claims[0]?.data).toMatchObject({
      text: { fr: "début de l'incident.", en: 'incident begins.' },
    });
  });

  it('of a page in HTML: lists, tables, terms, time elements', async () => {
    const { documents, warnings } = await readDocument(
      page(
        '<!doctype html><html><head><title>Queue | Acme blog</title>',
        '<meta property="article:published_time" content="2024-05-09T15:00:00+02:00">',
        '<script>var a = "<p>10:00 nothing</p>";</script></head><body><nav>08:00 Home</nav>',
        '<h1>Postmortem: queue backlog on May 7</h1>',
        '<h2>Impact</h2><p>Jobs were delayed for <strong>1h 20m</strong>.</p>',
        '<dl><dt>Start</dt><dd><time datetime="2024-05-07T08:02:00Z">10:02</time></dd></dl>',
        '<h2>Timeline (CEST)</h2><table><tr><th>Time</th><th>What</th></tr>',
        '<tr><td>10:03</td><td>Alert fired &amp; seen</td></tr>',
        '<tr><td>11:22</td><td><ul><li>Service restored</li></ul></td></tr></table>',
        '<h2>Follow-ups</h2><ul><li><input type="checkbox" checked> Add alert</li><li>Tune</li></ul>',
      ),
    );
    expect(warnings).toEqual([]);
    const claims = documents[0]?.claims ?? [];
    expect(documents[0]?.incidentId).toBe('2024-05-07-queue-backlog-on-may-7');
    expect(timesOf(claims)).toEqual([
      'PostmortemPublished 2024-05-09T13:00',
      'AlertRaised 2024-05-07T08:03',
      'Restored 2024-05-07T09:22',
      'ImpactStarted 2024-05-07T08:02',
    ]);
    expect(claims[1]?.source.locator).toBe('timeline entry 1, line 8');
    expect(ofType(claims, 'ImpactMeasured')[0]?.data.durationMs).toBe(80 * 60_000);
    expect(ofType(claims, 'ActionCompleted')).toHaveLength(1);
  });
});

describe('a history that is not in order', () => {
  it('is told as it is: declared after it was resolved', async () => {
    const { documents, warnings } = await readDocument(
      page(
        '# Incident on 2022-01-23',
        '- **Key events**',
        '  - First detected 2022-01-23 11:57 UTC',
        '  - Incident declared 2022-01-23 14:41 UTC',
        '  - Repaired 2022-01-23 13:59 UTC',
        '  - Resolved 2022-01-23 14:38 UTC',
        '- **Time to repair**: 2h 2m',
        '- **Time to resolve**: 3h 41m',
      ),
    );
    expect(timesOf(documents[0]?.claims ?? [])).toEqual([
      'Detected 2022-01-23T11:57',
      'Declared 2022-01-23T14:41',
      'FixApplied 2022-01-23T13:59',
      'Resolved 2022-01-23T14:38',
    ]);
    expect(warnings).toEqual([
      {
        place: 'line 8',
        message: '"Time to resolve: 3h 41m" is not what the stated times give: 161 min',
      },
    ]);
  });

  it('whose title names another day says so, and follows the timeline', async () => {
    const { documents, warnings } = await readDocument(
      page(
        '# 2022-01-28, limit reached',
        '## Timeline (UTC)',
        '### 2022-06-03 10:00 - Problem starts',
      ),
      { documentName: '2022-06-03-limit.md' },
    );
    const claims = documents[0]?.claims ?? [];
    expect(timesOf(claims)).toEqual(['ImpactStarted 2022-06-03T10:00']);
    expect(warnings[0]).toEqual({
      place: 'title',
      message:
        'the title names 2022-01-28, the timeline begins on 2022-06-03; the timeline is followed',
    });
    expect(ofType(claims, 'StatusPublished')[0]?.data.mentions?.[0]?.about).toBe('ImpactStarted');
  });
});
