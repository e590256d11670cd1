import { describe, expect, it } from '@jest/globals';
import { changeKind } from '../../../src/import/prose/changeKind.ts';
import { classifyPhrase } from '../../../src/import/prose/classifyPhrase.ts';
import { degreeIn } from '../../../src/import/prose/degreeWords.ts';
import { matchedFacts } from '../../../src/import/prose/matchedFacts.ts';
import { splitFacts } from '../../../src/import/prose/splitFacts.ts';

describe('classifyPhrase', () => {
  it.each([
    ['modification d’une règle DNS', 'ChangeMade'],
    ['modification of a DNS rule', 'ChangeMade'],
    ['mise en production de la version 4.2', 'ChangeMade'],
    ['Deployed version 4.2', 'ChangeMade'],
    ['début de l’incident', 'ImpactStarted'],
    ['incident begins', 'ImpactStarted'],
    ['indisponibilité du service', 'ImpactStarted'],
    ['Service is down', 'ImpactStarted'],
    ["inizio dell'incidente", 'ImpactStarted'],
    ['remontées d’alertes', 'AlertRaised'],
    ["remontée d'alertes SMS à l'astreinte", 'AlertRaised'],
    ['alerts raised', 'AlertRaised'],
    ['First monitoring alert', 'AlertRaised'],
    ['création de la cellule incident majeur', 'CellCreated'],
    ["création d'une cellule de crise dédiée", 'CellCreated'],
    ['major incident response team created', 'CellCreated'],
    ['fin de la cellule de crise', 'CellClosed'],
    ['correction de la règle DNS', 'FixApplied'],
    ['DNS rule corrected', 'FixApplied'],
    ['rollback', 'FixApplied'],
    ['Partial recovery of the API', 'Mitigated'],
    ['Service partially restored', 'Mitigated'],
    ['Data is partially recoverable', null],
    ['retour arrière effectué', 'FixApplied'],
    ['A fix has been implemented', 'FixApplied'],
    ['fix reverted', 'FixReverted'],
    ['reprise du service', 'Restored'],
    ['service restored', 'Restored'],
    ['retour à la normale', 'Restored'],
    ['ripristino del servizio', 'Restored'],
    ['reprise partielle du service', 'Mitigated'],
    ['bascule vers le site de secours', 'Mitigated'],
    ['fin de l’incident', 'Resolved'],
    ['incident resolved', 'Resolved'],
    ['Resolved', 'Resolved'],
    ["clôture de l'incident", 'Closed'],
    ['fin de la perturbation', 'ImpactEnded'],
    ['end of the outage', 'ImpactEnded'],
    ['prise en charge', 'Acknowledged'],
    ['début des investigations', 'Acknowledged'],
    ['détection du problème', 'Detected'],
    ['Users report errors', 'Detected'],
    ['Incident declared', 'Declared'],
    ["déclaration de l'incident majeur", 'Declared'],
    ['incident reopened', 'Reopened'],
    ['root cause identified', 'CauseIdentified'],
    ['identification de la cause', 'CauseIdentified'],
  ])('reads "%s" as %s', (text, type) => {
    expect(classifyPhrase(text)).toBe(type);
  });

  it.each([
    'reprise de la cellule de crise',
    'escalade',
    'the service has not been restored',
    'aucune alerte remontée',
    'a fix is being implemented',
    'rollback started',
    'the fix will be deployed tomorrow',
    'tentative de correction de la règle',
    'alerts cleared',
    'alertes: fin des alertes',
    'Problem is identified',
    'communication status page',
    '',
  ])('reads nothing out of "%s"', (text) => {
    expect(classifyPhrase(text)).toBeNull();
  });
});

describe('splitFacts', () => {
  it('tells two facts of one line apart, each with its own words', () => {
    expect(splitFacts('reprise du service et fin de l’incident.')).toEqual([
      { type: 'Restored', text: 'reprise du service' },
      { type: 'Resolved', text: 'fin de l’incident' },
    ]);
  });

  it('keeps the whole line for one fact', () => {
    expect(splitFacts('A fix has been implemented and we are monitoring.')).toEqual([
      { type: 'FixApplied', text: 'A fix has been implemented and we are monitoring' },
    ]);
  });

  it('gives none for a line that tells nothing known', () => {
    expect(splitFacts('escalade au fournisseur')).toEqual([]);
  });
});

describe('matchedFacts', () => {
  it('puts the languages of a fact together', () => {
    expect(
      matchedFacts({
        fr: 'reprise du service et fin de l’incident',
        en: 'service restored and incident resolved',
      }),
    ).toEqual([
      { type: 'Restored', text: { fr: 'reprise du service', en: 'service restored' } },
      { type: 'Resolved', text: { fr: 'fin de l’incident', en: 'incident resolved' } },
    ]);
  });

  it('takes a language that is not understood along with the one that is', () => {
    expect(matchedFacts({ fr: 'fin de l’incident', de: 'Ende der Störung.' })).toEqual([
      { type: 'Resolved', text: { fr: 'fin de l’incident', de: 'Ende der Störung' } },
    ]);
  });

  it('keeps two facts of one type in one line together', () => {
    expect(matchedFacts({ en: 'service restored; incident resolved; payments restored' })).toEqual([
      { type: 'Restored', text: { en: 'service restored; payments restored' } },
      { type: 'Resolved', text: { en: 'incident resolved' } },
    ]);
  });
});

describe('the words of kinds and degrees', () => {
  it('tells what was changed', () => {
    expect(changeKind('modification d’une règle DNS')).toBe('dns');
    expect(changeKind('mise en production de la 8.1')).toBe('deployment');
    expect(changeKind('expired TLS certificate')).toBe('certificate');
    expect(changeKind('something')).toBeUndefined();
  });

  it('tells how bad it was', () => {
    expect(degreeIn('Service non disponible durant 11 minutes.')).toBe('full');
    expect(degreeIn('Unavailable service')).toBe('full');
    expect(degreeIn('The API was intermittently down')).toBe('degraded');
    expect(degreeIn('service dégradé')).toBe('degraded');
    expect(degreeIn('partial outage')).toBe('partial');
    expect(degreeIn('Paiements')).toBeUndefined();
  });
});
