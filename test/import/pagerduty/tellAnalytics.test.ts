import { describe, expect, it } from '@jest/globals';
import { pagerduty } from '../../../src/import/pagerduty/pagerduty.ts';
import { logEntries, resolved } from '../fixtures/pagerduty.ts';
import { importing, readValue } from '../imported.ts';
import { ofType } from '../read.ts';

/** Written by hand from PagerDuty’s schema of its analytics; the incident is made up. */
const kept = {
  id: 'PINC001',
  incident_number: 42,
  description: 'Checkout fails',
  status: 'resolved',
  created_at: '2024-05-06T10:00:00Z',
  updated_at: '2024-05-08T00:00:00Z',
  resolved_at: '2024-05-06T11:00:00Z',
  urgency: 'high',
  priority_id: 'PPRIO1',
  priority_name: 'P1',
  service_id: 'PSVC1',
  service_name: 'Checkout',
  acknowledged_user_ids: ['PUSER01'],
  acknowledged_user_names: ['Somebody'],
  major: true,
  seconds_to_first_ack: 240,
  seconds_to_resolve: 3600,
  engaged_seconds: null,
};

describe('what the analytics of PagerDuty keep of an incident', () => {
  it('is told, its own lengths as a note', async () => {
    const { documents, leftOut } = await readValue(pagerduty, { data: kept, time_zone: 'Etc/UTC' });
    expect(documents).toMatchObject([
      {
        sourceKey: 'pagerduty:analytics/PINC001',
        incidentId: 'pagerduty-PINC001',
        title: { und: 'Checkout fails' },
      },
    ]);
    const claims = documents[0]?.claims ?? [];
    expect(claims.map(({ type, item }) => `${type} ${item}`)).toEqual([
      'Declared created_at',
      'SeverityAssigned priority',
      'SeverityAssigned urgency',
      'Resolved resolved_at',
      'NoteAdded details',
    ]);
    expect(ofType(claims, 'NoteAdded')[0]?.data.text).toEqual({
      en: [
        'status: resolved',
        'service: Checkout',
        'acknowledged by: PUSER01',
        'major: true',
        'seconds to first ack: 240',
        'seconds to resolve: 3600',
      ].join('\n'),
    });
    expect(leftOut.map(({ place }) => place)).toEqual(['line 1, data.acknowledged_user_names']);
  });

  it('withdraws and changes nothing of what the incident itself told, nor the other way round', async () => {
    const { take, claims, see } = importing();
    const incident = { incidents: [resolved], log_entries: logEntries };
    await take(pagerduty, incident);
    expect((await take(pagerduty, { data: [kept] })).slice(2)).toEqual([0, 0, 0]);
    expect((await take(pagerduty, incident)).slice(2)).toEqual([0, 0, 0]);
    expect((await claims('pagerduty-PINC001')).contradictions).toEqual([]);
    expect((await see('pagerduty-PINC001')).durations['time-to-resolve']).toBe(3_600_000);
  });
});
