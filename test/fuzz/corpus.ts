import { readFileSync } from 'node:fs';
import * as alertmanager from '../import/fixtures/alertmanager.ts';
import * as datadog from '../import/fixtures/datadog.ts';
import * as gcp from '../import/fixtures/gcpStatus.ts';
import * as incidentIo from '../import/fixtures/incidentIo.ts';
import * as opsgenie from '../import/fixtures/opsgenie.ts';
import * as pagerduty from '../import/fixtures/pagerduty.ts';
import * as upptime from '../import/fixtures/upptime.ts';
import { incident, update } from '../import/fixtures/statuspage.ts';

// Written by hand in the shapes of the formats; no document is copied.
const postmortem = `# Post mortem: checkout down, 2024-05-03

## Impact
Between 10h02 and 10h41 CEST 12% of payments failed.

## Timeline
- 10:02 CEST: first alert
- 10:15 CEST: crisis cell created
- 10h38: fix deployed
- 16h: incident closed

## Root cause
A change of the firewall rules.

## Actions
| What | Who | When |
| --- | --- | --- |
| Test the rules | Network | 2024-06-01 |
`;

const githubStatus = {
  id: '123',
  entry_id: 'tag:www.githubstatus.com,2005:Incident/123',
  title: 'Incident with Example',
  url: 'https://www.githubstatus.com/incidents/abc',
  published_at: '2025-03-04T10:30:00Z',
  updated_at: '2025-03-06T18:00:12Z',
  started_at: '2025-03-04T10:02:00Z',
  resolved_at: '2025-03-04T10:30:00Z',
  impact: 'minor',
  components: ['Actions', 'Pages'],
  updates: [
    { at: '2025-03-04T10:02:00Z', status: 'Investigating', message: 'We are looking.' },
    {
      at: '2025-03-04T10:30:00Z',
      status: 'Resolved',
      message: 'Between 09:48 UTC and 10:41 UTC it failed.',
    },
  ],
};

const serviceNow = `number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,location,category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,assignment_group,assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at
INC1,New,TRUE,0,0,0,TRUE,C,O,1/3/2020 08:00,B,1/3/2020 08:05,U,1/3/2020 08:05,Phone,L,"C ""1""",S,?,?,2 - Medium,2 - Medium,3 - Moderate,G1,?,TRUE,FALSE,No,?,?,?,?,code,R,2/3/2020 10:00,9/3/2020 10:00
INC1,Resolved,TRUE,0,0,1,TRUE,C,O,1/3/2020 08:00,B,1/3/2020 08:05,U,1/3/2020 11:05,Phone,L,C,S,?,?,2 - Medium,2 - Medium,3 - Moderate,G2,P,TRUE,FALSE,No,?,?,?,?,code,R,1/3/2020 11:05,9/3/2020 10:00
INC2,New,TRUE,0,0,0,TRUE,C,O,1/3/2020 08:00,B,1/3/2020 08:05,U,1/3/2020 08:05,Phone,L,C,S,?,?,2 - Medium,2 - Medium,3 - Moderate,G1,?,TRUE,FALSE,No,?,?,?,?,code,R,2/3/2020 10:00,9/3/2020 10:00
`;

const bpi = `Incident ID;DateStamp;IncidentActivity_Number;IncidentActivity_Type;Assignment Group;KM number;Interaction ID
IM1;07-01-2014 16:45:20;001A1;Open;TEAM1;KM1;SD1
IM2;07-01-2014 16:46:00;001A2;Reassignment;TEAM2;KM1;SD2
IM1;08-01-2014 09:00:00;001A3;Closed;TEAM1;KM1;SD1
`;

const page = readFileSync(new URL('../../examples/tsr-1023.txt', import.meta.url), 'utf8');

/** The values that the modules of fixtures export, whole and as they would be in a list. */
const valuesOf = (module: object): readonly unknown[] =>
  Object.values(module).flatMap((value: unknown) =>
    typeof value === 'function' ? [] : [value, [value, value]],
  );

/** Documents of every format, to be mutated. */
export const corpus: readonly string[] = [
  page,
  postmortem,
  `<html><body><h1>Post mortem</h1><p>2024-05-03</p><ul><li>10:02 UTC alert</li></ul></body></html>`,
  serviceNow,
  bpi,
  ...[
    githubStatus,
    incident([update('u1', 'investigating', 1), update('u2', 'resolved', 20)]),
    {
      page: { id: 'p', name: 'P', url: 'https://p.example' },
      incidents: [incident([update('u1', 'investigating', 1), update('u2', 'resolved', 20)])],
    },
    alertmanager.notification('firing', '0001-01-01T00:00:00Z'),
    [alertmanager.apiAlert('2024-07-01T12:00:00Z', '2024-07-01T12:05:00Z')],
    datadog.notification('1', 'Triggered', 0),
    { data: [datadog.eventV2('2', 'alert recovery', 'OK', '2024-08-09T08:25:00.000Z')] },
    ...[datadog, gcp, incidentIo, opsgenie, pagerduty, upptime].flatMap(valuesOf),
  ].map((value) => JSON.stringify(value)),
];
