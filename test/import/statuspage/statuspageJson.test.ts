import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createLedger, durations, memoryStore, orThrow } from '../../../src/index.ts';
import type { Claim } from '../../../src/events/claim.ts';
import { readAll } from '../../../src/import/readAll.ts';
import { statuspageJson } from '../../../src/import/statuspage/statuspageJson.ts';
import type { ReadResult } from '../../../src/import/readAll.ts';
import { ofType } from '../read.ts';
import type { Json } from '../fixtures/statuspage.ts';
import { affected, incident, page, update } from '../fixtures/statuspage.ts';

const read = (value: unknown): Promise<ReadResult> =>
  readAll(statuspageJson, JSON.stringify(value));

const claimsOf = async (value: unknown): Promise<readonly Claim[]> => {
  const { documents, errors } = await read(value);
  if (errors.length > 0 || documents.length !== 1) throw new Error(JSON.stringify(errors));
  return documents[0]?.claims ?? [];
};

const two = [update('u1', 'investigating', 2), update('u2', 'resolved', 30)];
const messages = ({ warnings }: ReadResult): readonly string[] =>
  warnings.map(({ place, message }) => `${place}: ${message}`);

describe('the JSON of Statuspage', () => {
  it('is read by ids: the page’s, the incident’s, the updates’', async () => {
    const { documents, warnings } = await read({ page, incidents: [incident(two)] });
    expect(warnings).toEqual([]);
    expect(documents).toMatchObject([
      {
        sourceKey: 'statuspage-json:page1-inc1',
        incidentId: 'page1-inc1',
        complete: true,
        statedAt: { latest: '2025-03-04T10:30:00.000Z' },
        title: { en: 'Elevated errors' },
      },
    ]);
    expect(documents[0]?.claims.map(({ type, item }) => `${type} ${item}`)).toEqual([
      'Declared incident',
      'SeverityAssigned incident',
      'StatusPublished update u1',
      'StatusPublished update u2',
    ]);
  });

  it('shows an update when it is displayed, and states it when it was created', async () => {
    const moved = update('u1', 'investigating', 20, { display_at: '2025-03-04T04:05:00.5-05:00' });
    const [told] = ofType(await claimsOf(incident([moved])), 'StatusPublished');
    expect(told).toMatchObject({
      occurredAt: { earliest: '2025-03-04T09:05:00.500Z', latest: '2025-03-04T09:05:00.500Z' },
      statedAt: { earliest: '2025-03-04T10:20:00.000Z', latest: '2025-03-04T10:20:00.000Z' },
      data: { status: 'investigating', text: { en: 'Body of u1.' } },
      source: {
        kind: 'status-page',
        name: 'page1',
        url: 'https://stspg.io/inc1',
        locator: 'update u1',
      },
    });
  });

  it('claims no impact of the page’s period', async () => {
    const claims = await claimsOf(
      incident(two, { resolved_at: '2025-03-04T10:30:00.000Z', impact: 'critical' }),
    );
    expect(claims.filter(({ type }) => type.startsWith('Impact'))).toEqual([]);
    expect(ofType(claims, 'Resolved')).toEqual([]);
    expect(ofType(claims, 'SeverityAssigned')[0]?.data.level).toBe('critical');
  });

  it('reads what updates publish of components: hit and well again by the times displayed', async () => {
    const updates = [
      update('u1', 'investigating', 2, {
        affected_components: [
          affected('b', 'operational', 'partial_outage'),
          affected('a', 'operational', 'operational'),
        ],
      }),
      update('u2', 'identified', 5, {
        affected_components: [
          affected('b', 'partial_outage', 'major_outage'),
          { name: 'No components were affected by this update.' },
        ],
      }),
      update('u3', 'monitoring', 9, {
        affected_components: [affected('b', 'major_outage', 'operational')],
      }),
      update('u4', 'investigating', 12, {
        affected_components: [affected('b', 'operational', 'degraded_performance')],
      }),
    ];
    const claims = await claimsOf(incident(updates));
    const told = claims.flatMap(({ type, data, occurredAt, item }) =>
      type.startsWith('Impact') ? [[type, data, occurredAt.latest?.slice(14, 16), item]] : [],
    );
    const component = 'Component b';
    const second = { impactId: 'main, time 2', component, degree: 'degraded' };
    expect(told).toEqual([
      [
        'ImpactStarted',
        { impactId: 'main', component, degree: 'partial' },
        '02',
        'update u1, component b',
      ],
      [
        'ImpactChanged',
        { impactId: 'main', component, degree: 'full' },
        '05',
        'update u2, component b',
      ],
      ['ImpactEnded', { impactId: 'main', component }, '09', 'update u3, component b'],
      ['ImpactStarted', second, '12', 'update u4, component b'],
    ]);
    expect(ofType(claims, 'StatusPublished')[0]?.data.components).toEqual([
      { name: 'Component b', status: 'partial_outage' },
      { name: 'Component a', status: 'operational' },
    ]);
  });

  it('takes from the list of components what no update tells', async () => {
    const listed = (status: string, group = false): Json => ({
      id: 'c',
      name: 'CDN',
      status,
      group,
    });
    const started = (claims: readonly Claim[]) => ofType(claims, 'ImpactStarted')[0]?.data;
    expect(
      started(await claimsOf(incident(two, { components: [listed('major_outage')] }))),
    ).toEqual({
      impactId: 'main',
      component: 'CDN',
    });
    const open = incident(two.slice(0, 1), { components: [listed('major_outage')] });
    expect(started(await claimsOf(open))).toMatchObject({ degree: 'full' });
    const quiet = incident(two, { components: [listed('operational')], impact: 'none' });
    expect(started(await claimsOf(quiet))).toBeUndefined();
    const group = incident(two, { components: [listed('major_outage', true)] });
    expect(started(await claimsOf(group))).toBeUndefined();
    const since = update('u1', 'monitoring', 2, {
      affected_components: [affected('c', 'operational', 'major_outage')],
    });
    const claims = await claimsOf(incident([since], { components: [listed('operational')] }));
    expect(ofType(claims, 'ImpactEnded')).toMatchObject([
      { item: 'component c', occurredAt: { earliest: '2025-03-04T10:02:00.000Z' } },
    ]);
  });

  it('reads a maintenance with its window, and no impact', async () => {
    const updates = [
      update('m1', 'scheduled', 1, {
        affected_components: [affected('b', 'operational', 'under_maintenance')],
      }),
      update('m2', 'completed', 50),
    ];
    const planned = {
      impact: 'maintenance',
      scheduled_for: '2025-03-05T01:00:00+01:00',
      scheduled_until: '2025-03-05T02:00:00+01:00',
      components: [
        { id: 'z', name: 'Zeta', status: 'operational' },
        { id: 'b', name: 'Beta', status: 'operational' },
      ],
    };
    const claims = await claimsOf({ page, scheduled_maintenances: [incident(updates, planned)] });
    expect(ofType(claims, 'Declared')[0]?.data.kind).toBe('maintenance');
    expect(ofType(claims, 'MaintenanceScheduled')[0]?.data).toEqual({
      window: { from: '2025-03-05T00:00:00.000Z', to: '2025-03-05T01:00:00.000Z' },
      components: ['Beta', 'Zeta'],
    });
    expect(claims.some(({ type }) => type.startsWith('Impact'))).toBe(false);
    const wrong = await read(incident(updates, { ...planned, scheduled_until: null }));
    expect(messages(wrong)).toEqual([
      'line 1, scheduled_for: the planned window has no start before its end; no claim is made of it',
    ]);
  });

  it('takes an incident during which components are under maintenance for an incident', async () => {
    const updates = [
      update('u1', 'investigating', 1, {
        affected_components: [affected('b', 'operational', 'under_maintenance')],
      }),
    ];
    const kindOf = async (value: unknown): Promise<string | undefined> =>
      ofType(await claimsOf(value), 'Declared')[0]?.data.kind;
    expect(await kindOf(incident(updates, { impact: 'maintenance' }))).toBe('incident');
    expect(await kindOf(incident([], { impact: 'maintenance', status: 'completed' }))).toBe(
      'maintenance',
    );
  });

  it('says what the fields tell and no update does', async () => {
    const fields = {
      status: 'resolved',
      monitoring_at: '2025-03-04T10:10:00.000Z',
      resolved_at: '2025-03-04T10:20:00.000Z',
    };
    const told = ofType(await claimsOf(incident(two.slice(0, 1), fields)), 'StatusPublished');
    expect(told.map(({ item, data }) => `${item} ${data.status}`)).toEqual([
      'update u1 investigating',
      'monitoring_at monitoring',
      'resolved_at resolved',
    ]);
    const status = ofType(
      await claimsOf(incident([], { status: 'identified' })),
      'StatusPublished',
    );
    expect(status).toMatchObject([{ item: 'status', data: { status: 'identified' } }]);
  });

  it('reads a post mortem that is an update, and one in a field of its own', async () => {
    const body = '## Timeline\n* 09:51 UTC: incident begins\n* 10:02 UTC: service restored\n';
    const updates = [...two, update('u3', 'postmortem', 55, { body })];
    for (const value of [
      incident(updates, { status: 'postmortem' }),
      incident(two, { postmortem_body: body, postmortem_published_at: '2025-03-04T10:55:00Z' }),
    ]) {
      const claims = await claimsOf(value);
      expect(ofType(claims, 'PostmortemPublished')).toHaveLength(1);
      expect(ofType(claims, 'ImpactStarted')[0]?.occurredAt.earliest).toBe(
        '2025-03-04T09:51:00.000Z',
      );
    }
    const draft = await read(
      incident(two, { postmortem_body: body, postmortem_published_at: null }),
    );
    expect(messages(draft)).toEqual([
      'line 1, postmortem_body: this post mortem is not published; it is left out',
    ]);
  });

  it('puts times of a later post mortem that name no day on that of the incident', async () => {
    const claims = await claimsOf(
      incident(two, {
        postmortem_body: 'Between 09:51 and 10:02 UTC requests failed.',
        postmortem_published_at: '2025-03-07T10:55:00Z',
      }),
    );
    const times = [...ofType(claims, 'ImpactStarted'), ...ofType(claims, 'ImpactEnded')];
    expect(times.map(({ occurredAt }) => occurredAt.earliest)).toEqual([
      '2025-03-04T09:51:00.000Z',
      '2025-03-04T10:02:00.000Z',
    ]);
  });

  it('reads a post mortem of the last day that there is', async () => {
    const last = '9999-12-31T23:00:00Z';
    const open = { created_at: last, display_at: last };
    const claims = await claimsOf(
      incident([update('u1', 'investigating', 2, open)], {
        postmortem_body: 'Between 09:51 and 10:02 UTC requests failed.',
        postmortem_published_at: '9999-12-31T23:30:00Z',
      }),
    );
    expect(ofType(claims, 'PostmortemPublished')).toHaveLength(1);
  });

  it('reads bodies in HTML, and keeps what was published to the letter', async () => {
    const html =
      '<h2>Timeline</h2><ul><li>09:51 UTC: incident begins</li><li>10:02 UTC: service restored</li></ul>';
    const said = '<p><b>Requests</b> failed between 09:51 and 10:02 UTC.</p><p>Sorry.</p>';
    const updates = [
      update('u1', 'resolved', 30, { body: said }),
      update('u2', 'postmortem', 55, { body: html }),
    ];
    const claims = await claimsOf(incident(updates));
    expect(ofType(claims, 'StatusPublished')[0]?.data.text).toEqual({ en: said });
    const times = (['ImpactStarted', 'Restored'] as const).flatMap((type) =>
      ofType(claims, type).map(
        ({ source, occurredAt }) => `${source.kind} ${occurredAt.earliest?.slice(11, 16)}`,
      ),
    );
    expect(times).toEqual(['status-page 09:51', 'postmortem 09:51', 'postmortem 10:02']);
  });

  it('takes a webhook for a part of the incident', async () => {
    const { documents } = await read({
      meta: { unsubscribe: 'https://status.acme.test/u' },
      page: { id: 'page1', status_indicator: 'major' },
      incident: incident(two.slice(1), { page_id: undefined, resolved_at: two[1]?.['created_at'] }),
    });
    expect(documents).toMatchObject([{ sourceKey: 'statuspage-json:page1-inc1', complete: false }]);
    expect(ofType(documents[0]?.claims ?? [], 'StatusPublished')).toHaveLength(1);
  });

  it('reads the webhook of a component into a stream of the component’s own', async () => {
    const webhook = {
      meta: {},
      page: { id: 'page1' },
      component_update: {
        id: 'cu1',
        component_id: 'c',
        created_at: '2025-03-04T10:12:00Z',
        old_status: 'operational',
        new_status: 'major_outage',
      },
      component: { id: 'c', name: 'CDN', status: 'major_outage' },
    };
    const { documents } = await read(webhook);
    expect(documents).toMatchObject([
      {
        incidentId: 'page1-component-c',
        complete: false,
        claims: [
          { item: 'update cu1', data: { components: [{ name: 'CDN', status: 'major_outage' }] } },
        ],
      },
    ]);
    const lacking = await read({ ...webhook, component_update: { id: 'cu1' } });
    expect(lacking.leftOut).toHaveLength(1);
  });

  it('finds the page that stands behind its incidents', async () => {
    const bare = incident(two, { page_id: undefined });
    const { documents } = await read({ incidents: [bare], page });
    expect(documents.map(({ sourceKey }) => sourceKey)).toEqual(['statuspage-json:page1-inc1']);
  });

  it('reads summary.json, and says what of it is of no incident', async () => {
    const summary = {
      page,
      components: [{ id: 'c', name: 'CDN', status: 'operational', position: 1 }],
      incidents: [incident(two)],
      scheduled_maintenances: [incident([update('m1', 'scheduled', 1)], { id: 'm' })],
      status: { indicator: 'none', description: 'All Systems Operational' },
    };
    const { documents, leftOut } = await read(summary);
    expect(documents.map(({ incidentId }) => incidentId)).toEqual(['page1-inc1', 'page1-m']);
    expect(leftOut).toEqual([
      {
        place: 'line 1, components',
        reason: 'how components are at present is of no incident',
      },
    ]);
  });

  it('reads documents that stand in a list, each with its own page', async () => {
    const { page_id: _, ...bare } = incident(two);
    const { documents } = await read([
      { page, incidents: [bare] },
      { page: { ...page, id: 'page2' }, incidents: [], scheduled_maintenances: [bare] },
      { meta: {}, page: { id: 'page3' }, incident: bare },
    ]);
    expect(documents.map(({ incidentId, complete }) => [incidentId, complete])).toEqual([
      ['page1-inc1', true],
      ['page2-inc1', true],
      ['page3-inc1', false],
    ]);
    const pages = await read([[incident(two)], [incident(two, { id: 'inc2' })]]);
    expect(pages.documents.map(({ incidentId }) => incidentId)).toEqual([
      'page1-inc1',
      'page1-inc2',
    ]);
  });

  it('keeps what was written for Twitter, and says what nothing is read of', async () => {
    const told = update('u1', 'investigating', 2, { custom_tweet: 'We are on it', tweet_id: 1 });
    const { documents, leftOut } = await read(incident([told], { metadata: { jira: 'A-1' } }));
    const [note] = ofType(documents[0]?.claims ?? [], 'NoteAdded');
    expect(note).toMatchObject({
      item: 'update u1, tweet',
      data: { text: { en: 'We are on it' } },
      occurredAt: { earliest: '2025-03-04T10:02:00.000Z' },
    });
    expect(leftOut.map(({ place }) => place)).toEqual(['line 1, metadata']);
  });

  it('is not that of others, who have incidents in lists of the same name', async () => {
    const other = {
      id: 'P1',
      type: 'incident',
      status: 'resolved',
      created_at: '2025-01-01T00:00:00Z',
    };
    const { documents, leftOut, errors } = await read({ incidents: [other] });
    expect([documents, errors.map(({ _tag }) => _tag)]).toEqual([[], ['OtherShape']]);
    expect(leftOut[0]?.place).toBe('incidents[0]');
    const wrapped = await read({ data: { page, incidents: [incident(two)] } });
    expect(wrapped.documents.map(({ incidentId }) => incidentId)).toEqual(['page1-inc1']);
  });

  it('says so when there is nothing, or something else, or no JSON', async () => {
    expect(messages(await read({ page, incidents: [] }))).toEqual([
      'document: the document lists no incident',
    ]);
    for (const other of [{}, [], [1], { id: 1, status: 'x' }]) {
      expect((await read(other)).errors).toMatchObject([{ _tag: 'OtherShape' }]);
    }
    const single = await read({ page, incidents: incident(two) });
    expect(single.errors).toMatchObject([{ _tag: 'OtherShape' }]);
    expect(messages(single)[0]).toMatch(/^line 1, incidents: expected a list, got /);
    const broken = await readAll(
      statuspageJson,
      JSON.stringify({ page, incidents: [incident(two)] }).slice(0, -2),
    );
    expect(broken.documents).toHaveLength(1);
    expect(broken.errors).toMatchObject([{ _tag: 'NotJson', place: 'line 1' }]);
    const zone = await readAll(statuspageJson, '{}', { zone: 'Mars/Olympus' });
    expect(zone.errors).toMatchObject([{ _tag: 'UnknownZone' }]);
  });

  it('names the place of a field of another shape, and reads the rest', async () => {
    const odd = incident([update('u1', 'investigating', 2, { body: 7, display_at: 'yesterday' })], {
      components: 'none',
    });
    const result = await read({
      page,
      incidents: [incident(two, { id: 'ok' }), odd, { id: 4, impact: 'minor' }],
    });
    expect(messages(result)).toEqual([
      'incidents[1].incident_updates[0].display_at: expected an ISO 8601 time with Z or an offset, got "yesterday"',
      'incidents[1].incident_updates[0].body: expected text, got 7',
      'incidents[1].components: expected a list, got "none"',
      'incidents[2]: the incident has no list of updates',
    ]);
    expect(result.leftOut).toEqual([
      { place: 'incidents[2]', reason: 'the incident has no time of creation' },
    ]);
    expect(result.documents).toHaveLength(2);
  });

  it('takes nothing to be withdrawn when an update could not be read', async () => {
    const lacking = incident([...two, { id: 'u3' }, update('u1', 'monitoring', 40)]);
    const result = await read(lacking);
    expect(result.documents).toMatchObject([{ complete: false }]);
    expect(messages(result)).toEqual([
      'line 1, incident_updates[1]: the update has no time and is left out',
      'line 1, incident_updates[3]: the id u1 is that of another update too; this one is left out',
    ]);
  });

  it('is recognised by its beginning', () => {
    for (const [value, sure] of [
      [{ page, incidents: [incident(two)] }, 0.95],
      [{ kind: 'incident', seen: 'x', doc: incident(two) }, 0.95],
      [{ page, incidents: [] }, 0.8],
      [{ meta: {}, component_update: {} }, 0.9],
      [{ incidents: [{ id: 'P1' }] }, 0],
    ] as const) {
      expect(statuspageJson.recognise(JSON.stringify(value))).toBe(sure);
    }
    expect(statuspageJson.recognise('resolved Dec 17 "incident_updates":')).toBe(0);
  });
});

describe('TSR-1023 as JSON', () => {
  it('gives the durations that its text gives', async () => {
    const text = readFileSync(new URL('../../../examples/tsr-1023.txt', import.meta.url), 'utf8');
    const bodies = text.split(/^- (?:investigating|monitoring|resolved|postmortem) .*$/m).slice(1);
    const statuses = ['investigating', 'monitoring', 'resolved', 'postmortem'];
    const times = ['17T10:12', '17T10:14', '17T10:18', '18T08:24'];
    const updates = statuses.map((status, index) => {
      const at = `2024-12-${times[index]}:00.000Z`;
      const body = bodies[index]?.trim() ?? '';
      return { id: `u${index}`, status, body, created_at: at, updated_at: at, display_at: at };
    });
    const { documents } = await read(
      incident(updates, { created_at: '2024-12-17T10:12:00.000Z', started_at: null }),
    );
    const ledger = createLedger({ store: memoryStore() });
    for (const document of documents) await orThrow(ledger.record(document));
    const views = await orThrow(ledger.view(documents[0]?.incidentId ?? ('' as never), durations));
    const minutes = Object.fromEntries(
      views.map(({ name, ms }) => [name, ms === null ? null : ms / 60_000]),
    );
    expect(minutes).toMatchObject({
      'latent-fault': 21,
      'time-to-mobilise': 4,
      'time-to-restore': 11,
      'disclosure-lag': 21,
      'restore-to-disclosure': 10,
      'published-duration': 6,
    });
  });
});
