import { describe, expect, it } from '@jest/globals';
import { incidentIo } from '../../../src/import/incident-io/incidentIo.ts';
import { incidentId, instant, orThrow } from '../../../src/index.ts';
import { followUps, incident, updates } from '../fixtures/incidentIo.ts';
import { importing, readValue } from '../imported.ts';

const ID = incidentId('incident-io-01INC');
const [done] = followUps;
const open = {
  ...done,
  title: 'Limit queries',
  status: 'outstanding',
  completed_at: null,
  updated_at: '2024-03-05T09:00:00Z',
};

const titlesAt = async (
  { ledger }: ReturnType<typeof importing>,
  time: string,
): Promise<readonly string[]> => {
  const { claims } = await orThrow(ledger.history(ID, { knownAt: instant(time) }));
  return claims.flatMap((claim) => {
    if (claim.type !== 'ActionProposed') return [];
    return [JSON.stringify(claim.data.text)];
  });
};

describe('a follow-up of incident.io', () => {
  it('says what it said at any time, by when it was updated', async () => {
    const all = importing();
    await all.take(incidentIo, { follow_ups: [open] });
    expect(await all.take(incidentIo, { follow_ups: [done] })).toEqual([1, 0, 1, 0, 0]);
    expect(await titlesAt(all, '2024-03-05T12:00:00Z')).toEqual([
      JSON.stringify({ en: 'Limit queries\n\nTo ten seconds' }),
    ]);
    expect(await titlesAt(all, '2024-03-06T12:00:00Z')).toEqual([
      JSON.stringify({ en: 'Limit the query\n\nTo ten seconds' }),
    ]);
  });

  it('is not taken back by an older copy that comes late', async () => {
    const all = importing();
    await all.take(incidentIo, { follow_ups: [open] });
    await all.take(incidentIo, { follow_ups: [done] });
    expect((await all.take(incidentIo, { follow_ups: [open] })).slice(2)).toEqual([0, 0, 0]);
    expect(await titlesAt(all, '2026-01-01T00:00:00Z')).toEqual([
      JSON.stringify({ en: 'Limit the query\n\nTo ten seconds' }),
    ]);
  });

  it('is read of a webhook, as is an action, which has no title', async () => {
    const { title: _, ...action } = open;
    for (const [type, sent] of [
      ['public_incident.follow_up_created_v1', open],
      ['public_incident.action_created_v1', action],
    ] as const) {
      const { documents } = await readValue(incidentIo, { event_type: type, [type]: sent });
      expect(documents.map(({ sourceKey }) => sourceKey)).toEqual(['incident-io:follow-up/F1']);
    }
  });
});

describe('updates that stand in their incident', () => {
  it('are the same whatever the list is called', async () => {
    const { take } = importing();
    await take(incidentIo, [{ ...incident, updates }]);
    expect((await take(incidentIo, { incident_updates: updates }))[0]).toBe(0);
  });
});
