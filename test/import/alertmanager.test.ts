import { describe, expect, it, jest } from '@jest/globals';
import { alertmanager } from '../../src/import/alertmanager/alertmanager.ts';
import { fingerprintOf } from '../../src/import/alertmanager/fingerprintOf.ts';
import { outsideObject } from '../../src/import/json/outsideJson.ts';
import { apiAlert, notification } from './fixtures/alertmanager.ts';
import { asText, importing, readValue } from './imported.ts';
import { ofType } from './read.ts';

const ID = 'alertmanager-c6a1f0b2d3e4f506@2024-07-01T12:00:00.123Z';
const ZERO = '0001-01-01T00:00:00Z';

const statusOf = async (...values: readonly unknown[]): Promise<string> => {
  const { take, see } = importing();
  for (const value of values) await take(alertmanager, value);
  return (await see(ID)).incident.status;
};

describe('alerts of Alertmanager', () => {
  it('are told once by two Alertmanagers that send the same, in whatever order they come again', async () => {
    const { take } = importing();
    const sent = (reason: string, host: string) => ({
      ...notification('firing', ZERO),
      notification_reason: reason,
      externalURL: `http://${host}:9093`,
    });
    const all = [sent('new', 'am-0'), sent('new', 'am-1'), sent('repeat', 'am-0')];
    for (const each of all) await take(alertmanager, each);
    for (const each of all.toReversed()) {
      const [added, , ...changed] = await take(alertmanager, each);
      expect([added, ...changed]).toEqual([0, 0, 0, 0]);
    }
  });

  it('are told as version 1 of the API listed them, too', async () => {
    const { updatedAt: _, ...listed } = {
      ...apiAlert('', ZERO),
      updatedAt: '',
      receivers: ['web'],
    };
    const data = [{ ...listed, status: { state: 'suppressed', silencedBy: ['S1'] } }];
    const { documents, warnings } = await readValue(alertmanager, { status: 'success', data });
    expect(warnings).toEqual([]);
    const notes = ofType(documents[0]?.claims ?? [], 'NoteAdded').map(({ data: { text } }) => text);
    expect(notes).toEqual([
      { en: 'silencedBy: S1' },
      { en: expect.stringContaining('receivers: web') },
    ]);
  });

  it('that are notified and listed are one, and neither changes what the other told', async () => {
    const { take, timeline } = importing();
    const forms = [
      notification('firing', ZERO),
      notification('resolved', '2024-07-01T12:20:00.5Z'),
      [apiAlert('2024-07-01T12:10:00.000Z', '2024-07-01T12:14:00.000Z')],
      [apiAlert('2024-07-01T12:20:01.000Z', '2024-07-01T12:20:00.500Z')],
    ];
    for (const form of forms) await take(alertmanager, form);
    for (const form of forms.toReversed()) {
      const [added, , ...changed] = await take(alertmanager, form);
      expect([added, ...changed]).toEqual([0, 0, 0, 0]);
    }
    const told = (await timeline(ID)).map(({ type, sources }) => [type, sources.length]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['AlertRaised', 2],
        ['Resolved', 2],
      ]),
    );
  });

  it('of one group are read without reading the group again for each of them', async () => {
    const [alert] = notification('firing', ZERO).alerts;
    const alerts = Array.from({ length: 300 }, (_, index) => ({
      ...alert,
      fingerprint: index.toString(16).padStart(16, '0'),
    }));
    const text = JSON.stringify({ ...notification('firing', ZERO), alerts });
    const written = jest.spyOn(JSON, 'stringify');
    const { documents } = await readValue(alertmanager, text);
    const length = written.mock.results.reduce((sum, { value }) => sum + String(value).length, 0);
    written.mockRestore();
    expect(documents).toHaveLength(600);
    expect(length).toBeLessThan(20 * text.length);
  });

  it('run from startsAt to endsAt, of which the digits beyond milliseconds are kept as written', async () => {
    const { take, see, timeline } = importing();
    await take(alertmanager, notification('firing', ZERO));
    await take(alertmanager, notification('resolved', '2024-07-01T12:20:00.500999999Z'));
    expect((await see(ID)).durations).toEqual({ 'time-to-resolve': 20 * 60_000 + 377 });
    expect((await see(ID)).incident.severity).toEqual({ 'alertmanager-severity': 'critical' });
    const entries = await timeline(ID);
    const raised = entries.find(({ type }) => type === 'AlertRaised');
    expect(raised).toMatchObject({ moment: { written: '2024-07-01T12:00:00.123456789Z' } });
  });

  it.each([
    ['a firing notification without an end', 'open', [notification('firing', ZERO)]],
    [
      'a firing notification with a time-out',
      'open',
      [notification('firing', '2024-07-01T12:04:00Z')],
    ],
    ['a resolved notification', 'resolved', [notification('resolved', '2024-07-01T12:04:00Z')]],
    [
      'an end after the last update',
      'open',
      [[apiAlert('2024-07-01T12:10:00.000Z', '2024-07-01T12:14:00.000Z')]],
    ],
    [
      'an end before the last update',
      'resolved',
      [[apiAlert('2024-07-01T12:14:01.000Z', '2024-07-01T12:14:00.000Z')]],
    ],
    [
      'a notification that comes late',
      'resolved',
      [notification('resolved', '2024-07-01T12:04:00Z'), notification('firing', ZERO)],
    ],
  ])('%s leaves it %s', async (_, status, values) => {
    expect(await statusOf(...values)).toBe(status);
  });

  it('are one, whether a webhook or the API tells of it, in a group or not', async () => {
    const alert = apiAlert('2024-07-01T12:10:00.000Z', '2024-07-01T12:14:00.000Z');
    const group = {
      labels: { alertname: 'HighErrorRate' },
      receiver: { name: 'payments' },
      alerts: [alert],
    };
    for (const value of [[alert], [group], notification('firing', ZERO)]) {
      const { documents } = await readValue(alertmanager, value);
      expect(new Set(documents.map(({ incidentId }) => incidentId))).toEqual(new Set([ID]));
    }
  });

  it('add nothing when they are notified again, in one document or in two', async () => {
    const { take } = importing();
    const firing = notification('firing', ZERO);
    const twice = [firing, firing].map(asText).join('\n');
    expect(await take(alertmanager, twice)).toEqual([4, 0, 0, 0, 0]);
    expect(await take(alertmanager, firing)).toEqual([0, 4, 0, 0, 0]);
  });

  it('that were cut off, or have no identity, are left out by name', async () => {
    const firing = notification('firing', ZERO);
    const { leftOut } = await readValue(alertmanager, {
      ...firing,
      truncatedAlerts: 3,
      alerts: firing.alerts.map((alert) => ({ ...alert, labels: {}, fingerprint: '' })),
    });
    expect(leftOut.map(({ place }) => place)).toEqual([
      'line 1, alerts[0]',
      'line 1, truncatedAlerts',
    ]);
  });
});

describe('alerts of an Alertmanager before version 0.17', () => {
  it.each([
    // Fingerprints that an Alertmanager wrote; public samples of notifications hold both.
    [
      'a1bc48475b20e73d',
      { alertname: 'High CPU Temperature', host: 'andromeda', severity: 'critical' },
    ],
    [
      'fbab788ec4c1018b',
      {
        severity: 'Warning',
        alertname: 'Deployment',
        app_kubernetes_io_instance: 'eric-oss-common-base',
        app_kubernetes_io_managed_by: 'Helm',
        app_kubernetes_io_name: 'eric-pm-kube-state-metrics',
        app_kubernetes_io_version: '2.1.0_10',
        chart: 'eric-pm-kube-state-metrics-2.1.0_10',
        deployment: 'eric-log-transformer',
        instance: '192.168.69.53:8080',
        job: 'eric-pm-kube-state-metrics',
        kubernetes_name: 'eric-pm-kube-state-metrics',
        kubernetes_namespace: 'eric-eo-cm-ci406',
        namespace: 'eric-eo-cm-ci406',
      },
    ],
  ])('have the fingerprint %s of their labels', (fingerprint, labels) => {
    expect(fingerprintOf(outsideObject(labels, '', () => {}))).toBe(fingerprint);
  });

  it('are the same as those with a fingerprint', async () => {
    const labels = { alertname: 'High CPU Temperature', host: 'andromeda', severity: 'critical' };
    const of = (more: object): object => {
      const firing = notification('firing', ZERO);
      return {
        ...firing,
        alerts: firing.alerts.map(({ fingerprint: _, ...alert }) => ({
          ...alert,
          labels,
          ...more,
        })),
      };
    };
    const { take } = importing();
    expect((await take(alertmanager, of({})))[0]).toBeGreaterThan(3);
    expect((await take(alertmanager, of({ fingerprint: 'a1bc48475b20e73d' })))[0]).toBe(0);
  });

  it('that have neither labels nor a fingerprint are left out', async () => {
    const { leftOut } = await readValue(alertmanager, [
      { startsAt: ZERO, labels: { alertname: 1 } },
    ]);
    expect(leftOut[0]).toMatchObject({ place: '[0]' });
  });
});

describe('what Grafana adds to an alert', () => {
  it('is kept in its details', async () => {
    const firing = notification('firing', ZERO);
    const alerts = firing.alerts.map((alert) => ({
      ...alert,
      values: { B: 44.2, C: 1 },
      panelURL: 'https://grafana.example.com/d/1?viewPanel=1',
      imageURL: '',
    }));
    const { documents, leftOut } = await readValue(alertmanager, {
      ...firing,
      alerts,
      orgId: 1,
      title: '[FIRING:1]',
    });
    expect(leftOut).toEqual([
      expect.objectContaining({
        place: 'line 1, orgId',
        reason: expect.stringContaining('"orgId"'),
      }),
    ]);
    const details = documents[0]?.claims.find(({ item }) => item === 'details')?.data;
    expect(JSON.stringify(details)).toContain('viewPanel=1');
    expect(JSON.stringify(details)).toContain('44.2');
  });
});
