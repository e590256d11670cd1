import { describe, expect, it } from '@jest/globals';
import { MINUTE, only } from './shown.ts';

describe('TSR-1023, shown as JSON', () => {
  it.each([
    ['latent-fault', 21],
    ['time-to-alert', 2],
    ['time-to-detect', 2],
    ['detect-to-mobilise', 2],
    ['time-to-mobilise', 4],
    ['time-to-fix', 6],
    ['recovery-lag', 5],
    ['time-to-restore', 11],
    ['time-to-resolve', 11],
    ['disclosure-lag', 21],
    ['restore-to-disclosure', 10],
    ['published-duration', 6],
    ['postmortem-lag', 22 * 60 + 22],
  ])('has %s of %d minutes, give or take one', async (name, minutes) => {
    const { durations } = await only('page.txt');
    expect(durations.find((duration) => duration.name === name)).toMatchObject({
      status: 'recorded',
      ms: minutes * MINUTE,
      minMs: (minutes - 1) * MINUTE + 1,
      maxMs: (minutes + 1) * MINUTE - 1,
    });
  });

  it('lacks an acknowledgement, and says so', async () => {
    const { durations, milestones } = await only('page.txt');
    expect(durations).toHaveLength(14);
    expect(durations.find(({ name }) => name === 'alert-to-acknowledge')).toMatchObject({
      status: 'missing',
      ms: null,
      missing: ['acknowledged'],
    });
    expect(milestones.detected?.inferred).toBe(true);
  });

  it('has the actual period, and what each source claims against it', async () => {
    const { claims } = await only('page.txt');
    expect(claims.actual).toMatchObject({
      from: '2024-12-17T09:51:00.000Z',
      to: '2024-12-17T10:02:00.000Z',
      ms: 11 * MINUTE,
      basis: 'restored',
    });
    const of = (kind: string) => claims.periods.find(({ source }) => source.kind === kind);
    expect(of('status-page')).toMatchObject({
      from: '2024-12-17T10:12:00.000Z',
      to: '2024-12-17T10:18:00.000Z',
      ms: 6 * MINUTE,
      statedMs: 6 * MINUTE,
      startErrorMs: 21 * MINUTE,
      endErrorMs: 16 * MINUTE,
      durationErrorMs: -5 * MINUTE,
      overlap: 0,
    });
    expect(of('ticket')).toMatchObject({
      from: claims.actual.from,
      to: claims.actual.to,
      startErrorMs: 0,
      endErrorMs: 0,
      durationErrorMs: 0,
      overlap: 1,
    });
    expect(of('postmortem')).toMatchObject({ statedMs: 11 * MINUTE, overlap: 1 });
  });

  it('has the severities, one component down, one action, the contradicting texts', async () => {
    const { impact, actions, claims, warnings } = await only('page.txt');
    expect(impact.severity).toEqual({ internal: 'P1', public: 'minor' });
    expect(impact.downtimeMs).toBe(11 * MINUTE);
    expect(impact.components).toEqual([
      expect.objectContaining({
        component: 'Processing e-commerce / E-commerce processing',
        downtimeMs: 11 * MINUTE,
        intervals: [
          { from: '2024-12-17T09:51:00.000Z', to: '2024-12-17T10:02:00.000Z', degree: 'full' },
        ],
      }),
    ]);
    expect(actions).toEqual([
      expect.objectContaining({
        status: 'open',
        text: {
          fr: 'Renforcement des contrôles (contrôle à 4 yeux) sur des modifications manuelles',
          en: 'Strengthening controls (four-eye check) for manual changes',
        },
      }),
    ]);
    const written = claims.contradictions.flatMap((each) =>
      each.claims.map(({ moment }) => moment?.written),
    );
    expect(written).toEqual(expect.arrayContaining(['1H51am', '10h51']));
    expect(warnings[0]?.place).toMatch(/^page\.txt: update 1/);
  });

  it('has the six lines of the post mortem once each, in both languages', async () => {
    const { timeline } = await only('page.txt');
    const textsOf = (type: string) =>
      timeline.filter((entry) => entry.type === type).map(({ text }) => text);
    expect({
      ...Object.fromEntries(
        ['ChangeMade', 'ImpactStarted', 'AlertRaised', 'CellCreated', 'FixApplied'].map((type) => [
          type,
          textsOf(type),
        ]),
      ),
      end: [...textsOf('Restored'), ...textsOf('Resolved')],
    }).toEqual({
      ChangeMade: [{ fr: 'modification d’une règle DNS', en: 'modification of a DNS rule' }],
      ImpactStarted: [{ fr: 'début de l’incident', en: 'incident begins' }],
      AlertRaised: [{ fr: 'remontées d’alertes', en: 'alerts raised' }],
      CellCreated: [
        {
          fr: 'création de la cellule incident majeur',
          en: 'major incident response team created',
        },
      ],
      FixApplied: [{ fr: 'correction de la règle DNS', en: 'DNS rule corrected' }],
      end: [
        { fr: 'reprise du service', en: 'service restored' },
        { fr: 'fin de l’incident', en: 'incident resolved' },
      ],
    });
  });
});
