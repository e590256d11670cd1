import { describe, expect, it } from '@jest/globals';
import { datadog } from '../../src/import/datadog/datadog.ts';
import { found, impact, incident, override, timeline, todo, user } from './fixtures/datadog.ts';
import { importing, readValue } from './imported.ts';
import { ofType } from './read.ts';

const ID = `datadog-${incident.id}`;
const MINUTE = 60_000;
const all = { data: [incident], included: [impact, user], meta: { pagination: { size: 10 } } };

describe('incidents of Datadog', () => {
  it('give durations, an impact that is told twice being one', async () => {
    const { take, see, impact: hit, claims, timeline: told } = importing();
    await take(datadog, all);
    const { durations, incident: view } = await see(ID);
    expect(durations).toEqual({ 'time-to-detect': 20 * MINUTE, 'time-to-resolve': 90 * MINUTE });
    expect(view).toMatchObject({
      title: { en: 'Payments are refused' },
      reference: '31',
      status: 'resolved',
      severity: { 'datadog-severity': 'SEV-2' },
    });
    expect((await hit(ID)).downtimeMs).toBe(70 * MINUTE);
    const { contradictions, periods } = await claims(ID);
    expect(contradictions).toEqual([]);
    expect(periods.map(({ statedMs }) => statedMs)).toEqual([70 * MINUTE]);
    const starts = (await told(ID)).filter(({ type }) => type === 'ImpactStarted');
    expect(starts.map(({ sources }) => sources.length)).toEqual([2]);
  });

  it('take an override for a later word: chosen, and against the one recorded', async () => {
    const { take, see, claims } = importing();
    await take(datadog, all);
    await take(datadog, { data: [override] });
    expect((await see(ID)).durations['time-to-detect']).toBe(5 * MINUTE);
    const { contradictions } = await claims(ID);
    expect(contradictions.map((one) => one.claims.map(({ moment }) => moment?.earliest))).toEqual([
      ['2024-08-09T08:05:00.000Z', '2024-08-09T08:20:00.000Z'],
    ]);
  });

  it('add nothing when they are imported again', async () => {
    const { take } = importing();
    const value = { data: incident, included: [impact, override, todo, ...timeline] };
    const [added] = await take(datadog, value);
    expect(added).toBe(21);
    expect(await take(datadog, value)).toEqual([0, added, 0, 0, 0]);
  });

  it('tell by the timeline when the state changed', async () => {
    const { documents } = await readValue(datadog, { data: timeline });
    const claims = documents.flatMap((document) => document.claims);
    expect(claims.map(({ type, item }) => `${type} ${item}`)).toEqual([
      'NoteAdded cell/cell-1',
      'SeverityAssigned cell/cell-2',
      'StatusPublished cell/cell-2',
      'Mitigated cell/cell-2',
      'NoteAdded cell/cell-3',
    ]);
    expect(claims[0]?.statedAt?.earliest).toBe('2024-08-09T09:45:00.000Z');
  });

  it('have tasks as actions, whose owners are mail addresses and left away', async () => {
    const { documents } = await readValue(datadog, { data: [todo] });
    const [proposed] = ofType(documents[0]?.claims ?? [], 'ActionProposed');
    expect(proposed?.data).toEqual({
      actionId: 'todo-1',
      dueAt: '2024-08-20T00:00:00.000Z',
      text: { und: 'Watch when keys expire' },
    });
  });

  it.each([
    [true, 'exercise'],
    [false, 'incident'],
  ])('of which is_test is %s are declared as %s', async (isTest, kind) => {
    const value = {
      data: { ...incident, attributes: { ...incident.attributes, is_test: isTest } },
    };
    const { documents } = await readValue(datadog, value);
    expect(ofType(documents[0]?.claims ?? [], 'Declared').map(({ data }) => data.kind)).toEqual([
      kind,
    ]);
  });

  it('withdraw a resolution that a later version does not have', async () => {
    const { take, see } = importing();
    await take(datadog, { data: incident });
    const attributes = { ...incident.attributes, resolved: null, state: 'active' };
    expect((await take(datadog, { data: { ...incident, attributes } })).slice(2)).toEqual([
      0, 1, 0,
    ]);
    expect((await see(ID)).incident.status).toBe('open');
  });

  it('withdraw the end of an impact that goes on, and an override that was deleted', async () => {
    const { take, see, impact: hit } = importing();
    const { customer_impact_end: _, ...rest } = incident.attributes;
    await take(datadog, { data: { ...incident, attributes: rest }, included: [impact, override] });
    expect((await see(ID)).durations['time-to-detect']).toBe(5 * MINUTE);
    const modified = '2024-08-11T00:00:00Z';
    const open = { ...impact, attributes: { ...impact.attributes, end_at: null, modified } };
    expect((await take(datadog, { data: [open] })).slice(2)).toEqual([0, 0, 0]);
    expect(
      (await take(datadog, { data: { ...incident, attributes: rest }, included: [open] })).slice(2),
    ).toEqual([0, 1, 0]);
    expect((await hit(ID)).components[0]?.intervals[0]?.to).toBeNull();
    const deleted = { ...override, attributes: { ...override.attributes, deleted_at: modified } };
    expect((await take(datadog, { data: [deleted] })).slice(2)).toEqual([0, 1, 0]);
    expect((await see(ID)).durations['time-to-detect']).toBe(20 * MINUTE);
  });

  it('leave out a duration that is none', async () => {
    const attributes = { ...incident.attributes, customer_impact_duration: 1e308 };
    const { documents, leftOut } = await readValue(datadog, { data: { ...incident, attributes } });
    expect(ofType(documents[0]?.claims ?? [], 'ImpactMeasured')).toEqual([]);
    expect(leftOut.map(({ place }) => place)).toEqual([
      'line 1, data.attributes.customer_impact_duration',
    ]);
  });

  it('leave out an override that was deleted, and an impact of no incident known', async () => {
    const deleted = {
      ...override,
      attributes: { ...override.attributes, deleted_at: '2024-08-10T00:00:00Z' },
    };
    const { leftOut } = await readValue(datadog, { data: [deleted] });
    expect(leftOut).toHaveLength(1);
    expect(
      (await readValue(datadog, { data: [impact] })).leftOut.map(({ place }) => place),
    ).toEqual(['data[0]']);
  });
});

describe('incidents as Datadog’s client libraries write them', () => {
  it('are the same, though their fields are spelled otherwise', async () => {
    const inCamelCase = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(inCamelCase);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, within]) => [
          key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
          inCamelCase(within),
        ]),
      );
    };
    const { fields: _, ...attributes } = incident.attributes;
    const record = { ...incident, attributes };
    const { take } = importing();
    const [added] = await take(datadog, { data: record });
    const spelled = JSON.stringify({ data: inCamelCase(record) });
    expect(await take(datadog, spelled)).toEqual([0, added, 0, 0, 0]);
    expect(datadog.recognise(spelled)).toBeGreaterThan(0.9);
  });
});

describe('what a search of Datadog found', () => {
  it('is read, once where it is included too', async () => {
    const alone = await readValue(datadog, { data: found });
    expect(alone.documents.map(({ incidentId }) => incidentId)).toEqual([ID]);
    const both = await readValue(datadog, { data: found, included: [incident] });
    expect(both.documents).toHaveLength(1);
    expect(datadog.recognise(JSON.stringify({ data: found }))).toBeGreaterThan(0.9);
  });
});

describe('what stands beside an incident of Datadog', () => {
  it('is kept: what was attached, who declared it, a commander who is in the attributes', async () => {
    const attachment = {
      id: 'attachment-1',
      type: 'incident_attachments',
      attributes: {
        attachment_type: 'postmortem',
        modified: '2024-08-10T10:00:00Z',
        attachment: {
          title: 'Payments are refused',
          documentUrl: 'https://example.com/notebook/1',
        },
      },
      relationships: { incident: { data: { id: incident.id, type: 'incidents' } } },
    };
    const { relationships: _, ...record } = incident;
    const attributes = {
      ...incident.attributes,
      declared_by_uuid: '00000000-cccc-0000-0000-000000000001',
      commander: { data: { id: '00000000-bbbb-0000-0000-000000000009', type: 'users' } },
      notification_handles: ['@somebody'],
    };
    const { documents, leftOut } = await readValue(datadog, {
      data: [{ ...record, attributes }, attachment],
    });
    expect(leftOut.map(({ place }) => place)).toEqual(['data[0].attributes.notification_handles']);
    const [told = [], attached = []] = documents.map(({ claims }) => claims);
    expect(JSON.stringify(told)).toContain('declared by: 00000000-cccc-0000-0000-000000000001');
    expect(ofType(told, 'RoleAssigned').map(({ data }) => data.responder.id)).toEqual([
      '00000000-bbbb-0000-0000-000000000009',
    ]);
    expect(ofType(attached, 'NoteAdded').map(({ data }) => data.text)).toEqual([
      { en: 'attached postmortem\nPayments are refused\nhttps://example.com/notebook/1' },
    ]);
  });

  it('has a task for the first who has an id, and says who else has', async () => {
    const assignees = ['@somebody@example.com', { id: 'U1', name: 'Somebody' }, { id: 'U2' }];
    const value = { ...todo, attributes: { ...todo.attributes, assignees } };
    const { documents, leftOut } = await readValue(datadog, { data: [incident, value] });
    const proposed = documents.flatMap(({ claims }) => ofType(claims, 'ActionProposed'));
    expect(proposed.map(({ data }) => data.owner)).toEqual([{ id: 'U1', kind: 'person' }]);
    expect(leftOut.filter(({ place }) => place.includes('assignees'))).toEqual([
      {
        place: 'data[1].attributes.assignees[0]',
        reason: 'who is to do it is no opaque id',
      },
      {
        place: 'data[1].attributes.assignees',
        reason: 'an action has one owner; others are U2',
      },
    ]);
  });
});
