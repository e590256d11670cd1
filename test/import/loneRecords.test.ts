import { describe, expect, it } from '@jest/globals';
import type { Importer } from '../../src/import/importer.ts';
import { incidentIo } from '../../src/import/incident-io/incidentIo.ts';
import { opsgenie } from '../../src/import/opsgenie/opsgenie.ts';
import { pagerduty } from '../../src/import/pagerduty/pagerduty.ts';
import { incidentId } from '../../src/index.ts';
import * as io from './fixtures/incidentIo.ts';
import { loneLog } from './fixtures/opsgenie.ts';
import { loneNote, post, resolved } from './fixtures/pagerduty.ts';
import { importing, readValue } from './imported.ts';

/** The claims in short, incident by incident. */
const told = async (
  importer: Importer,
  value: unknown,
  options = {},
): Promise<readonly string[]> => {
  const { documents } = await readValue(importer, value, options);
  return documents.flatMap(({ incidentId: of, claims }) =>
    claims.map(({ type, item }) => `${of} ${type} ${item}`),
  );
};

const withoutIncident = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'incident_id'));

describe('records that name no incident', () => {
  const lone: readonly (readonly [string, Importer, unknown, string])[] = [
    ['notes of PagerDuty', pagerduty, { notes: [loneNote] }, 'NoteAdded PNOTE09'],
    ['a log of Opsgenie', opsgenie, loneLog, 'Acknowledged log/1723284300123_1'],
    [
      'updates of incident.io',
      incidentIo,
      { incident_updates: io.updates.map(withoutIncident) },
      'StatusPublished',
    ],
    [
      'follow-ups of incident.io',
      incidentIo,
      { follow_ups: io.followUps.map(withoutIncident) },
      'ActionProposed',
    ],
  ];

  it.each(lone)(
    '%s, are left out, or read into the incident asked for',
    async (_, importer, value, first) => {
      const { documents, leftOut } = await readValue(importer, value);
      expect([documents.length, leftOut.length > 0]).toEqual([0, true]);
      const lines = await told(importer, value, { incident: incidentId('INC-7') });
      expect(lines[0]).toContain(`INC-7 ${first}`);
    },
  );

  it('are the same when the incident is asked for by the vendor’s id', async () => {
    const { documents } = await readValue(
      pagerduty,
      { notes: [loneNote] },
      { incident: incidentId('pagerduty-PT4KHLK') },
    );
    expect(documents).toMatchObject([
      { incidentId: 'pagerduty-PT4KHLK', sourceKey: 'pagerduty:notes/PT4KHLK' },
    ]);
    const { take } = importing();
    const both = { incident: { ...resolved, id: 'PT4KHLK' }, notes: [loneNote] };
    expect((await take(pagerduty, both))[0]).toBeGreaterThan(1);
    expect(
      await take(pagerduty, { notes: [{ ...loneNote, incident: { id: 'PT4KHLK' } }] }),
    ).toEqual([0, 1, 0, 0, 0]);
  });

  it('belong to the incident that they stand in, or beside, one value after the other', async () => {
    const bare = (id: string) => ({
      ...resolved,
      id,
      notes: [{ ...loneNote, id: `N-${id}` }],
    });
    const beside = (id: string) => ({
      notes: [{ ...loneNote, id: `N-${id}` }],
      incident: { ...resolved, id },
    });
    for (const value of [
      [bare('P1'), beside('P2')],
      `${JSON.stringify(bare('P1'))}\n${JSON.stringify(beside('P2'))}`,
    ]) {
      const lines = await told(pagerduty, value);
      expect(lines).toContain('pagerduty-P1 NoteAdded N-P1');
      expect(lines).toContain('pagerduty-P2 NoteAdded N-P2');
    }
  });
});

describe('posts of PagerDuty’s status pages', () => {
  it('are what the page says of the incident that they are linked to', async () => {
    const { documents, leftOut } = await readValue(pagerduty, { posts: [post], more: false });
    expect(documents.map(({ sourceKey, complete }) => [sourceKey, complete])).toEqual([
      ['pagerduty:status-page-post/PPOST01', true],
      ['pagerduty:post-updates/PT4KHLK', false],
    ]);
    const claims = documents.flatMap((document) => document.claims);
    expect(claims.map(({ type, occurredAt }) => `${type} ${occurredAt.earliest ?? ''}`)).toEqual([
      'Declared 2024-05-06T10:45:00.000Z',
      'PostmortemPublished 2024-05-07T09:00:00.000Z',
      'StatusPublished 2024-05-06T11:00:00.000Z',
      'SeverityAssigned 2024-05-06T11:00:00.000Z',
      'StatusPublished 2024-05-06T10:45:00.000Z',
      'SeverityAssigned 2024-05-06T10:45:00.000Z',
    ]);
    expect(claims[4]?.data).toEqual({
      status: 'investigating',
      audience: 'public',
      components: [{ name: 'Checkout', status: 'outage' }],
      text: { en: 'We look into it.\n\nMore in an hour.' },
    });
    // Somebody can set when it was reported, so that nothing says when it was said.
    expect(claims.every(({ statedAt, source }) => !statedAt && source.kind === 'status-page')).toBe(
      true,
    );
    expect(leftOut).toMatchObject([{ place: 'posts[0].updates[2]' }]);
  });

  it('are streams of their own when they are linked to none, as their updates by themselves are', async () => {
    const { linked_resource: _, ...unlinked } = post;
    const planned = {
      ...unlinked,
      post_type: 'maintenance',
      starts_at: '2024-05-06T12:00:00Z',
      ends_at: '2024-05-06T13:00:00Z',
    };
    const lines = await told(pagerduty, { post: planned });
    expect(lines).toContain('pagerduty-page-PPOST01 MaintenanceScheduled window');
    const updates = post.updates.map((update) => ({ ...update, post: { id: 'PPOST01' } }));
    const alone = await readValue(pagerduty, { post_updates: updates });
    const [whole] = (await readValue(pagerduty, { post: unlinked })).documents.slice(1);
    expect(alone.documents.map(({ sourceKey }) => sourceKey)).toEqual([whole?.sourceKey]);
  });

  it('of which only references to updates are given say that times are missing', async () => {
    const { documents, warnings } = await readValue(pagerduty, {
      post: {
        ...post,
        postmortem: null,
        updates: [{ id: 'PUP01', type: 'status_page_post_update' }],
      },
    });
    expect(documents.map(({ claims }) => claims.length)).toEqual([0]);
    expect(warnings).toMatchObject([{ message: expect.stringContaining('with its updates') }]);
  });
});

describe('alerts and escalations of incident.io', () => {
  it('are an incident of its own, and the course of the incident that it names', async () => {
    expect(await told(incidentIo, { alerts: [io.alert] })).toEqual([
      `incident-io-alert-${io.alert.id} AlertRaised created_at`,
      `incident-io-alert-${io.alert.id} Resolved resolved_at`,
      `incident-io-alert-${io.alert.id} NoteAdded details`,
    ]);
    const { take, see } = importing();
    await take(incidentIo, { escalations: [io.escalation] });
    const { milestones, incident } = await see('incident-io-01INCIDENT');
    expect(milestones['acknowledged']).toBe('2024-08-09T08:04:00.000Z');
    expect(incident).toMatchObject({ severity: { 'incident-io-priority': 'P1' } });
  });

  it('of no incident go to the alert, else by themselves', async () => {
    const alone = { ...io.escalation, related_incidents: [] };
    const [first] = await told(incidentIo, alone);
    expect(first).toContain(`incident-io-alert-${io.alert.id} `);
    const [own] = await told(incidentIo, { ...alone, related_alerts: [] });
    expect(own).toContain(`incident-io-escalation-${io.escalation.id} `);
  });

  it('come in webhooks, too; what was only sent has no id', async () => {
    const type = 'public_alert.alert_created_v1';
    expect((await told(incidentIo, { event_type: type, [type]: io.alert }))[0]).toContain(
      'AlertRaised',
    );
    const { id: _, ...sent } = io.alert;
    const { leftOut } = await readValue(incidentIo, sent);
    expect(leftOut).toMatchObject([{ reason: expect.stringContaining('no id') }]);
  });
});
