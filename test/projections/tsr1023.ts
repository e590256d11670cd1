import type { Moment } from '../../src/primitives/moment.ts';
import { between, noLaterThan } from '../../src/primitives/moment.ts';
import { claimed, logOf } from './log.ts';
import type { Said } from './log.ts';

const page = { kind: 'status-page', name: 'Dalenys' } as const;
const ticket = { kind: 'ticket', name: 'TSR-1023', locator: 'update 1' } as const;
const postmortem = { kind: 'postmortem', name: 'TSR-1023', locator: 'update 4' } as const;

const minute = (at: string): Moment => between(`${at}:00.000Z`, `${at}:59.999Z`);

/** A time on the day, as it is written in Paris. */
const paris = (at: string, written: string): Moment => ({
  ...minute(`2024-12-17T${at}`),
  written,
  zone: 'Europe/Paris',
  basis: 'document',
});

const day = between('2024-12-17T00:00:00.000Z', '2024-12-17T23:59:59.999Z');
const update = {
  investigating: minute('2024-12-17T10:12'),
  monitoring: minute('2024-12-17T10:14'),
  resolved: minute('2024-12-17T10:18'),
  postmortem: minute('2024-12-18T08:24'),
};

const header = { source: page, statedAt: update.investigating };
const opening = { source: { ...page, locator: 'update 1' }, statedAt: update.investigating };
const reference = { source: ticket, statedAt: update.investigating };
const analysis = { source: postmortem, statedAt: update.postmortem };

const published = (
  status: keyof typeof update,
  index: number,
  data: Partial<Said<'StatusPublished'>['data']> = {},
): Said<'StatusPublished'> => ({
  source: { ...page, locator: `update ${index}` },
  occurredAt: update[status],
  statedAt: update[status],
  data: { status, ...data },
});

/** The incident TSR-1023 as claims: a page, the reference header inside it, and the post mortem. */
export const tsr1023 = logOf('TSR-1023', [
  claimed('Declared', {
    ...header,
    occurredAt: noLaterThan('2024-12-17T10:12:59.999Z'),
    data: {
      kind: 'incident',
      title: {
        fr: 'Perturbations plateforme de paiement',
        en: 'Payment platform disruptions',
      },
    },
  }),
  claimed('SeverityAssigned', {
    ...header,
    occurredAt: update.investigating,
    data: { dimension: 'impact', scale: 'public', level: 'minor' },
  }),
  claimed('ImpactStarted', {
    ...header,
    occurredAt: day,
    data: { impactId: 'main', component: 'Processing e-commerce / E-commerce processing' },
  }),
  claimed('ImpactMeasured', {
    ...header,
    occurredAt: update.resolved,
    statedAt: update.resolved,
    data: { durationMs: 360_000, written: 'lasting 6m' },
  }),
  claimed(
    'StatusPublished',
    published('investigating', 1, {
      text: { fr: 'Nous avons identifié des difficultés', en: 'We have identified difficulties' },
      mentions: [
        { about: 'ImpactStarted', language: 'fr', moment: paris('09:51', '10h51') },
        { about: 'ImpactEnded', language: 'fr', moment: paris('10:02', '11h02') },
        { about: 'ImpactStarted', language: 'en', moment: paris('00:51', '1H51am') },
        { about: 'ImpactEnded', language: 'en', moment: paris('10:02', '11h02am') },
      ],
    }),
  ),
  claimed('StatusPublished', published('monitoring', 2)),
  claimed('FixApplied', {
    source: { ...page, locator: 'update 2' },
    occurredAt: noLaterThan('2024-12-17T10:14:59.999Z'),
    statedAt: update.monitoring,
    data: { fixId: 'main' },
  }),
  claimed('StatusPublished', published('resolved', 3)),
  claimed('StatusPublished', published('postmortem', 4)),
  claimed('PostmortemPublished', {
    source: { ...page, locator: 'update 4' },
    occurredAt: update.postmortem,
    statedAt: update.postmortem,
    data: {},
  }),
  claimed('ImpactStarted', {
    ...reference,
    occurredAt: paris('09:51', '10h51'),
    data: { impactId: 'main' },
  }),
  claimed('ImpactEnded', {
    ...reference,
    occurredAt: paris('10:02', '11h02'),
    data: { impactId: 'main' },
  }),
  claimed('SeverityAssigned', {
    ...reference,
    occurredAt: update.investigating,
    data: { dimension: 'priority', scale: 'internal', level: 'P1' },
  }),
  claimed('NoteAdded', {
    ...opening,
    occurredAt: update.investigating,
    data: { text: { en: 'Responsibility : Payplug' } },
  }),
  claimed('ChangeMade', {
    ...analysis,
    occurredAt: paris('09:30', '10h30'),
    data: {
      changeId: 'change-1',
      kind: 'dns',
      text: { fr: 'modification d’une règle DNS', en: 'modification of a DNS rule' },
    },
  }),
  claimed('ImpactStarted', {
    ...analysis,
    occurredAt: paris('09:51', '10h51'),
    data: {
      impactId: 'main',
      degree: 'full',
      text: { fr: 'début de l’incident', en: 'incident begins' },
    },
  }),
  claimed('AlertRaised', {
    ...analysis,
    occurredAt: paris('09:53', '10h53'),
    data: { alertId: 'alert-1', text: { fr: 'remontées d’alertes', en: 'alerts raised' } },
  }),
  claimed('CellCreated', {
    ...analysis,
    occurredAt: paris('09:55', '10h55'),
    data: { cellId: 'cell-1' },
  }),
  claimed('FixApplied', {
    ...analysis,
    occurredAt: paris('09:57', '10h57'),
    data: { fixId: 'main' },
  }),
  claimed('Restored', { ...analysis, occurredAt: paris('10:02', '11h02'), data: {} }),
  claimed('Resolved', { ...analysis, occurredAt: paris('10:02', '11h02'), data: {} }),
  claimed('CauseIdentified', {
    ...analysis,
    occurredAt: noLaterThan('2024-12-18T08:24:59.999Z'),
    data: { changeId: 'change-1' },
  }),
  claimed('ImpactMeasured', {
    ...analysis,
    occurredAt: update.postmortem,
    data: { durationMs: 660_000, written: '11 minutes' },
  }),
  claimed('ActionProposed', {
    ...analysis,
    occurredAt: update.postmortem,
    data: {
      actionId: 'action-1',
      text: { fr: 'Renforcement des contrôles', en: 'Strengthening controls' },
      against: { fr: 'Erreur humaine', en: 'Human error' },
    },
  }),
]);
