import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import type { Claim } from '../../src/events/claim.ts';
import { core } from '../../src/events/core.ts';
import { excessIn } from '../../src/events/excess.ts';
import { definitionOf } from '../../src/events/vocabulary.ts';
import type { ReadResult } from '../../src/import/readAll.ts';
import { Moment } from '../../src/primitives/moment.ts';
import { minutes, ofType, readPage, updatesOf } from './read.ts';

let read: ReadResult;
let claims: readonly Claim[];

beforeAll(async () => {
  const text = await readFile(new URL('../../examples/tsr-1023.txt', import.meta.url), 'utf8');
  read = await readPage(text, { documentName: 'tsr-1023.txt' });
  claims = read.documents[0]?.claims ?? [];
});

const from = (kind: string): readonly string[] =>
  claims
    .filter(({ source }) => source.kind === kind)
    .map(({ type, occurredAt }) => `${type} ${minutes(occurredAt)}`);

describe('TSR-1023', () => {
  it('is one document under its reference', () => {
    expect(read.errors).toEqual([]);
    expect(read.documents).toHaveLength(1);
    expect(read.documents[0]).toMatchObject({
      incidentId: 'TSR-1023',
      sourceKey: 'status-page:Dalenys:TSR-1023',
      complete: true,
      importer: { name: 'status-page' },
      title: {
        fr: 'INCIDENT PROCESSING | Perturbations plateforme de paiement',
        en: 'INCIDENT PROCESSING | Payment platform disruptions',
      },
    });
  });

  it('has four updates, with their texts by language', () => {
    expect(updatesOf(claims)).toEqual([
      'investigating 2024-12-17T10:12',
      'monitoring 2024-12-17T10:14',
      'resolved 2024-12-17T10:18',
      'postmortem 2024-12-18T08:24',
    ]);
    expect(ofType(claims, 'StatusPublished')[0]?.data.text).toEqual({
      fr: 'Nous avons identifié des difficultés sur la plateforme de paiement entre 10h51 et 11h02.',
      en: 'We have identified ongoing difficulties on the payment platform from 1H51am to 11h02am.',
    });
  });

  it('claims what the sentence at its top says, the component named once', () => {
    const top = claims.filter(({ source }) => source.locator === 'header');
    expect(top.map(({ type, data }) => [type, data])).toEqual([
      ['Declared', { kind: 'incident', title: read.documents[0]?.title, reference: 'TSR-1023' }],
      ['SeverityAssigned', { dimension: 'impact', scale: 'public', level: 'minor' }],
      [
        'ImpactStarted',
        { impactId: 'main', component: 'Processing e-commerce / E-commerce processing' },
      ],
      ['ImpactMeasured', { durationMs: 360_000, written: 'lasting 6m' }],
    ]);
    expect(ofType(top, 'ImpactStarted')[0]?.occurredAt).toEqual({
      earliest: '2024-12-17T00:00:00.000Z',
      latest: '2024-12-17T23:59:59.999Z',
      written: 'December 17, 2024',
      zone: 'UTC',
      basis: 'document',
    });
    for (const { statedAt } of top)
      expect(statedAt).toEqual({ earliest: '2024-12-17T10:18:00.000Z' });
  });

  it('claims what the reference header says, for the ticket', () => {
    expect(from('ticket')).toEqual([
      'ImpactStarted 2024-12-17T09:51',
      'ImpactEnded 2024-12-17T10:02',
      'SeverityAssigned ..2024-12-17T10:12',
      'NoteAdded ..2024-12-17T10:12',
    ]);
    const ticket = claims.filter(({ source }) => source.kind === 'ticket');
    expect(ticket[0]?.source).toEqual({
      kind: 'ticket',
      name: 'TSR-1023',
      locator: 'update 1, header',
    });
    expect(ticket.map(({ occurredAt }) => occurredAt.basis)).toEqual([
      'stated',
      'document',
      undefined,
      undefined,
    ]);
    expect(ofType(ticket, 'SeverityAssigned')[0]?.data).toEqual({
      dimension: 'priority',
      scale: 'internal',
      level: 'P1',
    });
    expect(ofType(ticket, 'NoteAdded')[0]?.data.text).toEqual({
      und: 'Category: Processing; Responsibility: Payplug',
    });
  });

  it('keeps the times of both languages, which contradict each other, and claims neither', () => {
    const mentions = ofType(claims, 'StatusPublished')[0]?.data.mentions ?? [];
    expect(
      mentions.map(({ about, language, moment }) => [
        about,
        language,
        moment.written,
        minutes(moment),
      ]),
    ).toEqual([
      ['ImpactStarted', 'fr', '10h51', '2024-12-17T09:51'],
      ['ImpactEnded', 'fr', '11h02', '2024-12-17T10:02'],
      ['ImpactStarted', 'en', '1H51am', '2024-12-17T00:51'],
      ['ImpactEnded', 'en', '11h02am', '2024-12-17T10:02'],
    ]);
    expect(
      mentions.every(({ moment }) => moment.zone === 'CET' && moment.basis === 'document'),
    ).toBe(true);
    expect(read.warnings).toEqual([
      { place: 'update 1', message: 'the languages of this update give different times' },
    ]);
    expect(from('status-page').filter((line) => line.startsWith('Impact'))).toHaveLength(2);
  });

  it('claims the six lines of the post mortem once each, in both languages', () => {
    const lines = claims.filter(({ source }) => source.locator?.includes('timeline') === true);
    expect(
      lines.map(({ type, data, occurredAt, source }) => [
        source.locator,
        type,
        minutes(occurredAt),
        'text' in data ? data.text : undefined,
      ]),
    ).toEqual([
      [
        'update 4, timeline line 1',
        'ChangeMade',
        '2024-12-17T09:30',
        { fr: 'modification d’une règle DNS', en: 'modification of a DNS rule' },
      ],
      [
        'update 4, timeline line 2',
        'ImpactStarted',
        '2024-12-17T09:51',
        { fr: 'début de l’incident', en: 'incident begins' },
      ],
      [
        'update 4, timeline line 3',
        'AlertRaised',
        '2024-12-17T09:53',
        { fr: 'remontées d’alertes', en: 'alerts raised' },
      ],
      [
        'update 4, timeline line 4',
        'CellCreated',
        '2024-12-17T09:55',
        {
          fr: 'création de la cellule incident majeur',
          en: 'major incident response team created',
        },
      ],
      [
        'update 4, timeline line 5',
        'FixApplied',
        '2024-12-17T09:57',
        { fr: 'correction de la règle DNS', en: 'DNS rule corrected' },
      ],
      [
        'update 4, timeline line 6',
        'Restored',
        '2024-12-17T10:02',
        { fr: 'reprise du service', en: 'service restored' },
      ],
      [
        'update 4, timeline line 6',
        'Resolved',
        '2024-12-17T10:02',
        { fr: 'fin de l’incident', en: 'incident resolved' },
      ],
    ]);
    expect(ofType(lines, 'ImpactStarted')[0]?.data.degree).toBe('full');
    expect(ofType(lines, 'ChangeMade')[0]?.data.kind).toBe('dns');
    expect(
      lines.every(({ source }) => source.kind === 'postmortem' && source.name === 'TSR-1023'),
    ).toBe(true);
    expect(lines.every(({ occurredAt }) => occurredAt.basis === 'document')).toBe(true);
  });

  it('claims the cause, the length, the action and the label of the post mortem', () => {
    const published = '..2024-12-18T08:24';
    expect(from('postmortem').slice(7)).toEqual([
      `ImpactMeasured ${published}`,
      `CauseIdentified ${published}`,
      `ActionProposed ${published}`,
      `NoteAdded ${published}`,
    ]);
    expect(ofType(claims, 'CauseIdentified')[0]?.data).toMatchObject({
      changeId: 'change-1',
      text: { en: 'A faulty manual DNS routing change caused an outage on the payment platform' },
    });
    expect(ofType(claims, 'ImpactMeasured')[1]?.data).toEqual({
      durationMs: 660_000,
      written: '11 minutes',
      text: {
        fr: 'Service non disponible durant 11 minutes.',
        en: 'Unavailable service during 11 minutes.',
      },
    });
    expect(ofType(claims, 'ActionProposed').map(({ data }) => data)).toEqual([
      {
        actionId: 'action-1',
        against: { fr: 'Erreur humaine', en: 'Human error' },
        text: {
          fr: 'Renforcement des contrôles (contrôle à 4 yeux) sur des modifications manuelles',
          en: 'Strengthening controls (four-eye check) for manual changes',
        },
      },
    ]);
    expect(ofType(claims, 'PostmortemPublished')).toHaveLength(1);
  });

  it('claims the fix that the page tells of as done by then, nobody says since when', () => {
    const [fix] = ofType(claims, 'FixApplied');
    expect(fix).toMatchObject({ source: { kind: 'status-page' }, data: { fixId: 'main' } });
    expect(fix?.occurredAt).toEqual({ latest: '2024-12-17T10:14:59.999Z' });
  });

  it('knows by 10:13 what the header says, and no alert, fix or cause', () => {
    const known = claims.filter(({ statedAt }) => (statedAt?.earliest ?? '') < '2024-12-17T10:13');
    expect([...new Set(known.map(({ type }) => type))]).toEqual([
      'StatusPublished',
      'ImpactStarted',
      'ImpactEnded',
      'SeverityAssigned',
      'NoteAdded',
    ]);
  });

  it('gives claims that the vocabulary takes', () => {
    for (const { type, data, occurredAt, statedAt } of claims) {
      const definition = definitionOf(core, type);
      expect(definition && E.isRight(definition.data.decode(data))).toBe(true);
      expect(definition && excessIn(definition.data, data)).toEqual([]);
      expect(Moment.is(occurredAt)).toBe(true);
      expect(Moment.is(statedAt)).toBe(true);
    }
  });
});
