import type { CsvMapping, CsvRule } from './csvMapping.ts';

const OVER = ['Resolved', 'Closed', 'Canceled', 'Cancelled'];

/** As the log was published, and as programs that were given it write its times. */
const TIMES = ['D/M/YYYY H:mm', 'D-M-YYYY H:mm', 'YYYY-MM-DD HH:mm:ss'];

const assigned = (column: string, dimension: 'priority' | 'impact'): CsvRule => ({
  event: 'SeverityAssigned',
  when: [{ column, changed: true, present: true }],
  data: { dimension, scale: `servicenow-${dimension}`, level: { column } },
});

/**
 * The mapping of the audit log of ServiceNow's incident table: each row is the state of an incident after an update, so what counts
 * is how it differs from the row before.
 *
 * @remarks Shape: `resolved_at`, `resolved_by` and `closed_at` are filled in from the first row on, when none of it had happened yet: they
 * are believed only once the state says so. The zone is that of the instance, which the file does not tell.
 * Source: Amaral, Fantinato and Peres, Incident management process enriched event log, UCI Machine Learning Repository.
 * @public
 */
export const serviceNowMapping: CsvMapping = {
  name: 'servicenow-csv',
  version: '1',
  source: { kind: 'ticket', name: 'ServiceNow' },
  none: ['?'],
  incident: 'number',
  row: ['sys_mod_count'],
  time: { columns: ['sys_updated_at'], formats: TIMES },
  rules: [
    {
      event: 'Declared',
      first: true,
      at: { columns: ['opened_at'], formats: TIMES },
      data: { kind: 'incident', reference: { column: 'number' } },
    },
    {
      event: 'Acknowledged',
      when: [{ column: 'incident_state', is: ['Active', 'In Progress'], was: ['New'] }],
      data: {},
    },
    assigned('priority', 'priority'),
    assigned('impact', 'impact'),
    {
      event: 'ResponderLeft',
      first: false,
      when: [{ column: 'assignment_group', changed: true }],
      data: {
        responder: {
          id: { column: 'assignment_group', before: true, as: 'id' },
          kind: 'organisation',
        },
      },
    },
    {
      event: 'ResponderJoined',
      when: [{ column: 'assignment_group', changed: true, present: true }],
      data: {
        responder: {
          id: { column: 'assignment_group', as: 'id' },
          kind: 'organisation',
          name: { column: 'assignment_group' },
        },
        role: 'assignment group',
      },
    },
    {
      event: 'ResponderLeft',
      first: false,
      when: [{ column: 'assigned_to', changed: true }],
      data: {
        responder: { id: { column: 'assigned_to', before: true, as: 'opaque' }, kind: 'person' },
      },
    },
    {
      event: 'ResponderJoined',
      when: [{ column: 'assigned_to', changed: true, present: true }],
      data: {
        responder: {
          id: { column: 'assigned_to', as: 'opaque' },
          kind: 'person',
          name: { column: 'assigned_to' },
        },
        role: 'assignee',
      },
    },
    {
      event: 'CauseIdentified',
      when: [{ column: 'caused_by', changed: true, present: true }],
      data: { changeId: { column: 'caused_by' } },
    },
    {
      event: 'Reopened',
      when: [{ column: 'incident_state', was: ['Resolved', 'Closed'], isNot: OVER, present: true }],
      data: {},
    },
    {
      event: 'Resolved',
      when: [{ column: 'incident_state', is: ['Resolved'], changed: true }],
      data: { text: { en: 'closed code: {closed_code}' } },
    },
    {
      // Closed without a row that says resolved: the row has the time of it all the same.
      event: 'Resolved',
      when: [
        { column: 'incident_state', is: ['Closed'], wasNot: ['Resolved', 'Closed'] },
        { column: 'resolved_at', present: true },
      ],
      at: { columns: ['resolved_at'], formats: TIMES },
      data: { text: { en: 'closed code: {closed_code}' } },
    },
    {
      event: 'Closed',
      when: [{ column: 'incident_state', is: ['Closed'], changed: true }],
      data: {},
    },
    {
      event: 'Cancelled',
      when: [{ column: 'incident_state', is: ['Canceled', 'Cancelled'], changed: true }],
      data: { outcome: 'declined' },
    },
  ],
  note: {
    changes: true,
    columns: [
      'incident_state',
      'reopen_count',
      'contact_type',
      'location',
      'category',
      'subcategory',
      'u_symptom',
      'cmdb_ci',
      'urgency',
      'problem_id',
      'rfc',
      'vendor',
    ],
  },
};
