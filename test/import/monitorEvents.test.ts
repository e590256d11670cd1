import { describe, expect, it } from '@jest/globals';
import { datadog } from '../../src/import/datadog/datadog.ts';
import { incidentId } from '../../src/index.ts';
import { eventV1, eventV2, notification } from './fixtures/datadog.ts';
import { importing, readValue } from './imported.ts';

const MINUTE = 60_000;
const jsonLines = (...values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join('\n');

/** What was read, incident by incident. */
const told = async (value: unknown, options = {}): Promise<readonly string[]> => {
  const { documents } = await readValue(datadog, value, options);
  return documents.flatMap(({ incidentId: of, claims }) =>
    claims
      .filter(({ item }) => !item.endsWith('/details'))
      .map(
        ({ type, item, occurredAt }) =>
          `${of} ${type} ${item} ${occurredAt.earliest?.slice(11, 19) ?? ''}`,
      ),
  );
};

describe('notifications of Datadog’s monitors', () => {
  const cycle = [
    notification('3', 'Recovered', 1500),
    notification('1', 'Warn', 0),
    notification('2', 'Triggered', 300),
    notification('4', 'Re-Triggered', 900),
  ];

  it('of one alert cycle are one incident, from the first alert until it is over', async () => {
    const { take, see } = importing();
    expect(await take(datadog, jsonLines(...cycle))).toEqual([12, 0, 0, 0, 0]);
    const { durations, incident, milestones } = await see('datadog-cycle-9001');
    expect(durations['time-to-resolve']).toBe(25 * MINUTE);
    expect(milestones['alerted']).toBe('2024-08-09T08:00:00.000Z');
    expect(incident).toMatchObject({
      status: 'resolved',
      severity: { 'datadog-monitor': 'Alert', 'datadog-priority': 'P2' },
    });
    expect(await take(datadog, jsonLines(...cycle))).toEqual([0, 12, 0, 0, 0]);
  });

  it('come one at a time, and in any order', async () => {
    const { take, see } = importing();
    for (const one of cycle) await take(datadog, one);
    expect((await see('datadog-cycle-9001')).durations['time-to-resolve']).toBe(25 * MINUTE);
  });

  it('are the same as the events of the API', async () => {
    const value = {
      data: [
        eventV2('2', 'alert recovery', 'OK', '2024-08-09T08:25:00.000Z'),
        eventV2('1', 'alert', 'Alert', '2024-08-09T08:00:00.000Z'),
        eventV2('3', 'warning recovery', 'Warn', '2024-08-09T08:10:00.000Z'),
      ],
    };
    expect(await told(value)).toEqual([
      'datadog-cycle-9001 AlertRaised 1 08:00:00',
      'datadog-cycle-9001 SeverityAssigned 1/state 08:00:00',
      'datadog-cycle-9001 SeverityAssigned 1/priority 08:00:00',
      'datadog-cycle-9001 NoteAdded 3 08:10:00',
      'datadog-cycle-9001 Resolved 2 08:25:00',
    ]);
  });

  it('that only recover keep the priority that they name', async () => {
    const { documents } = await readValue(datadog, notification('2', 'Recovered', 60));
    const notes = documents[0]?.claims.filter(({ type }) => type === 'NoteAdded');
    expect(notes?.map(({ data }) => data)).toMatchObject([
      { text: { en: expect.stringContaining('priority: P2') } },
    ]);
  });

  it('without the key of a cycle are of the monitor and its group, which alerts again', async () => {
    const without = { alert_cycle_key: '$ALERT_CYCLE_KEY', alert_priority: '', alert_scope: '*' };
    const value = jsonLines(
      notification('1', 'Triggered', 0, without),
      notification('2', 'Recovered', 60, without),
      notification('3', 'Triggered', 120, without),
      notification('4', 'Triggered', 180, { ...without, alert_scope: 'host:web-2' }),
    );
    const lines = await told(value);
    expect(lines.slice(0, 6)).toEqual([
      'datadog-monitor-4711 AlertRaised 1 08:00:00',
      'datadog-monitor-4711 SeverityAssigned 1/state 08:00:00',
      'datadog-monitor-4711 Resolved 2 08:01:00',
      'datadog-monitor-4711 Reopened 3 08:02:00',
      'datadog-monitor-4711 AlertRaised 3 08:02:00',
      'datadog-monitor-4711 SeverityAssigned 3/state 08:02:00',
    ]);
    expect(lines[6]).toMatch(/^datadog-monitor-4711-[0-9a-f]{8} AlertRaised 4 /);
  });

  it('of the default template tell the state by the title, and are linked by nothing', async () => {
    const only = (id: string, state: string, seconds: number) => {
      const { title, body, date, last_updated, event_type, org } = notification(id, state, seconds);
      return { id, title, body, date, last_updated, event_type, org };
    };
    const [raised, over] = [only('1', 'Triggered', 0), only('2', 'Recovered', 60)];
    expect(await told(raised)).toEqual([
      'datadog-event-1 AlertRaised 1 08:00:00',
      'datadog-event-1 SeverityAssigned 1/state 08:00:00',
    ]);
    expect((await readValue(datadog, over)).leftOut).toMatchObject([
      { place: 'line 1', reason: expect.stringContaining('which incident it belongs to') },
    ]);
    const into = { incident: incidentId('INC-7') };
    expect(await told(over, into)).toEqual(['INC-7 Resolved 2 08:01:00']);
    expect((await told(jsonLines(raised, over))).at(-1)).toBe(
      'datadog-event-1 Resolved 2 08:01:00',
    );
  });

  it('may come under the names of the variables, or in an object of their own', async () => {
    const { alert_transition, alert_cycle_key, alert_id, ...rest } = notification(
      '1',
      'Triggered',
      0,
    );
    const [first] = await told({
      ...rest,
      metadata: { ALERT_TRANSITION: alert_transition, ALERT_CYCLE_KEY: alert_cycle_key },
    });
    expect(first).toBe('datadog-cycle-9001 AlertRaised 1 08:00:00');
    const nested = { transition: alert_transition, id: alert_id, cycleId: alert_cycle_key };
    expect((await told({ ...rest, alert: nested }))[0]).toBe(first);
  });

  it('are beside events of something else, which are notes where an incident is named', async () => {
    const { leftOut, documents } = await readValue(datadog, { events: [eventV1] });
    expect([leftOut.length, documents.length]).toEqual([1, 0]);
    expect(
      await told({ events: [eventV1] }, { incident: incidentId('datadog-cycle-9001') }),
    ).toEqual(['datadog-cycle-9001 NoteAdded 6024123456 07:55:00']);
    const ofMonitor = { ...eventV1, monitor_id: 3, alert_type: 'error' };
    expect((await told({ event: ofMonitor }))[0]).toBe(
      'datadog-monitor-3 AlertRaised 6024123456 07:55:00',
    );
  });
});
