import { describe, expect, it } from '@jest/globals';
import { pagerduty } from '../../../src/import/pagerduty/pagerduty.ts';
import { readValue } from '../imported.ts';

/** Written by hand from PagerDuty’s description of the data of its webhooks; the incident is made up. */
const incident = { id: 'PINC001', summary: null, type: 'incident_reference' };

const sent = (type: string, data: object): object => ({
  event: {
    id: `W-${type}`,
    event_type: `incident.${type}`,
    resource_type: 'incident',
    occurred_at: '2024-05-06T10:00:00.100Z',
    agent: null,
    client: null,
    data,
  },
});

const told = async (type: string, data: object): Promise<readonly unknown[]> => {
  const { documents, warnings, leftOut } = await readValue(pagerduty, sent(type, data));
  expect([warnings, leftOut]).toEqual([[], []]);
  return documents.flatMap(({ incidentId, claims }) =>
    claims.map((claim) => [incidentId, claim.type, claim.data]),
  );
};

const note = (text: object): readonly unknown[] => [['pagerduty-PINC001', 'NoteAdded', { text }]];

describe('an event of PagerDuty’s webhooks for which there is none of ours', () => {
  it('keeps the values of fields', async () => {
    const data = {
      incident,
      custom_fields: [
        { id: 'PF1', name: 'environment', type: 'field_value', value: 'production' },
        { id: 'PF2', name: 'region', type: 'field_value', value: ['US', 'EU'] },
      ],
      changed_custom_fields: [{ id: 'PF1', name: 'environment', value: 'staging' }],
      type: 'incident_field_values',
    };
    const text =
      'custom_field_values.updated\nenvironment: production\nregion: US, EU\nchanged environment: staging';
    expect(await told('custom_field_values.updated', data)).toEqual(note({ und: text }));
  });

  it('keeps where people talk', async () => {
    const data = {
      incident: { ...incident, summary: 'Checkout fails' },
      conference_numbers: [{ label: '', number: '+1-555-555-5555' }],
      conference_url: 'https://example.com/call',
      type: 'incident_conference_bridge',
    };
    const text =
      'conference_bridge.updated\nconference: https://example.com/call\nconference number: +1-555-555-5555';
    expect(await told('conference_bridge.updated', data)).toEqual(note({ und: text }));
  });

  it('keeps what was to be done, and by which action', async () => {
    const task = { id: 'T1', summary: 'Call the bank', status: 'todo', type: 'incident_task' };
    expect(await told('task.created', { ...task, incident })).toEqual(
      note({ en: 'task.created: Call the bank\nstatus: todo' }),
    );
    const run = { id: 'I1', action: { id: 'A1', summary: 'Restart it' }, state: 'created' };
    expect(await told('action_invocation.created', { ...run, incident })).toEqual(
      note({ en: 'action_invocation.created\nstatus: created\naction: Restart it' }),
    );
  });
});

describe('roles in PagerDuty’s webhooks', () => {
  const given = {
    id: 'R1',
    assignee: { id: 'PUSER01', summary: 'Somebody', type: 'user_reference' },
    old_assignee: null,
    incident,
    role: { id: 'PROLE1', summary: 'Commander', type: 'role_reference' },
    status: 'active',
  };
  const data = (one: object): object => ({
    type: 'incident_role_assignment',
    incident_role_assignments: [one],
  });

  it('are assigned in the incident that stands beside them', async () => {
    const responder = { id: 'PUSER01', kind: 'person' };
    expect(await told('role.assigned', data(given))).toEqual([
      ['pagerduty-PINC001', 'RoleAssigned', { responder, role: 'Commander' }],
    ]);
  });

  it('are taken away by the same event', async () => {
    const taken = { ...given, assignee: null, old_assignee: given.assignee };
    expect(await told('role.assigned', data(taken))).toEqual(
      note({ en: 'the role was taken away: Commander' }),
    );
  });
});
