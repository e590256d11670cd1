import { describe, expect, it } from '@jest/globals';
import { gcpStatus } from '../../../src/import/gcp-status/gcpStatus.ts';
import { pagerduty } from '../../../src/import/pagerduty/pagerduty.ts';
import { incidentId, instant, orThrow } from '../../../src/index.ts';
import { incident } from '../fixtures/gcpStatus.ts';
import { resolved } from '../fixtures/pagerduty.ts';
import { importing } from '../imported.ts';

describe('a version of a record', () => {
  it('is not taken for an older one since a time in the one before was wrong', async () => {
    const { take, see } = importing();
    const wrong = { ...resolved, resolved_at: '2099-01-01T00:00:00Z' };
    await take(pagerduty, { incident: wrong });
    const right = { ...resolved, updated_at: '2024-05-08T00:00:00Z' };
    expect(await take(pagerduty, { incident: right })).toEqual([0, 4, 1, 0, 0]);
    expect((await see('pagerduty-PINC001')).milestones['resolved']).toBe(
      '2024-05-06T11:00:00.000Z',
    );
  });

  it('may have an update that another clock wrote a second later', async () => {
    const { take } = importing();
    const [last, ...others] = incident.updates;
    const skewed = { ...last, created: '2024-06-07T12:30:11+00:00' };
    const first = { ...incident, most_recent_update: skewed, updates: [skewed, ...others] };
    await take(gcpStatus, [first]);
    const renamed = {
      ...first,
      external_desc: 'Machines fail',
      modified: '2024-06-07T12:30:11+00:00',
    };
    expect((await take(gcpStatus, [renamed])).slice(2)).toEqual([1, 0, 0]);
  });
});

describe('an update of Google Cloud', () => {
  it('that was edited says what it does as of the edit', async () => {
    const { take, ledger } = importing();
    const [last, first] = incident.updates;
    const early = {
      ...incident,
      end: null,
      modified: '2024-06-07T10:25:05+00:00',
      most_recent_update: { ...first, modified: '2024-06-07T10:25:05+00:00' },
      updates: [{ ...first, modified: '2024-06-07T10:25:05+00:00' }],
    };
    const twin = { ...first, text: 'It was the network.', modified: '2024-06-07T12:00:00+00:00' };
    await take(gcpStatus, [early]);
    await take(gcpStatus, [{ ...incident, updates: [last, early.updates[0], twin] }]);
    const textsAt = async (time: string): Promise<readonly string[]> => {
      const at = { knownAt: instant(time) };
      const { claims } = await orThrow(
        ledger.history(incidentId('gcp-status-ow5i3PPK96RduMcb1SsW'), at),
      );
      return claims.flatMap((claim) =>
        claim.type === 'StatusPublished' ? [JSON.stringify(claim.data.text)] : [],
      );
    };
    expect(await textsAt('2024-06-07T11:00:00Z')).toEqual(['{"en":"We are investigating."}']);
    expect(await textsAt('2024-06-07T12:00:01Z')).toHaveLength(2);
  });

  it('is read where only the most recent one is told, and only when it was published', async () => {
    const { updates: _, most_recent_update: recent, ...bare } = incident;
    const { created: __, ...when } = recent;
    const { take } = importing();
    const [added] = await take(gcpStatus, [{ ...bare, most_recent_update: when }]);
    const [less] = await importing().take(gcpStatus, [bare]);
    expect(added - less).toBe(1);
  });
});
