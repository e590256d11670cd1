import * as fc from 'fast-check';
import type { Erased, Name, Text } from '../../primitives/text.ts';
import { anyInstant } from './times.ts';

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz_ AZ09-.:/"\\éß漢😀\u0000\u2028\u{10FFFF}');
const [FIRST_SURROGATE, LAST_SURROGATE, LAST] = [0xd8_00, 0xdf_ff, 0x10_ff_ff];

/** One character; a table of all there are, which fast-check's own unit makes, takes a second. */
const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LETTERS) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0, max: LAST })
      .filter((point) => point < FIRST_SURROGATE || point > LAST_SURROGATE)
      .map((point) => String.fromCodePoint(point)),
  },
);

/** Text that is not empty, and has no lone surrogates. */
export const filled: fc.Arbitrary<string> = fc.string({
  minLength: 1,
  maxLength: 12,
  unit: character,
});

/** One of a few ids, so that equal ones are common; some are what every object has. */
export const fewIds: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('one', 'two', 'three') },
  { weight: 1, arbitrary: fc.constantFrom('constructor', '__proto__') },
);

const languages = fc.constantFrom('fr', 'en', 'de', 'pt-BR', 'und');

/** A text in some languages. */
export const localizedText: fc.Arbitrary<Readonly<Record<string, string>>> = fc.dictionary(
  languages,
  filled,
  { maxKeys: 3 },
);

/** What stands where something was erased. */
export const erased: fc.Arbitrary<Erased> = fc.record({
  erased: fc.record({ at: anyInstant, reason: filled, digest: fc.stringMatching(/^[0-9a-f]{8}$/) }),
});

/** A text by language, or erased. */
export const text: fc.Arbitrary<Text> = fc.oneof(
  { weight: 5, arbitrary: localizedText },
  { weight: 1, arbitrary: erased },
);

/** A name, or erased. */
export const name: fc.Arbitrary<Name> = fc.oneof(filled, erased);
