import { describe, expect, it } from '@jest/globals';
import { incidentId } from '../../src/primitives/ids.ts';
import { incident } from '../../src/projections/incident.ts';
import { happened, idOf, seenIn, viewOf } from './log.ts';
import { tsr1023 } from './tsr1023.ts';

describe('an incident in short', () => {
  it('is TSR-1023', () => {
    expect(viewOf(tsr1023, incident)).toEqual({
      incidentId: 'TSR-1023',
      title: { fr: 'Perturbations plateforme de paiement', en: 'Payment platform disruptions' },
      reference: null,
      kind: 'incident',
      status: 'resolved',
      statusInferred: false,
      statusEvidence: [idOf('TSR-1023', 20)],
      episodes: 1,
      severity: { internal: 'P1', public: 'minor' },
      components: ['Processing e-commerce / E-commerce processing'],
      mergedInto: null,
      links: [],
      responders: [],
    });
  });

  it('is nothing while nothing is known', () => {
    expect(seenIn([], incident)).toMatchObject({ incidentId: null, status: 'none', episodes: 0 });
  });

  it.each([
    ['open', []],
    ['resolved', [happened('Resolved', '11:00:00', {})]],
    ['closed', [happened('Resolved', '11:00:00', {}), happened('Closed', '11:01:00', {})]],
    ['cancelled', [happened('Cancelled', '11:00:00', { outcome: 'test' })]],
    ['merged', [happened('Merged', '11:00:00', { into: incidentId('INC-2') })]],
    ['open', [happened('Resolved', '11:00:00', {}), happened('Reopened', '11:01:00', {})]],
  ] as const)('is %s', (status, entries) => {
    const seen = seenIn(
      [happened('AlertRaised', '10:00:00', { alertId: 'x' }), ...entries],
      incident,
    );
    expect(seen).toMatchObject({ status, statusInferred: false });
  });

  it.each([
    [
      'what it said',
      { text: { en: 'Disk is full\n\nOf db-1' }, monitor: 'Nagios' },
      { en: 'Disk is full' },
    ],
    ['what raised it', { monitor: 'HighErrorRate' }, { und: 'HighErrorRate' }],
    ['nothing', {}, null],
  ] as const)('is called by %s where only an alert was raised', (_, more, title) => {
    const raised = happened('AlertRaised', '10:00:00', { alertId: 'x', ...more });
    expect(seenIn([raised], incident)).toMatchObject({ title, kind: null });
    const declared = happened('Declared', '10:01:00', { kind: 'incident', title: { en: 'Down' } });
    expect(seenIn([raised, declared], incident)).toMatchObject({ title: { en: 'Down' } });
  });

  it('is resolved by what the page says, and says that it infers so', () => {
    const told = [
      happened('Detected', '10:00:00', {}),
      happened('StatusPublished', '11:00:00', { status: 'resolved' }),
    ];
    expect(seenIn(told, incident)).toMatchObject({ status: 'resolved', statusInferred: true });
    expect(
      seenIn(
        [...told, happened('Resolved', '11:05:00', {}), happened('Reopened', '12:00:00', {})],
        incident,
      ),
    ).toMatchObject({
      status: 'open',
      episodes: 2,
    });
  });

  it('takes title and reference from the first declaration that has them', () => {
    const entries = [
      happened('Declared', '10:00:00', { kind: 'exercise' }),
      happened(
        'Declared',
        '10:00:00',
        { kind: 'incident', title: { en: 'Down' } },
        { kind: 'monitor' },
      ),
      happened('Declared', '10:00:00', { kind: 'incident', reference: 'T-1' }, { kind: 'ticket' }),
      happened(
        'Declared',
        '10:00:00',
        { kind: 'incident', title: { en: 'Out' } },
        { kind: 'status-page' },
      ),
    ];
    expect(seenIn(entries, incident)).toMatchObject({
      title: { en: 'Down' },
      reference: 'T-1',
      kind: 'incident',
    });
  });

  it('knows who takes part, what is linked and where it went', () => {
    const [ana, bob] = [{ id: 'ana', name: 'Ana' }, { id: 'bob' }];
    const entries = [
      happened('ResponderJoined', '10:00:00', { responder: ana, role: 'scribe' }),
      happened('ResponderJoined', '10:01:00', { responder: bob }),
      happened('RoleAssigned', '10:02:00', { responder: ana, role: 'commander' }),
      happened('ResponderLeft', '10:03:00', { responder: bob }),
      happened('IncidentLinked', '10:04:00', {
        incidentId: incidentId('INC-0'),
        relation: 'caused-by',
      }),
      happened('Merged', '11:00:00', { into: incidentId('INC-2') }),
    ];
    expect(seenIn(entries, incident)).toMatchObject({
      responders: [
        { responder: ana, roles: ['scribe', 'commander'], isActive: true },
        { responder: bob, roles: [], isActive: false },
      ],
      links: [{ incidentId: 'INC-0', relation: 'caused-by' }],
      mergedInto: 'INC-2',
    });
  });
});
