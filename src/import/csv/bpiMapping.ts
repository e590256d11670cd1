import type { CsvMapping, CsvRule } from './csvMapping.ts';

const TYPE = 'IncidentActivity_Type';

const rule = (event: string, is: readonly string[], data: CsvRule['data'] = {}): CsvRule => ({
  event,
  when: [{ column: TYPE, is }],
  data,
});

/**
 * The mapping of the incident activity log of the BPI Challenge 2014: each row is one activity in one incident.
 *
 * @remarks Shape: rows of an incident need not stand together, and several have the same time. The zone is not in the file.
 * Source: van Dongen, BPI Challenge 2014: Activity log for incidents, 4TU.ResearchData.
 * @public
 */
export const bpiMapping: CsvMapping = {
  name: 'bpi-csv',
  version: '1',
  source: { kind: 'ticket', name: 'incident activity log' },
  delimiter: ';',
  none: ['#N/B', '#MULTIVALUE'],
  incident: 'Incident ID',
  row: ['IncidentActivity_Number'],
  time: { columns: ['DateStamp'], formats: ['DD-MM-YYYY HH:mm:ss', 'D-M-YYYY H:mm'] },
  rules: [
    rule('Declared', ['Open'], { kind: 'incident', reference: { column: 'Incident ID' } }),
    rule('ResponderJoined', ['Assignment', 'Reassignment'], {
      responder: {
        id: { column: 'Assignment Group', as: 'id' },
        kind: 'organisation',
        name: { column: 'Assignment Group' },
      },
      role: 'assignment group',
      text: { en: '{IncidentActivity_Type}' },
    }),
    rule('Resolved', ['Resolved']),
    rule('Reopened', ['Reopen']),
    rule('Closed', ['Closed']),
  ],
  note: { columns: [TYPE, 'Assignment Group', 'KM number', 'Interaction ID'] },
};
