import { describe, expect, it } from '@jest/globals';
import { languageOf } from '../../../src/import/text/language.ts';

describe('the language of a short text', () => {
  it.each([
    "Today's figures",
    'Datacenter(s): Global',
    "Acme's queue",
    '(d) Third',
    "We'd look",
    'Kinesis (N. Virginia)',
  ])('is not French for a letter that stands alone: %s', (text) => {
    expect(languageOf(text)).not.toBe('fr');
  });

  it.each(["Le service s'est arrêté", "Les équipes d'astreinte", "Il s'agit d'une erreur humaine"])(
    'is French: %s',
    (text) => {
      expect(languageOf(text)).toBe('fr');
    },
  );
});
