import { describe, expect, it } from '@jest/globals';
import { incident, incidentId, instant, orThrow } from '../../src/index.ts';
import { pagerduty } from '../../src/import/pagerduty/pagerduty.ts';
import { acknowledged, logEntries, notes, resolved, webhook } from './fixtures/pagerduty.ts';
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
