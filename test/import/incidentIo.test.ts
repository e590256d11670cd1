import { describe, expect, it } from '@jest/globals';
import { incidentIo } from '../../src/import/incident-io/incidentIo.ts';
import { timestampEvent } from '../../src/import/incident-io/timestampEvent.ts';
import {
  followUps,
  incident,
  pageIncident,
  pageMaintenance,
  statusChange,
  updates,
} from './fixtures/incidentIo.ts';
import { asText, importing, readValue } from './imported.ts';
import { ofType } from './read.ts';

const ID = 'incident-io-01INC';
const PAGE = 'incident-io-page-01PAGE';
const MINUTE = 60_000;
const meta = { pagination_meta: { page_size: 25 } };
const claimsOf = async (value: unknown) =>
  (await readValue(incidentIo, value)).documents.flatMap(({ claims }) => claims);

describe('incidents of incident.io', () => {
  it('give durations from the timestamps that people set', async () => {
    const { take, see, claims } = importing();
    await take(incidentIo, { incidents: [incident], ...meta });
    await take(incidentIo, { incident_updates: updates, ...meta });
    const { durations, milestones, incident: view } = await see(ID);
    expect(durations).toEqual({
      'time-to-detect': 10 * MINUTE + 500,
      'time-to-fix': 60 * MINUTE,
      'time-to-resolve': 80 * MINUTE,
    });
    expect(milestones).toMatchObject({
      acknowledged: '2024-03-04T09:12:00.000Z',
      causeIdentified: '2024-03-04T09:40:00.000Z',
      closed: '2024-03-05T08:00:00.000Z',
    });
    expect(view).toMatchObject({
      status: 'closed',
      reference: 'INC-7',
      kind: 'incident',
      episodes: 1,
    });
    const { contradictions, periods } = await claims(ID);
    expect(contradictions).toEqual([]);
    expect(periods.map(({ statedMs, ms }) => [statedMs, ms])).toEqual([[80 * MINUTE, 80 * MINUTE]]);
  });

  it('add nothing when they are imported again', async () => {
    const { take } = importing();
    const value = {
      incidents: [incident],
      incident_updates: updates,
      follow_ups: followUps,
      ...meta,
    };
    const [added] = await take(incidentIo, value);
    expect(await take(incidentIo, value)).toEqual([0, added, 0, 0, 0]);
    const nested = { incident: { ...incident, incident_updates: updates, follow_ups: followUps } };
    expect(await take(incidentIo, nested)).toEqual([0, added, 0, 0, 0]);
  });

  it('correct a timestamp that was changed, and withdraw one that was cleared', async () => {
    const { take, see } = importing();
    await take(incidentIo, { incident });
    const values = incident.incident_timestamp_values.map((value) =>
      JSON.stringify(value).includes('Impact started')
        ? { ...value, value: { value: '2024-03-04T08:50:00Z' } }
        : value,
    );
    const later = {
      ...incident,
      incident_timestamp_values: values,
      updated_at: '2024-03-06T08:00:00Z',
    };
    expect((await take(incidentIo, { incident: later })).slice(2)).toEqual([1, 0, 0]);
    expect((await see(ID)).durations['time-to-fix']).toBe(70 * MINUTE);
    const cleared = { ...later, incident_timestamp_values: values.slice(1) };
    expect((await take(incidentIo, { incident: cleared })).slice(2)).toEqual([0, 1, 0]);
    expect((await see(ID)).milestones['fixApplied']).toBeUndefined();
  });

  it.each([
    ['test', 'exercise'],
    ['tutorial', 'exercise'],
    ['standard', 'incident'],
    ['retrospective', 'incident'],
  ])('of mode %s are declared as %s', async (mode, kind) => {
    const declared = ofType(await claimsOf({ incident: { ...incident, mode } }), 'Declared');
    expect(declared.map(({ data }) => data.kind)).toEqual([kind, kind]);
    expect(declared[0]?.occurredAt.earliest).toBe(
      mode === 'retrospective' ? undefined : '2024-03-04T09:10:00.500Z',
    );
  });

  it.each([
    ['declined', { type: 'Cancelled', data: { outcome: 'declined' } }],
    ['canceled', { type: 'Cancelled', data: { outcome: 'false-alarm' } }],
  ])('that were %s are cancelled', async (category, claim) => {
    const status = { id: 'S', name: 'Not one', category };
    const claims = await claimsOf({
      incident: { ...incident, incident_timestamp_values: [], incident_status: status },
    });
    expect(claims).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: claim.type, data: expect.objectContaining(claim.data) }),
      ]),
    );
  });

  it('end when they ended, though the list of their updates comes in pages', async () => {
    for (const pages of [
      [updates.slice(0, 1), updates.slice(1)],
      [updates.slice(1), updates.slice(0, 1)],
    ]) {
      const { take, see } = importing();
      for (const page of pages) await take(incidentIo, { incident_updates: page, ...meta });
      expect((await see(ID)).milestones).toMatchObject({
        resolved: '2024-03-04T10:20:00.000Z',
        closed: '2024-03-05T08:00:00.000Z',
      });
    }
  });

  it('tell by their updates what changed: resolved, opened again, merged', async () => {
    const update = (id: string, minute: string, category: string, more: object = {}) => ({
      id,
      incident_id: '01INC',
      created_at: `2024-03-04T10:${minute}:00Z`,
      new_incident_status: { id: category, name: category, category },
      ...more,
    });
    const claims = await claimsOf({
      incident_updates: [
        update('D', '40', 'merged', { merged_into_incident_id: '01OTHER' }),
        update('C', '30', 'live'),
        update('B', '20', 'learning'),
        update('A2', '15', 'learning'),
        update('A', '10', 'live'),
      ],
    });
    const turns = claims.flatMap(({ type, item }) =>
      type === 'StatusPublished' ? [] : [`${type} ${item}`],
    );
    expect(turns).toEqual(['Resolved A2', 'Reopened C', 'Merged D']);
    expect(ofType(claims, 'Merged')[0]?.data.into).toBe('incident-io-01OTHER');
  });

  it('leave out a duration that is none', async () => {
    const metric = {
      duration_metric: { id: 'DM1', name: 'Lasted' },
      value_seconds: 1e308,
      status: 'success',
    };
    const { leftOut, documents } = await readValue(incidentIo, {
      incident: { ...incident, duration_metrics: [metric] },
    });
    expect(ofType(documents[0]?.claims ?? [], 'ImpactMeasured')).toEqual([]);
    expect(leftOut.map(({ place }) => place)).toEqual([
      'line 1, incident.duration_metrics[0].value_seconds',
    ]);
  });

  it('have follow-ups as actions, each withdrawn or done by itself', async () => {
    const claims = await claimsOf({ follow_ups: followUps });
    expect(claims.map(({ type }) => type)).toEqual([
      'ActionProposed',
      'ActionCompleted',
      'ActionProposed',
      'ActionDropped',
    ]);
    expect(claims[0]).toMatchObject({ data: { owner: { id: '01USER' } } });
    expect(JSON.stringify(claims)).not.toContain('example.com');
  });

  it('come in webhooks too', async () => {
    const type = 'public_incident.incident_created_v2';
    const { documents } = await readValue(incidentIo, { event_type: type, [type]: incident });
    expect(documents.map(({ sourceKey }) => sourceKey)).toEqual(['incident-io:incident/01INC']);
  });
});

describe('status pages of incident.io', () => {
  it('say when which component was hit; overlap counts once, degraded is not down', async () => {
    const { take, see, impact } = importing();
    await take(incidentIo, { status_page_incidents: [pageIncident] });
    expect((await see(PAGE)).durations).toEqual({
      'time-to-detect': 30 * MINUTE,
      'disclosure-lag': 30 * MINUTE,
      'published-duration': 60 * MINUTE,
    });
    const { components, downtimeMs } = await impact(PAGE);
    expect(components.map((one) => [one.component, one.downtimeMs])).toEqual([
      ['SEARCH', 40 * MINUTE],
      ['API', 20 * MINUTE],
    ]);
    expect(downtimeMs).toBe(50 * MINUTE);
  });

  it('plan maintenances, a window once for its components', async () => {
    const planned = ofType(
      await claimsOf({ status_page_maintenance: pageMaintenance }),
      'MaintenanceScheduled',
    );
    expect(planned.map(({ data }) => [data.window.from, data.components])).toEqual([
      ['2024-04-02T01:00:00.000Z', ['API', 'SEARCH']],
      ['2024-04-02T03:00:00.000Z', ['WEB']],
    ]);
    expect(new Set(planned.map(({ happening }) => happening)).size).toBe(2);
  });
});

describe('the name of a timestamp', () => {
  it.each([
    ['Impact started', 'ImpactStarted'],
    ['Impact started at', 'ImpactStarted'],
    ['Customer impact began', 'ImpactStarted'],
    ['Fixed at', 'FixApplied'],
    ['Root cause identified', 'CauseIdentified'],
    ['Canceled at', 'Cancelled'],
    ['Stabilised', 'Mitigated'],
    ['Not resolved', null],
    ['Resolved by customer', null],
    ['', null],
  ])('%j says %s', (name, event) => {
    expect(timestampEvent(name)).toBe(event);
  });
});

describe('webhooks of incident.io', () => {
  it('tell a change of status with its message', async () => {
    const { documents, leftOut } = await readValue(incidentIo, statusChange);
    expect(leftOut).toEqual([]);
    const claims = documents[1]?.claims ?? [];
    expect(claims.map(({ type }) => type)).toEqual(['StatusPublished', 'Resolved', 'Closed']);
    expect(claims[0]).toMatchObject({
      data: { status: 'Closed', audience: 'internal', text: { en: 'The rollback helped' } },
      occurredAt: { earliest: '2024-03-04T10:20:00.000Z' },
    });
  });

  it('that lack the timestamps withdraw none', async () => {
    const { take } = importing();
    await take(incidentIo, incident);
    const later = asText(statusChange).replaceAll('2024-03-04T10:20:00Z', '2024-03-06T10:20:00Z');
    expect((await take(incidentIo, later))[3]).toBe(0);
  });
});

describe('an incident of incident.io that is over', () => {
  it('whose impact has no end says so, and leaves it open', async () => {
    const [fixed, ...others] = incident.incident_timestamp_values;
    const { warnings } = await readValue(incidentIo, {
      ...incident,
      incident_timestamp_values: [fixed, ...others],
    });
    expect(warnings.map(({ place, message }) => `${place}: ${message}`)).toContain(
      'line 1, incident_timestamp_values: it is over, and no timestamp says when its impact ended: that is left open',
    );
    const [impact] = pageIncident.component_impacts;
    const page = { ...pageIncident, component_impacts: [{ ...impact, end_at: null }] };
    const read = await readValue(incidentIo, { ...page, incident_status: 'resolved' });
    expect(read.warnings.map(({ place }) => place)).toEqual(['line 1, component_impacts[0]']);
  });
});

describe('an incident of incident.io in a status of a category of its own', () => {
  it('is under way: it was opened again', async () => {
    const [first] = updates;
    const update = (id: string, time: string, category: string) => ({
      ...first,
      id,
      created_at: time,
      new_incident_status: { id, name: id, category },
    });
    const claims = await claimsOf({
      incident_updates: [
        update('U1', '2024-03-04T10:00:00Z', 'closed'),
        update('U2', '2024-03-04T11:00:00Z', 'active'),
      ],
    });
    expect(ofType(claims, 'Reopened').map(({ item }) => item)).toEqual(['U2']);
  });
});

describe('an incident of incident.io that was reported and declared', () => {
  it('was declared when it says so', async () => {
    const timestamp = (name: string, value: string) => ({
      incident_timestamp: { id: name, name, rank: 1 },
      value: { value },
    });
    const claims = await claimsOf({
      ...incident,
      incident_timestamp_values: [
        timestamp('Reported at', '2024-03-04T09:05:00Z'),
        timestamp('Declared at', '2024-03-04T09:10:00Z'),
      ],
    });
    const declared = ofType(claims, 'Declared').map(({ item }) => item);
    expect(declared).toEqual(['created_at', 'timestamp/Declared at']);
  });
});

describe('incidents of incident.io’s API version 1', () => {
  it('are read by the names of their timestamps, and their status', async () => {
    const { incident_timestamp_values: _, incident_status: __, mode: ___, ...known } = incident;
    const value = {
      ...known,
      mode: 'real',
      status: 'closed',
      timestamps: [
        { name: 'reported', last_occurred_at: '2024-03-04T09:10:00.500Z' },
        { name: 'resolved', last_occurred_at: '2024-03-04T10:20:00Z' },
      ],
    };
    const { documents, leftOut, warnings } = await readValue(incidentIo, { incidents: [value] });
    expect([leftOut, warnings]).toEqual([[], []]);
    const claims = documents[0]?.claims ?? [];
    expect(ofType(claims, 'Resolved').map(({ item }) => item)).toEqual(['timestamp/resolved']);
    expect(ofType(claims, 'Closed').map(({ source }) => source.locator)).toEqual([
      'incidents[0].status',
    ]);
    expect(documents[0]?.complete).toBe(true);
  });
});

describe('what stands beside an incident of incident.io', () => {
  const creator = { user: { id: '01USER' } };
  const action = {
    id: '01ACT',
    incident_id: '01INC',
    description: 'Call the vendor',
    status: 'outstanding',
    assignee: { id: '01USER' },
    labels: ['search'],
    completed_at: null,
    created_at: '2024-03-04T09:30:00Z',
  };
  const document = {
    id: '01DOC',
    incident_id: '01INC',
    title: 'Search was slow',
    document_url: 'https://app.incident.io/acme/post-mortems/1',
    exported_urls: [],
    status: 'completed',
    updated_at: '2024-03-05T09:00:00Z',
  };

  it.each([
    ['an action', action, 'ActionProposed'],
    ['actions', { actions: [action] }, 'ActionProposed'],
    ['follow-ups', { follow_ups: [{ ...action, title: 'Watch it' }] }, 'ActionProposed'],
    ['a post mortem', document, 'PostmortemPublished'],
    ['post mortems', { postmortem_documents: [document] }, 'PostmortemPublished'],
    [
      'a webhook of a post mortem',
      {
        event_type: 'public_incident.postmortem_document_status_updated_v1',
        'public_incident.postmortem_document_status_updated_v1': {
          new_status: 'completed',
          postmortem_document: document,
          previous_status: 'in_review',
        },
      },
      'PostmortemPublished',
    ],
  ])('%s is recognised and read', async (_, value, type) => {
    expect(incidentIo.recognise(JSON.stringify(value))).toBeGreaterThan(0.5);
    const { documents } = await readValue(incidentIo, value);
    expect(documents[0]?.incidentId).toBe(ID);
    expect(documents[0]?.claims[0]?.type).toBe(type);
  });

  it('alerts were raised, and as notes resolved', async () => {
    const alert = {
      id: '01ALERT',
      title: 'CPU is high',
      description: 'Over 75 percent for 5 minutes',
      source_url: 'https://alerts.example.com/1',
      created_at: '2024-03-04T09:05:00Z',
      resolved_at: '2024-03-04T10:10:00Z',
    };
    const value = { incident_alerts: [{ id: '01IA', alert, incident: { id: '01INC' }, creator }] };
    const { documents, leftOut } = await readValue(incidentIo, value);
    expect(documents[0]?.claims.map(({ type, source }) => [type, source.url])).toEqual([
      ['AlertRaised', alert.source_url],
      ['NoteAdded', alert.source_url],
    ]);
    expect(leftOut.map(({ place }) => place)).toEqual(['incident_alerts[0].creator']);
  });
});
