import { describe, expect, it } from '@jest/globals';
import { bpiMapping } from '../../src/import/csv/bpiMapping.ts';
import { csv } from '../../src/import/csv/csv.ts';
import { readAll } from '../../src/import/readAll.ts';
import { serviceNowMapping } from '../../src/import/csv/serviceNowMapping.ts';

// Written by hand in the shape of the audit log that the mapping names; no row is copied.
const HEAD =
  'number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,location,category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,assignment_group,assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at\n';

interface Row {
  readonly state: string;
  readonly mod: number;
  readonly at: string;
  readonly group?: string;
  readonly priority?: string;
  readonly reopened?: number;
}

const row = ({ state, mod, at, group = 'Group 1', priority = '3 - Moderate', reopened = 0 }: Row) =>
  `INC7,${state},TRUE,0,${reopened},${mod},TRUE,Caller 1,Opened by 2,1/3/2020 08:00,Created by 3,1/3/2020 08:05,Updated by 4,${at},Phone,Location 5,Category 6,Subcategory 7,Symptom 8,?,2 - Medium,2 - Medium,${priority},${group},?,TRUE,FALSE,Do Not Notify,?,?,?,?,code 9,Resolved by 10,2/3/2020 10:00,9/3/2020 10:00\n`;

describe('the mapping of ServiceNow’s audit log', () => {
  it('tells what each row changed, and believes in no end before the state says so', async () => {
    const text = [
      HEAD,
      row({ state: 'New', mod: 0, at: '1/3/2020 08:05' }),
      row({ state: 'Active', mod: 1, at: '1/3/2020 08:20' }),
      row({ state: 'Active', mod: 2, at: '1/3/2020 09:00', group: 'Group 2' }),
      row({
        state: 'Active',
        mod: 3,
        at: '1/3/2020 09:30',
        group: 'Group 2',
        priority: '2 - High',
      }),
      row({
        state: 'Active',
        mod: 4,
        at: '1/3/2020 09:31',
        group: 'Group 2',
        priority: '2 - High',
      }),
      row({
        state: 'Resolved',
        mod: 5,
        at: '1/3/2020 11:00',
        group: 'Group 2',
        priority: '2 - High',
      }),
      row({
        state: 'Active',
        mod: 6,
        at: '1/3/2020 12:00',
        group: 'Group 2',
        priority: '2 - High',
        reopened: 1,
      }),
      row({
        state: 'Closed',
        mod: 7,
        at: '9/3/2020 10:00',
        group: 'Group 2',
        priority: '2 - High',
        reopened: 1,
      }),
    ].join('');
    const { documents, leftOut, errors } = await readAll(csv(serviceNowMapping), text, {
      zone: 'UTC',
    });
    expect(errors).toEqual([]);
    expect(
      documents.flatMap(({ claims }) =>
        claims.map(
          ({ item, type, occurredAt }) => `${item} ${type} ${occurredAt.earliest?.slice(5, 16)}`,
        ),
      ),
    ).toEqual([
      'row 0 Declared 03-01T08:00',
      'row 0 SeverityAssigned 03-01T08:05',
      'row 0 SeverityAssigned 03-01T08:05',
      'row 0 ResponderJoined 03-01T08:05',
      'row 0 NoteAdded 03-01T08:05',
      'row 1 Acknowledged 03-01T08:20',
      'row 2 ResponderLeft 03-01T09:00',
      'row 2 ResponderJoined 03-01T09:00',
      'row 3 SeverityAssigned 03-01T09:30',
      'row 5 Resolved 03-01T11:00',
      'row 6 Reopened 03-01T12:00',
      'row 6 NoteAdded 03-01T12:00',
      'row 7 Resolved 03-02T10:00',
      'row 7 Closed 03-09T10:00',
    ]);
    expect(leftOut.map(({ place }) => place)).toEqual(['row 6, line 6']);
  });
});

describe('a copy of ServiceNow’s audit log', () => {
  const TIME = /(\d)\/(\d)\/(\d{4}) (\d\d:\d\d)/g;

  it.each([
    ['1-3-2020 08:05', '$1-$2-$3 $4'],
    ['2020-03-01 08:05:00', '$3-0$2-0$1 $4:00'],
  ])('may write its times as %s', async (at, written) => {
    const text = HEAD + row({ state: 'New', mod: 0, at: '1/3/2020 08:05' });
    const copy = text.replaceAll(TIME, written);
    expect(copy).toContain(`,${at},`);
    const timesOf = async (own: string): Promise<readonly unknown[]> => {
      const { documents, leftOut } = await readAll(csv(serviceNowMapping), own, { zone: 'UTC' });
      expect(leftOut).toEqual([]);
      return documents.flatMap(({ claims }) =>
        claims.map(({ type, item, occurredAt }) => [type, item, occurredAt.earliest]),
      );
    };
    expect(await timesOf(copy)).toEqual(await timesOf(text));
  });
});

describe('the mapping of the BPI Challenge’s activity log', () => {
  it('takes rows in any order, and keeps activities it has no event for as notes', async () => {
    const text =
      'Incident ID;DateStamp;IncidentActivity_Number;IncidentActivity_Type;Assignment Group;KM number;Interaction ID\n' +
      'IM1;07-01-2014 16:45:20;001A1;Open;TEAM1;KM1;SD1\nIM2;07-01-2014 16:46:00;001A2;Reassignment;TEAM2;KM1;SD2\nIM1;08-01-2014 09:00:00;001A3;Closed;TEAM1;KM1;SD1\nIM1;07-01-2014 17:00:00;001A4;Quality Indicator;TEAM1;KM1;SD1\n';
    const importer = csv(bpiMapping);
    expect(importer.recognise(text)).toBe(0.9);
    const { documents } = await readAll(importer, text, { zone: 'Europe/Amsterdam' });
    expect(
      documents.flatMap(({ incidentId, claims }) =>
        claims.map(
          ({ item, type, occurredAt }) =>
            `${incidentId} ${item} ${type} ${occurredAt.earliest ?? ''}`,
        ),
      ),
    ).toEqual([
      'IM2 row 001A2 ResponderJoined 2014-01-07T15:46:00.000Z',
      'IM1 row 001A1 Declared 2014-01-07T15:45:20.000Z',
      'IM1 row 001A3 Closed 2014-01-08T08:00:00.000Z',
      'IM1 row 001A4 NoteAdded 2014-01-07T16:00:00.000Z',
    ]);
  });
});
