import { describe, expect, it } from '@jest/globals';
import { alertmanager, gcpStatus } from '../../../src/import/public.ts';
import { incident } from '../fixtures/gcpStatus.ts';
import { readValue } from '../imported.ts';

const SAID = 'it ends before it begins; both times stand as they are told';

describe('what ends before it begins', () => {
  it('is said, of an alert and of each impact, and told as it stands', async () => {
    const alert = {
      status: 'resolved',
      labels: { alertname: 'Down' },
      startsAt: '2024-05-01T10:00:00Z',
      endsAt: '2024-05-01T09:00:00Z',
      fingerprint: 'ab12',
    };
    const message = { version: '4', groupKey: 'g', status: 'resolved', alerts: [alert] };
    const { documents, warnings } = await readValue(alertmanager, message);
    expect(warnings).toEqual([{ place: 'line 1, alerts[0].endsAt', message: SAID }]);
    expect(documents[0]?.claims.map(({ type }) => type)).toContain('Resolved');
    const early = { ...incident, end: '2024-06-07T08:00:00+00:00' };
    const read = await readValue(gcpStatus, early);
    expect(read.warnings.map((warning) => warning.message)).toEqual([SAID]);
    expect((await readValue(gcpStatus, incident)).warnings).toEqual([]);
  });
});
