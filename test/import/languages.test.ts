import { describe, expect, it } from '@jest/globals';
import { bilingual } from '../../src/import/text/bilingual.ts';
import { languageOf } from '../../src/import/text/language.ts';
import { splitLanguages } from '../../src/import/text/splitLanguages.ts';

const split = (text: string): readonly string[] =>
  splitLanguages(text).map((part) => `${part.language}: ${part.text}`);

describe('languageOf', () => {
  it.each([
    ['Nous avons identifié des difficultés.', 'fr'],
    ['We are investigating this issue.', 'en'],
    ['Il problema è stato risolto.', 'it'],
    ['API', 'und'],
    ['', 'und'],
  ])('of "%s" is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('splitLanguages', () => {
  it.each([
    [
      'FR Nous avons un incident. EN We have an incident.',
      ['fr: Nous avons un incident.', 'en: We have an incident.'],
    ],
    ['[FR] Nous avons. [EN] We have.', ['fr: Nous avons.', 'en: We have.']],
    ['FR : Nous avons\nEN : We have', ['fr: Nous avons', 'en: We have']],
    ['🇫🇷 Nous avons 🇬🇧 We have', ['fr: Nous avons', 'en: We have']],
    [
      '_English version below_ Nous avons ====ENGLISH VERSION==== We have',
      ['fr: Nous avons', 'en: We have'],
    ],
    ['Nous avons\n**English version**\nWe have', ['fr: Nous avons', 'en: We have']],
    ['We have it\nVersion française : Nous avons', ['en: We have it', 'fr: Nous avons']],
    [
      'L’incident est résolu.\nThis incident has been resolved.',
      ['fr: L’incident est résolu.', 'en: This incident has been resolved.'],
    ],
    ['API\nThe API is down', ['en: API\nThe API is down']],
    ['EN COURS de résolution par nos équipes', ['fr: EN COURS de résolution par nos équipes']],
    ['The IT team is on it', ['en: The IT team is on it']],
    ['La subversion française de la page', ['fr: La subversion française de la page']],
    [
      'Nous avons --- EN : We have ======= FR : Nous avons',
      ['fr: Nous avons', 'en: We have', 'fr: Nous avons'],
    ],
    [
      `We have it ${'='.repeat(90)}ENGLISH VERSION====`,
      [`en: We have it ${'='.repeat(90)}ENGLISH VERSION====`],
    ],
    ['', []],
  ])('splits "%s"', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });
});

describe('bilingual', () => {
  it('tells the halves of a headline apart; what is before the bar belongs to both', () => {
    expect(bilingual('A | Perturbations de la plateforme / Platform disruptions')).toEqual({
      fr: 'A | Perturbations de la plateforme',
      en: 'A | Platform disruptions',
    });
  });

  it('keeps a text in one language whole', () => {
    expect(bilingual('The API / the dashboard')).toEqual({ en: 'The API / the dashboard' });
  });
});
