import { describe, expect, it } from '@jest/globals';
import { opsgenie } from '../../src/import/opsgenie/opsgenie.ts';
import { actOf } from '../../src/import/opsgenie/actOf.ts';
import { alert, incident, webhook } from './fixtures/opsgenie.ts';
import { importing, readValue } from './imported.ts';

const ALERT = `opsgenie-${alert.id}`;
const INCIDENT = `opsgenie-${incident.id}`;
const WEBHOOK = 'opsgenie-052652ac-5d1c-464a-812a-7dd18bbfba8c';
const MINUTE = 60_000;

describe('alerts of Opsgenie', () => {
  it('give durations; the first acknowledgement counts, the report and the log tell of one', async () => {
    const { take, see, claims, timeline } = importing();
    await take(opsgenie, { data: alert, took: 0.1, requestId: 'r' });
    const { durations, incident: view } = await see(ALERT);
    expect(durations).toEqual({
      'alert-to-acknowledge': 4 * MINUTE,
      'time-to-resolve': 20 * MINUTE,
    });
    expect(view).toMatchObject({ status: 'resolved', severity: { 'opsgenie-priority': 'P2' } });
    expect((await claims(ALERT)).contradictions).toEqual([]);
    const acks = (await timeline(ALERT)).filter(({ type }) => type === 'Acknowledged');
    expect(acks.map(({ sources }) => sources.length)).toEqual([2, 1]);
  });

  it('add nothing when they are imported again', async () => {
    const { take } = importing();
    const value = { data: [alert, incident] };
    const [added] = await take(opsgenie, value);
    expect(await take(opsgenie, value)).toEqual([0, added, 0, 0, 0]);
  });

  it('withdraw a closing when a later version is open again', async () => {
    const { take, see } = importing();
    const { logs: _, notes: __, ...record } = alert;
    await take(opsgenie, { data: record });
    const open = { ...record, status: 'open', report: { ackTime: 240_000 } };
    expect((await take(opsgenie, { data: open })).slice(2)).toEqual([0, 1, 0]);
    expect((await see(ALERT)).incident.status).toBe('open');
  });

  it('say by their status alone only that it had happened by then', async () => {
    const { logs: _, notes: __, report: ___, ...record } = alert;
    const { documents } = await readValue(opsgenie, { data: record });
    const ends = documents[0]?.claims.filter(
      ({ type }) => type === 'Acknowledged' || type === 'Resolved',
    );
    expect(ends?.map(({ occurredAt }) => occurredAt)).toEqual([
      { latest: alert.updatedAt },
      { latest: alert.updatedAt },
    ]);
  });

  it('leave owners out, who are mail addresses', async () => {
    const { documents, leftOut } = await readValue(opsgenie, { data: alert });
    expect(leftOut.map(({ place }) => place)).toEqual(['line 1, data.owner']);
    expect(JSON.stringify(documents)).not.toContain('@example.com');
  });
});

describe('incidents of Opsgenie', () => {
  it('give durations from the impact that people set and the timeline', async () => {
    const { take, see, impact } = importing();
    await take(opsgenie, { data: incident });
    const { durations, milestones, incident: view } = await see(INCIDENT);
    expect(durations).toEqual({ 'time-to-detect': 10 * MINUTE, 'time-to-resolve': 70 * MINUTE });
    expect(milestones).toMatchObject({
      acknowledged: '2023-09-20T13:35:00.000Z',
      impactEnded: '2023-09-20T14:20:00.000Z',
      closed: '2023-09-21T09:00:00.000Z',
    });
    expect(view).toMatchObject({ status: 'closed', title: { und: 'Login fails' }, reference: '2' });
    expect((await impact(INCIDENT)).downtimeMs).toBe(60 * MINUTE);
  });
});

describe('webhooks of Opsgenie', () => {
  it('have nanoseconds beyond what a number holds', async () => {
    const { take, see } = importing();
    const lines = [
      webhook('Create', '1420452191104002246'),
      webhook('Acknowledge', '1420452193166002000'),
      webhook('Close', '1420452224764002246'),
    ];
    expect(await take(opsgenie, lines.join('\n'))).toEqual([3, 0, 0, 0, 0]);
    expect((await see(WEBHOOK)).durations).toEqual({
      'alert-to-acknowledge': 2062,
      'time-to-resolve': 33_660,
    });
    const { documents } = await readValue(opsgenie, lines.join('\n'));
    expect(documents[0]?.claims.map(({ occurredAt }) => occurredAt.written)).toEqual([
      '1420452191104',
      '1420452193166002000',
      '1420452224764002246',
    ]);
  });
});

describe('the words of a log', () => {
  it.each([
    ['Alert acknowledged via web', 'acknowledged'],
    ['Alert unacknowledged', 'unacknowledged'],
    ['UnAcknowledge', 'unacknowledged'],
    ['Alert created via Default API', 'created'],
    ['Close', 'closed'],
    ['Responder Alert Acked', 'acknowledged'],
    ['Incident Resolved', 'resolved'],
    ['Sent notification that the alert was closed', null],
    ['Acknowledgement policy applied', null],
  ])('%j say %s', (words, act) => {
    expect(actOf(words)).toBe(act);
  });
});
