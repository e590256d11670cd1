// Pages written by hand, as programs save them; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { importers } from '../../../src/cli/importers.ts';
import { recogniseImporter } from '../../../src/import/recogniseImporter.ts';
import { page, readPage } from '../read.ts';
import { pageSummaries } from './pageSummary.ts';

const row = (status: string, text: string, time: string): string =>
  `<div class="row"><div class="title">${status}</div><div><div class="body">${text}</div>
   <div class="time">Posted <span class="ago"></span> Mar <var data-var='date'> 04</var>,
   <var data-var='year'>2024</var> - <var data-var='time'>${time}</var> UTC</div></div></div>`;

const saved = (title: string, ...body: readonly string[]): readonly string[] => [
  '<!DOCTYPE html>',
  `<html><head><title>${title}</title><script>let a = '<p>Resolved</p>';</script></head><body>`,
  ...body,
  '</body></html>',
];

describe('a page saved as HTML', () => {
  it('of one incident is read as people see it', async () => {
    const { incidents, warnings } = await pageSummaries(
      saved(
        'Acme Status - Slow checkout',
        '<a href="#">Subscribe to Updates</a>',
        '<div>By subscribing you agree to our <a href="/privacy">Privacy Policy</a>.</div>',
        '<h1>Slow checkout</h1><div>Incident Report for <a href="/">Acme</a></div>',
        row('Resolved', 'Done. See <a href="https://docs.acme.io">our notes</a>.', '10:22'),
        row('Investigating', 'We look<br>into it.', '09:12'),
        '<div>This incident affected: API and Checkout.</div>',
      ),
    );
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        components: ['API', 'Checkout'],
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('of a history gives its incidents', async () => {
    const day = (date: string, ...incidents: readonly string[]): string =>
      `<div class="day"><div>${date}</div>${incidents.join('\n')}</div>`;
    const { incidents } = await pageSummaries(
      saved(
        'Acme Status',
        '<h2>Past Incidents</h2>',
        day('Mar\n<var>5</var>\n,\n<var>2024</var>', '<p>No incidents reported today.</p>'),
        day(
          'Mar <var>4</var>, <var>2024</var>',
          '<div><a href="/incidents/x">Slow checkout</a></div>',
          '<div><strong>Resolved</strong> -\n<span>Done.</span><br><small>Mar <var>4</var>, 10:22 UTC</small></div>',
          '<div><strong>Investigating</strong> -\n<span>We look.</span><br><small>Mar <var>4</var>, 09:12 UTC</small></div>',
        ),
        '<div><a href="/history">Incident History</a></div><div>Powered by Acme</div>',
      ),
    );
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'Acme',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
      },
    ]);
  });

  it('keeps its places as lines of the document', async () => {
    const { warnings } = await readPage(
      page(
        ...saved(
          'Acme Status - Slow checkout',
          '<p>Call us.</p>',
          row('Resolved', 'Done.', '10:22'),
        ),
      ),
    );
    expect(warnings.map(({ place }) => place)).toEqual(['line 3']);
  });

  it('is told from an article about an incident', () => {
    const article = saved(
      'How we lost a database',
      '<h1>Post mortem</h1><p>The outage of Mar 4, 2024.</p><h2>Timeline</h2>',
      '<ul><li>09:12 UTC - Investigating: we look</li><li>10:22 UTC - Resolved: done</li></ul>',
      '<h2>Root cause</h2><p>A disk.</p>',
    );
    expect(recogniseImporter(importers, page(...article))?.name).toBe('postmortem');
  });
});

describe('a page below front matter', () => {
  const updates = [
    '## Resolved',
    '',
    'Done.',
    '',
    'Posted Mar 04, 2024 - 10:22 UTC',
    '',
    '## Investigating',
    '',
    'We look.',
    '',
    'Posted Mar 04, 2024 - 09:12 UTC',
  ];

  it('takes no time of the file for one of an update', async () => {
    const { incidents, warnings } = await pageSummaries([
      '---',
      'link: https://status.acme.io/1',
      'title: "Slow checkout"',
      'updated: 2024-03-09T08:00:00Z',
      '---',
      ...updates,
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow checkout',
        name: 'status page',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
        notes: ['link: https://status.acme.io/1', 'updated: 2024-03-09T08:00:00Z'],
      },
    ]);
    expect(warnings).toEqual([
      'this line is kept as a note: it was not understood',
      'this line is kept as a note: it was not understood',
    ]);
    const { documents } = await readPage(
      page('---', 'title: A', 'updated: 2024-03-09', '---', ...updates),
    );
    expect(documents[0]?.incidentId).toBe('status-page-2024-03-04-a');
  });

  it('has its title and its lists there, whatever they look like', async () => {
    const { incidents } = await pageSummaries([
      '---',
      "summary: 'We don't know yet'",
      'created_at: 2024-03-04T09:10:00Z',
      'title: API outage',
      'affected: ["API", \'Check-out\', Search]',
      '---',
      ...updates,
    ]);
    expect(incidents).toEqual([
      {
        title: 'API outage',
        name: 'status page',
        components: ['API', 'Check-out', 'Search'],
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
        notes: ["summary: We don't know yet", 'created at: 2024-03-04T09:10:00Z'],
      },
    ]);
  });

  it('can name the page there', async () => {
    const top = async (title: string) => {
      const { incidents } = await pageSummaries(['---', `title: ${title}`, '---', ...updates]);
      return incidents.map(({ name, title: of }) => [name, of]);
    };
    expect(await top('Acme Status - Slow checkout')).toEqual([['Acme', 'Slow checkout']]);
    expect(await top('Acme Status')).toEqual([['Acme', undefined]]);
    expect(await top('Acme outage')).toEqual([['status page', 'Acme outage']]);
  });

  it('reads rules between updates as none', async () => {
    const { incidents } = await pageSummaries([
      '---',
      'Resolved: Done.',
      'Mar 04, 2024 - 10:22 UTC',
      '---',
      'Investigating: We look.',
      'Mar 04, 2024 - 09:12 UTC',
    ]);
    expect(incidents.map(({ updates: found }) => found)).toEqual([
      ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
    ]);
  });

  it('takes its title behind a label', async () => {
    const { incidents } = await pageSummaries(['Title: Slow checkout', '', ...updates]);
    expect(incidents.map(({ title }) => title)).toEqual(['Slow checkout']);
  });
});

describe('the source of a page of cState', () => {
  const source = [
    '---',
    'title: Slow checkout',
    'date: 2024-03-04 10:22:00',
    'resolved: true',
    'resolvedWhen: 2024-03-04 11:58:00',
    'severity: disrupted',
    'affected:',
    '  - API',
    'section: issue',
    '---',
    '',
    '*Resolved* - All is well. {{< track "2024-03-04 11:58:00" >}}',
    '',
    '*Investigating* - We are looking',
    'into slow responses. {{< track "2024-03-04 10:25:00" >}}',
  ];

  it('is recognised and read with its times', async () => {
    expect(recogniseImporter(importers, source.join('\n'))?.name).toBe('status-page');
    const { documents } = await readPage(page(...source));
    const said = documents[0]?.claims.filter(({ type }) => type === 'StatusPublished');
    expect(said?.map(({ data, occurredAt: { earliest } }) => [data, earliest])).toEqual([
      [
        {
          status: 'investigating',
          audience: 'public',
          text: { en: 'We are looking\ninto slow responses.' },
        },
        '2024-03-04T10:25:00.000Z',
      ],
      [
        { status: 'resolved', audience: 'public', text: { en: 'All is well.' } },
        '2024-03-04T11:58:00.000Z',
      ],
    ]);
    expect(documents[0]?.title).toEqual({ en: 'Slow checkout' });
    const hit = documents[0]?.claims.filter(({ type }) => type === 'ImpactStarted');
    expect(hit?.map(({ data }) => data)).toEqual([{ impactId: 'main', component: 'API' }]);
  });
});

describe('the top of a page', () => {
  it('is named by no label', async () => {
    const { incidents } = await pageSummaries([
      'Slow sign-in',
      'Type: Incident',
      'Mar 4, 2024, 09:12:00 GMT+0 - Investigating - We look.',
      'Mar 4, 2024, 10:22:05 GMT+0 - Resolved - Done.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow sign-in',
        name: 'status page',
        updates: ['investigating 2024-03-04T09:12', 'resolved 2024-03-04T10:22'],
        notes: ['Type: Incident'],
      },
    ]);
  });

  it('tells how bad it is now before its title', async () => {
    const { incidents } = await pageSummaries([
      'Current severity level: Operating normally',
      '[RESOLVED] Slow checkout',
      '[02:10 PM PDT] Between 9:33 AM and 12:57 PM PDT checkout was slow.',
      '[01:07 PM PDT] We are investigating slow checkouts.',
      'Mar 20, 2024',
    ]);
    expect(incidents.map(({ title, notes }) => [title, notes])).toEqual([
      ['[RESOLVED] Slow checkout', ['Current severity level: Operating normally']],
    ]);
  });

  it('names a dashboard, and the zone of all its times', async () => {
    const { incidents, warnings } = await pageSummaries([
      'Acme Workspace Status Dashboard',
      'This page provides status information on the services that are part of Acme.',
      'Slow mail',
      'Incident began at 2024-03-04 08:50 and ended at 2024-03-04 10:20 (times are in Coordinated Universal Time (UTC)).',
      'Date\tTime\tDescription',
      'Mar 04, 2024\t10:22\tMail is fast again.',
      'Mar 04, 2024\t09:12\tWe look.',
    ]);
    expect(incidents).toEqual([
      {
        title: 'Slow mail',
        name: 'Acme Workspace',
        updates: ['update 2024-03-04T09:12', 'update 2024-03-04T10:22'],
      },
    ]);
    expect(warnings).toEqual(['no update names a status; each is taken as "update"']);
  });
});
