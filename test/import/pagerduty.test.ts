import { describe, expect, it } from '@jest/globals';
import { incident, incidentId, instant, orThrow } from '../../src/index.ts';
import { pagerduty } from '../../src/import/pagerduty/pagerduty.ts';
import {
  acknowledged,
  firstWebhooks,
  logEntries,
  notes,
  resolved,
  webhook,
} from './fixtures/pagerduty.ts';
import { importing, readValue } from './imported.ts';
import { ofType } from './read.ts';

const ID = 'pagerduty-PINC001';
const all = {
  incidents: [resolved],
  log_entries: logEntries,
  notes,
  limit: 25,
  offset: 0,
  more: false,
};
const MINUTE = 60_000;

describe('incidents of PagerDuty', () => {
  it('give durations from the log, the first acknowledgement among them', async () => {
    const { take, see, claims } = importing();
    await take(pagerduty, all);
    const { durations, milestones, incident: view } = await see(ID);
    expect(durations).toEqual({
      'alert-to-acknowledge': 4 * MINUTE,
      'time-to-resolve': 60 * MINUTE,
    });
    expect(milestones['acknowledged']).toBe('2024-05-06T10:04:00.000Z');
    expect(view).toMatchObject({
      title: { und: 'Checkout fails' },
      reference: '42',
      status: 'resolved',
      severity: { 'pagerduty-priority': 'P1', 'pagerduty-urgency': 'high' },
    });
    expect((await claims(ID)).contradictions).toEqual([]);
  });

  it('add nothing when they are imported again, in whatever form', async () => {
    const { take } = importing();
    const first = await take(pagerduty, all);
    expect(first).toEqual([18, 0, 0, 0, 0]);
    expect(await take(pagerduty, all)).toEqual([0, 18, 0, 0, 0]);
    const nested = { incident: { ...resolved, log_entries: logEntries, notes } };
    expect(await take(pagerduty, nested)).toEqual([0, 18, 0, 0, 0]);
    const lines = [resolved, ...logEntries].map((record) => JSON.stringify(record)).join('\n');
    expect(await take(pagerduty, lines)).toEqual([0, 16, 0, 0, 0]);
  });

  it('keep who acknowledged once the resolved incident no longer says it', async () => {
    const { take, see } = importing();
    await take(pagerduty, { incident: acknowledged });
    expect((await see(ID)).milestones['acknowledged']).toBe('2024-05-06T10:36:00.000Z');
    expect(await take(pagerduty, { incident: resolved })).toEqual([1, 4, 0, 0, 0]);
    expect((await see(ID)).milestones['acknowledged']).toBe('2024-05-06T10:36:00.000Z');
  });

  it('tell one happening of an act that the log, the incident and a webhook tell of', async () => {
    const { take, timeline } = importing();
    await take(pagerduty, { incident: acknowledged });
    await take(pagerduty, { log_entries: logEntries });
    await take(pagerduty, webhook('W1', 'acknowledged', '2024-05-06T10:36:00.169Z'));
    await take(pagerduty, webhook('W2', 'resolved', '2024-05-06T11:00:00.210Z'));
    const entries = await timeline(ID);
    // Assigned by the log and by the incident while it was open; first to somebody else.
    const told = (type: string) =>
      entries.filter((entry) => entry.type === type).map((entry) => entry.sources.length);
    expect(told('Acknowledged')).toEqual([1, 3]);
    expect(told('Resolved')).toEqual([2]);
    expect(told('RoleAssigned')).toEqual([1, 2]);
  });

  it('give a note of the log and the note itself as one', async () => {
    const { take, timeline } = importing();
    await take(pagerduty, all);
    const entries = await timeline(ID);
    const said = entries.filter(({ text }) => text['en'] === 'The pool is full');
    expect(said.map(({ sources }) => sources.map(({ locator }) => locator))).toEqual([
      [expect.stringMatching(/^(?:log_entries\[7\]|notes\[0\])\.created_at$/), expect.anything()],
    ]);
  });

  it('keep two notes of one second apart', async () => {
    const [note] = notes;
    const both = [note, { ...note, id: 'PNOTE03', content: 'And so is the other' }];
    const { take, timeline } = importing();
    await take(pagerduty, { incident: resolved, notes: both });
    const told = (await timeline(ID)).filter(({ type }) => type === 'NoteAdded');
    // The third has the details of the incident.
    expect(told).toHaveLength(3);
  });

  it('correct what a later version words otherwise', async () => {
    const { take, see } = importing();
    await take(pagerduty, { incident: resolved });
    const renamed = { ...resolved, title: 'Checkout is down', updated_at: '2024-05-07T08:00:00Z' };
    expect(await take(pagerduty, { incident: renamed })).toEqual([0, 4, 1, 0, 0]);
    expect((await see(ID)).incident.title).toEqual({ en: 'Checkout is down' });
    const reopened = { ...renamed, status: 'triggered', resolved_at: null };
    expect(await take(pagerduty, { incident: reopened })).toEqual([0, 4, 0, 1, 0]);
    expect((await see(ID)).incident.status).toBe('open');
  });

  it('come in webhooks of version 2 with entries of the log', async () => {
    const { take, see } = importing();
    const messages = logEntries.map((entry, index) => ({
      id: `M${index}`,
      event: 'incident.some',
      created_on: '2024-05-06T10:00:00Z',
      incident: { id: 'PINC001', incident_number: 42 },
      log_entries: [entry],
    }));
    await take(pagerduty, { messages });
    expect((await see(ID)).durations).toEqual({
      'alert-to-acknowledge': 4 * MINUTE,
      'time-to-resolve': 60 * MINUTE,
    });
  });

  it('merge into the incident that carries on', async () => {
    const reason = {
      type: 'merge_resolve_reason',
      incident: { id: 'PINC002', type: 'incident_reference' },
    };
    const { documents } = await readValue(pagerduty, {
      incident: { ...resolved, resolve_reason: reason },
    });
    const [claims = []] = documents.map((document) => document.claims);
    expect(ofType(claims, 'Merged').map(({ data }) => data.into)).toEqual(['pagerduty-PINC002']);
    expect(ofType(claims, 'Resolved')).toEqual([]);
  });

  it('never take a name or a mail address for an id', async () => {
    const { documents } = await readValue(pagerduty, all);
    const text = JSON.stringify(documents.flatMap(({ claims }) => claims).map(({ data }) => data));
    expect(text).toContain('"id":"PUSER01"');
    expect(text).not.toContain('Somebody');
  });
});

describe('what PagerDuty sends that is not understood', () => {
  it('is kept or left out, with its place', async () => {
    const entry = {
      id: 'R99',
      type: 'vanish_log_entry',
      created_at: '2024-05-06T10:00:00Z',
      summary: 'It vanished',
      incident: { id: 'PINC001' },
    };
    const read = await readValue(pagerduty, {
      log_entries: [entry, { ...entry, id: undefined }],
      more: true,
    });
    expect(read.documents[0]?.claims).toMatchObject([
      { type: 'NoteAdded', data: { text: { en: 'It vanished' } } },
    ]);
    expect(read.warnings.map(({ place }) => place)).toEqual([
      'line 1, more',
      'log_entries[0].type',
    ]);
    expect(read.leftOut.map(({ place }) => place)).toEqual(['log_entries[1]']);
  });

  it.each([
    [{ notes }, 'notes[0]'],
    [{ incidents: [{ ...resolved, id: '' }] }, 'incidents[0]'],
    [{ incidents: [{ ...resolved, id: 'a b' }] }, 'incidents[0]'],
    [
      {
        event: {
          id: 'W',
          event_type: 'service.updated',
          occurred_at: '2024-05-06T10:00:00Z',
          data: { type: 'service', id: 'P' },
        },
      },
      'line 1, event',
    ],
  ])('without what it needs (%#) is left out by its place', async (value, place) => {
    const { leftOut, documents } = await readValue(pagerduty, value);
    expect(documents).toEqual([]);
    expect(leftOut.map((left) => left.place)).toContain(place);
  });

  it('is known by its last change where it does not say when it was made, else warned of', async () => {
    const { created_at: _, ...rest } = resolved;
    const { documents } = await readValue(pagerduty, { incident: rest });
    expect(
      ofType(documents[0]?.claims ?? [], 'Declared').map(({ occurredAt }) => occurredAt),
    ).toEqual([{ latest: '2024-05-06T11:00:00.999Z' }]);
    const { updated_at: __, ...bare } = rest;
    const { warnings } = await readValue(pagerduty, { incident: bare });
    expect(warnings.map(({ place }) => place)).toEqual(['line 1, incident.created_at']);
  });

  it('is an error where nothing of it is PagerDuty’s', async () => {
    expect((await readValue(pagerduty, { a: 1 })).errors).toMatchObject([{ _tag: 'OtherShape' }]);
    expect((await readValue(pagerduty, [])).warnings).toMatchObject([{ place: 'document' }]);
    expect((await readValue(pagerduty, all, { zone: 'Mars/Base' })).errors).toMatchObject([
      { _tag: 'UnknownZone' },
    ]);
  });
});

describe('versions of an incident of PagerDuty', () => {
  const renamed = { ...resolved, title: 'Checkout is down', updated_at: '2024-05-07T08:00:00Z' };

  it('say at any time what the record said then', async () => {
    const { take, ledger } = importing();
    await take(pagerduty, { incident: resolved });
    await take(pagerduty, { incident: renamed });
    const titleAt = async (knownAt: string) => {
      const known = { knownAt: instant(knownAt) };
      return (await orThrow(ledger.view(incidentId(ID), incident, known))).title;
    };
    expect(await titleAt('2024-05-06T12:00:00.000Z')).toEqual({ und: 'Checkout fails' });
    expect(await titleAt('2024-05-07T12:00:00.000Z')).toEqual({ en: 'Checkout is down' });
  });

  it('that come late change nothing', async () => {
    const { take, see } = importing();
    await take(pagerduty, { incident: renamed });
    expect((await take(pagerduty, { incident: resolved })).slice(2)).toEqual([0, 0, 0]);
    expect((await see(ID)).incident.title).toEqual({ en: 'Checkout is down' });
  });
});

describe('webhooks of PagerDuty, version 1', () => {
  it('are events about an incident', async () => {
    const { documents, leftOut, warnings } = await readValue(pagerduty, firstWebhooks);
    expect([leftOut, warnings]).toEqual([[], []]);
    const claims = documents[0]?.claims ?? [];
    const told = claims.filter(({ type }) => type !== 'Declared').map(({ type }) => type);
    expect(told).toEqual(['RoleAssigned', 'Acknowledged', 'NoteAdded', 'Resolved']);
    const [since] = ofType(claims, 'RoleAssigned');
    expect(since?.occurredAt.earliest).toBe('2015-02-07T21:08:36.000Z');
    // Each says what the incident is called, and when it was created.
    const declared = ofType(claims, 'Declared').map(({ data, occurredAt }) => [
      data.reference,
      data.title,
      occurredAt.earliest,
    ]);
    const same = ['1', { en: 'It is on fire' }, '2015-02-07T21:05:47.000Z'];
    expect(declared).toEqual([same, same, same, same, same]);
    expect(JSON.stringify(claims)).not.toContain('somebody@');
  });
});

describe('webhooks of PagerDuty, version 2', () => {
  it('hold the incident as it was then, too', async () => {
    const { updated_at: _, ...record } = acknowledged;
    const { take, see } = importing();
    const of = (created: string, more: object): object => ({
      messages: [
        { id: created, created_on: created, incident: { ...record, ...more }, log_entries: [] },
      ],
    });
    await take(pagerduty, of('2024-05-06T10:40:00Z', { description: record.title }));
    expect((await see(ID)).incident.title).toEqual({ und: 'Checkout fails' });
    await take(pagerduty, of('2024-05-06T10:30:00Z', { title: 'An older name' }));
    expect((await see(ID)).incident.title).toEqual({ und: 'Checkout fails' });
  });
});

describe('webhooks of PagerDuty, version 3', () => {
  it('tell how urgent an incident was when it was triggered, and to whom it was assigned', async () => {
    const event = {
      id: 'W1',
      event_type: 'incident.triggered',
      resource_type: 'incident',
      occurred_at: '2024-05-06T10:00:00.100Z',
      agent: null,
      data: {
        id: 'PINC001',
        type: 'incident',
        number: 42,
        title: 'Checkout fails',
        urgency: 'high',
        priority: { id: 'PPRI1', summary: 'P1' },
        service: { id: 'PSVC001', summary: 'Checkout' },
        assignees: [{ id: 'PUSER01', type: 'user_reference', summary: 'Somebody' }],
      },
    };
    const { documents } = await readValue(pagerduty, { event });
    const claims = documents[0]?.claims ?? [];
    expect(claims.map(({ type }) => type)).toEqual([
      'Declared',
      'SeverityAssigned',
      'SeverityAssigned',
      'RoleAssigned',
      'NoteAdded',
    ]);
    expect(claims[4]?.data).toEqual({ text: { en: 'service: Checkout' } });
  });

  it('about a workflow are notes', async () => {
    const event = {
      id: 'W2',
      event_type: 'incident.workflow.completed',
      resource_type: 'incident',
      occurred_at: '2024-05-06T10:00:00.100Z',
      data: { id: 'P1', type: 'workflow', summary: 'Open a call', incident: { id: 'PINC001' } },
    };
    const { documents, warnings } = await readValue(pagerduty, { event });
    expect(warnings).toEqual([]);
    expect(documents[0]?.claims[0]?.data).toEqual({
      text: { und: 'workflow.completed: Open a call' },
    });
  });
});

describe('what stands beside an incident of PagerDuty', () => {
  const beside = { id: 'A1', self: 'https://api.pagerduty.com/alerts/A1', type: 'alert' };

  it('is recognised in what a client keeps of an incident', () => {
    const kept = { id: 'P1', type: 'incident', urgency: 'high', title: 'Queue is full' };
    expect(pagerduty.recognise(JSON.stringify({ incidents: [kept] }))).toBeGreaterThan(0.9);
    const bare = { id: 'P1', urgency: 'high', escalation_policy: { id: 'PE1' }, title: 'Full' };
    expect(pagerduty.recognise(JSON.stringify({ incidents: [bare] }))).toBeGreaterThan(0.9);
    const { urgency: _, ...other } = kept;
    expect(pagerduty.recognise(JSON.stringify({ incidents: [other] }))).toBe(0);
  });

  it('is recognised by where it came from', () => {
    expect(pagerduty.recognise(JSON.stringify({ alerts: [beside] }))).toBeGreaterThan(0.5);
    expect(pagerduty.recognise('{"self":"https://api.example.com/1"}')).toBe(0);
  });

  it('keeps what an alert says', async () => {
    const alert = {
      ...beside,
      created_at: '2024-05-06T10:00:00Z',
      alert_key: 'k1',
      status: 'resolved',
      body: { type: 'alert_body', details: { disk: '/var' } },
      incident: { id: 'PINC001' },
    };
    const { documents, leftOut } = await readValue(pagerduty, { alerts: [alert] });
    expect(leftOut).toEqual([]);
    expect(documents[0]?.claims[1]?.data).toEqual({
      text: { en: 'alert key: k1\nstatus: resolved\ndetails: {"disk":"/var"}' },
    });
  });

  it('keeps custom fields; a record that is open and yet resolved is said', async () => {
    const custom = [{ id: 'F1', name: 'region', display_name: 'Region', value: 'eu' }];
    const record = { ...resolved, status: 'acknowledged', custom_fields: custom, field_x: 1 };
    const { documents, warnings, leftOut } = await readValue(pagerduty, { incident: record });
    expect(JSON.stringify(documents[0]?.claims)).toContain('Region: eu');
    expect(warnings.map(({ place }) => place)).toEqual(['line 1, incident.status']);
    expect(leftOut.map(({ place }) => place)).toEqual(['line 1, incident.field_x']);
  });

  it('names the incident that a log entry is of, when somebody triggered it', async () => {
    const entry = {
      id: 'R1',
      type: 'trigger_log_entry',
      created_at: '2024-05-06T10:00:00Z',
      summary: 'Triggered through the website',
      agent: { id: 'PUSER01', type: 'user_reference' },
      channel: { type: 'web_trigger', summary: 'Checkout fails', details: { cart: 'eu' } },
      incident: { id: 'PINC001', type: 'incident_reference', summary: '[#42] Checkout fails' },
    };
    const { documents } = await readValue(pagerduty, { log_entries: [entry] });
    expect(documents[0]?.claims[0]?.data).toMatchObject({
      title: { und: 'Checkout fails' },
      reference: '42',
      text: { en: 'Triggered through the website\n\nCheckout fails\n\n{"cart":"eu"}' },
    });
  });
});

describe('an answer of PagerDuty that is wrapped in something else', () => {
  it.each([
    ['data', { data: { incidents: [resolved] } }],
    ['a list under data', { data: [resolved], total: 1 }],
    ['a payload', { received: 1, payload: { incident: resolved } }],
    ['pages in a list', [{ incidents: [resolved] }, { incidents: [] }]],
    ['lists in a list', [[resolved], []]],
  ])('is read: %s', async (_, value) => {
    const { documents, errors } = await readValue(pagerduty, value);
    expect(errors).toEqual([]);
    expect(documents[0]?.incidentId).toBe(ID);
  });

  it('is said to be something else where nothing in it is an incident', async () => {
    const { errors } = await readValue(pagerduty, { data: [{ a: 1 }], items: { b: 2 } });
    expect(errors.map(({ _tag }) => _tag)).toEqual(['OtherShape']);
    const mixed = await readValue(pagerduty, { data: [{ a: 1 }, resolved] });
    expect(mixed.leftOut.map(({ place }) => place)).toEqual(['line 1, data[0]']);
  });

  it('leaves out an incident without a possible id once', async () => {
    const acknowledgements = [{ at: '2024-05-06T10:00:00Z', acknowledger: { id: 'PUSER01' } }];
    const { leftOut } = await readValue(pagerduty, {
      incident: { ...resolved, id: 'a b', acknowledgements },
    });
    expect(leftOut).toHaveLength(1);
  });
});
