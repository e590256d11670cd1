import { describe, expect, it } from '@jest/globals';
import { opsgenie } from '../../src/import/opsgenie/opsgenie.ts';
import { actOf } from '../../src/import/opsgenie/actOf.ts';
import { alert, creation, incident, webhook } from './fixtures/opsgenie.ts';
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

  it('that stand twice with other words of the same time are said, the later one taken', async () => {
    const other = { ...alert, message: 'Disk of db-1 is nearly full' };
    const said = async (...data: readonly object[]) =>
      (await readValue(opsgenie, { data })).warnings.map(({ place }) => place);
    expect(await said(alert, other)).toEqual(['data[1]']);
    expect(await said(alert, alert)).toEqual([]);
    expect(await said(alert, { ...other, updatedAt: '2017-05-09T00:00:00Z' })).toEqual([]);
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
    expect(leftOut.map(({ place }) => place)).toEqual([
      'line 1, data.report.acknowledgedBy',
      'line 1, data.owner',
      'line 1, data.source',
      'line 1, data.logs[0].owner',
    ]);
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

  it('go on when the alert of one who was called is closed; a timeline may be called timelines', async () => {
    const { timeline: _, status: __, ...record } = incident;
    const called = {
      id: 'T9',
      group: 'responder',
      type: 'ResponderAlertClosed',
      eventTime: '2023-09-20T13:36:00.000Z',
      title: { type: 'text', content: 'Responder alert closed' },
    };
    const { documents } = await readValue(opsgenie, {
      ...record,
      status: 'open',
      timelines: [called],
    });
    expect(documents[1]?.claims.map(({ type }) => type)).toEqual(['NoteAdded']);
  });

  it('can be read where the vendor shows them', async () => {
    const links = { web: 'https://acme.app.opsgenie.com/incident/detail/1', api: 'https://api' };
    const { documents } = await readValue(opsgenie, { ...incident, links });
    expect(documents[0]?.claims[0]?.source.url).toBe(links.web);
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
    expect(await take(opsgenie, lines.join('\n'))).toEqual([4, 0, 0, 0, 0]);
    expect((await see(WEBHOOK)).durations).toEqual({
      'alert-to-acknowledge': 2062,
      'time-to-resolve': 33_660,
    });
    const { documents } = await readValue(opsgenie, lines.join('\n'));
    expect(documents[0]?.claims.map(({ occurredAt }) => occurredAt.written)).toEqual([
      '1420452191104',
      '1420452191104',
      '1420452193166002000',
      '1420452224764002246',
    ]);
  });
});

describe('a webhook of Opsgenie about an alert created before', () => {
  const { description: _, ...about } = creation.alert;
  const acknowledged = (changes: object) => ({
    ...creation,
    action: 'Acknowledge',
    alert: { ...about, ...changes },
  });

  it('tells when and in which words it was raised', async () => {
    const value = acknowledged({ updatedAt: 1_686_916_300_000 });
    const { documents } = await readValue(opsgenie, value);
    expect(documents[0]?.claims).toMatchObject([
      {
        type: 'AlertRaised',
        data: { text: { en: 'Queue is full' } },
        occurredAt: { earliest: '2023-06-16T11:51:05.415Z' },
        statedAt: { earliest: '2023-06-16T11:51:40.000Z' },
      },
      { type: 'Acknowledged', occurredAt: { earliest: '2023-06-16T11:51:40.000Z' } },
    ]);
  });

  it('says of an act no time that it does not tell', async () => {
    const { documents } = await readValue(opsgenie, acknowledged({}));
    const claims = documents[0]?.claims ?? [];
    expect(claims.map(({ type, occurredAt }) => [type, occurredAt.latest])).toEqual([
      ['AlertRaised', '2023-06-16T11:51:05.415Z'],
      ['Acknowledged', undefined],
    ]);
    expect(claims[1]).toMatchObject({ occurredAt: { earliest: '2023-06-16T11:51:05.415Z' } });
    expect(claims[1]?.statedAt).toBeUndefined();
  });

  it('leaves it to the webhook that created it, where both are in one text', async () => {
    const { documents } = await readValue(opsgenie, [creation, acknowledged({})]);
    const raised = documents[0]?.claims.filter(({ type }) => type === 'AlertRaised');
    expect(raised).toHaveLength(1);
  });
});

describe('a webhook of Opsgenie that creates an alert', () => {
  it('tells its priority and what it is about', async () => {
    const { documents, leftOut } = await readValue(opsgenie, creation);
    const claims = documents[0]?.claims ?? [];
    expect(claims.map(({ type }) => type)).toEqual([
      'AlertRaised',
      'SeverityAssigned',
      'NoteAdded',
    ]);
    expect(claims[0]?.data).toMatchObject({
      text: { en: 'Queue is full\n\nNo worker takes from it' },
    });
    expect(claims[2]?.data).toMatchObject({
      text: { en: 'tiny id: 10\nalias: queue/full\ntags: queue\nteams: team-1' },
    });
    expect(leftOut.map(({ place }) => place)).toEqual([
      'line 1, alert.source',
      'line 1, alert.username',
    ]);
  });
});

describe('a log of Opsgenie that gives another priority', () => {
  it('assigns it', async () => {
    const log = 'Priority updated from [P3] to [P1] via web';
    const logs = [{ log, createdAt: '2017-05-08T15:00:00.000Z', offset: '1' }];
    const { documents } = await readValue(opsgenie, { ...alert, logs });
    expect(documents[1]?.claims.map(({ data }) => data)).toEqual([
      { dimension: 'priority', scale: 'opsgenie-priority', level: 'P1', text: { en: log } },
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
    ['Acknowledged by oncall', 'acknowledged'],
    ['[Somebody] acknowledged the alert via Slack', 'acknowledged'],
    ['somebody@example.com closed alert', 'closed'],
    ['Executed [Acknowledge] action via web', 'acknowledged'],
    ['Alert has been auto closed via policy[Nightly]', 'closed'],
    ['Automatically closed', 'closed'],
    ['Acknowledge action could not be executed', null],
    ['Alert will be closed in 10 minutes', null],
    ['Sent notification that the alert was closed', null],
    ['Acknowledgement policy applied', null],
  ])('%j say %s', (words, act) => {
    expect(actOf(words)).toBe(act);
  });
});
