import { describe, expect, it } from '@jest/globals';
import { gcpStatus } from '../../src/import/gcp-status/gcpStatus.ts';
import { incident } from './fixtures/gcpStatus.ts';
import { importing, readValue } from './imported.ts';
import { ofType } from './read.ts';

const ID = 'gcp-status-ow5i3PPK96RduMcb1SsW';
const MINUTE = 60_000;

describe('incidents of Google Cloud', () => {
  it('tell impact apart from what was published', async () => {
    const { take, see, impact, claims } = importing();
    await take(gcpStatus, [incident]);
    expect((await see(ID)).durations).toEqual({
      'time-to-detect': 25 * MINUTE,
      'time-to-resolve': 140 * MINUTE,
      'disclosure-lag': 25 * MINUTE,
      'published-duration': 125 * MINUTE,
    });
    const { components, severity } = await impact(ID);
    expect(components.map(({ component, downtimeMs }) => [component, downtimeMs])).toEqual([
      ['Google Compute Engine', 140 * MINUTE],
      ['Google Kubernetes Engine', 140 * MINUTE],
    ]);
    expect(severity).toEqual({
      'google-cloud-severity': 'medium',
      'google-cloud-status-impact': 'SERVICE_DISRUPTION',
    });
    expect((await claims(ID)).contradictions).toEqual([]);
  });

  it('of the years before they had ids go by the number that their service gave them', async () => {
    const at = '2017-08-14T10:05:00Z';
    const update = { created: at, modified: at, text: 'We look into it', when: at };
    const { documents, leftOut } = await readValue(gcpStatus, [
      {
        begin: '2017-08-14T10:00:00Z',
        created: at,
        end: '',
        external_desc: 'Requests fail',
        modified: at,
        'most-recent-update': update,
        number: 17007,
        public: true,
        service_key: 'appengine',
        service_name: 'Google App Engine',
        severity: 'medium',
        updates: [],
        uri: '/incident/appengine/17007',
      },
    ]);
    expect(leftOut).toEqual([]);
    expect(documents[0]?.incidentId).toBe('gcp-status-appengine-17007');
    expect(ofType(documents[0]?.claims ?? [], 'StatusPublished')).toHaveLength(1);
  });

  it('have each update once, published when it was created', async () => {
    const { documents } = await readValue(gcpStatus, incident);
    const updates = ofType(documents[0]?.claims ?? [], 'StatusPublished');
    expect(updates.map(({ data, occurredAt }) => [data.status, occurredAt.earliest])).toEqual([
      ['resolved', '2024-06-07T12:30:00.000Z'],
      ['service_disruption', '2024-06-07T10:25:00.000Z'],
    ]);
    expect(updates[1]?.data.mentions).toMatchObject([
      { moment: { earliest: '2024-06-07T10:20:00.000Z' } },
    ]);
  });

  it('are over when they were, whenever the report follows', async () => {
    const { take, see } = importing();
    const created = '2024-06-12T09:00:00+00:00';
    const report = { created, modified: created, when: created, status: 'AVAILABLE' };
    const text = '# Incident Report\n\n## Summary\n\nWe are sorry.';
    const updates = [{ ...report, text }, ...incident.updates];
    await take(gcpStatus, [{ ...incident, modified: created, updates }]);
    expect((await see(ID)).durations).toMatchObject({ 'published-duration': 125 * MINUTE });
  });

  it('of which only the most recent update is given have that', async () => {
    const { updates: _, ...short } = incident;
    const { documents } = await readValue(gcpStatus, [short]);
    expect(ofType(documents[0]?.claims ?? [], 'StatusPublished')).toHaveLength(1);
  });

  it('add nothing when they are imported again, and correct what was changed', async () => {
    const { take, see } = importing();
    const [added] = await take(gcpStatus, [incident]);
    expect(await take(gcpStatus, incident)).toEqual([0, added, 0, 0, 0]);
    const [last, first] = incident.updates;
    const later = {
      ...incident,
      begin: '2024-06-07T09:50:00+00:00',
      modified: '2024-06-08T08:00:00+00:00',
      updates: [last, { ...first, text: 'We were investigating.' }],
    };
    // The start for both products, and the text.
    expect((await take(gcpStatus, [later])).slice(2)).toEqual([3, 0, 0]);
    expect((await see(ID)).durations['disclosure-lag']).toBe(35 * MINUTE);
    expect((await take(gcpStatus, [{ ...later, updates: [last] }])).slice(2)).toEqual([0, 1, 0]);
  });

  it('that go on have no end', async () => {
    const { take, see } = importing();
    const { end: _, ...open } = incident;
    await take(gcpStatus, [
      { ...open, updates: incident.updates.slice(1), most_recent_update: null },
    ]);
    expect((await see(ID)).incident.status).toBe('open');
  });
});

describe('a status of Google Cloud', () => {
  it('that is empty is that of an update', async () => {
    const updates = [{ created: '2024-06-07T10:25:00Z', text: 'x', status: '' }];
    const { documents } = await readValue(gcpStatus, [
      { ...incident, updates, most_recent_update: null },
    ]);
    const published = ofType(documents[0]?.claims ?? [], 'StatusPublished');
    expect(published.map(({ data }) => data.status)).toEqual(['update']);
  });

  it('that is no word known stands as it is, even one that every object has', async () => {
    const updates = [{ created: '2024-06-07T10:25:00Z', text: 'x', status: 'constructor' }];
    const value = { ...incident, updates, most_recent_update: null, status_impact: 'toString' };
    const { documents } = await readValue(gcpStatus, [value]);
    const claims = documents[0]?.claims ?? [];
    expect(ofType(claims, 'StatusPublished').map(({ data }) => data.status)).toEqual([
      'constructor',
    ]);
    expect(ofType(claims, 'ImpactStarted').map(({ data }) => data.degree)).toEqual([
      'unspecified',
      'unspecified',
    ]);
  });
});

describe('incidents of Google Workspace', () => {
  it('stand on its own page', async () => {
    const product = { title: 'Google Meet', id: 'g' };
    const meet = { ...incident, uri: 'incidents/x1', affected_products: [product] };
    const [other, own] = await Promise.all([
      readValue(gcpStatus, meet),
      readValue(gcpStatus, { ...incident, uri: 'incidents/x1' }),
    ]);
    expect(other.documents[0]?.claims[0]?.source).toMatchObject({
      name: 'Google Workspace status',
      url: 'https://www.google.com/appsstatus/dashboard/incidents/x1',
    });
    expect(own.documents[0]?.claims[0]?.source).toMatchObject({
      url: 'https://status.cloud.google.com/incidents/x1',
    });
  });
});
