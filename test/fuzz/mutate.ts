/** Numbers below a limit that a seed always gives in the same order. */
export type Random = (below: number) => number;

/** Makes such numbers; the generator is mulberry32. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
};

type Mutation = (text: string, random: Random, others: readonly string[]) => string;

const at = (text: string, random: Random): number => random(text.length + 1);

const span = (text: string, random: Random): readonly [number, number] => {
  const from = at(text, random);
  return [from, Math.min(text.length, from + random(80))];
};

const lines = (text: string, change: (all: string[]) => string[]): string =>
  change(text.split('\n')).join('\n');

/** What is put in where it hurts. */
const ODD = [
  '\0',
  '\uFEFF',
  '\uD800',
  '\uDC00',
  '\r',
  '"',
  "'",
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '0001-01-01T00:00:00Z',
  '9999-99-99',
  '1e999',
  '-0',
  '99999999999999999999',
  'null',
  '__proto__',
  'constructor',
  '\u202E',
  '🙂',
  ' '.repeat(300),
  '{'.repeat(200),
  '25:61',
  '30 February 2024',
  'CET',
  '\t|\t|',
  '# ',
  '- ',
];

const MUTATIONS: readonly Mutation[] = [
  (text, random) => text.slice(0, at(text, random)),
  (text, random) => text.slice(at(text, random)),
  (text, random) => {
    const [from, to] = span(text, random);
    return text.slice(0, from) + text.slice(to);
  },
  (text, random) => {
    const [from, to] = span(text, random);
    return text.slice(0, to) + text.slice(from);
  },
  (text, random) => {
    const place = random(Math.max(1, text.length));
    const flipped = String.fromCharCode(text.charCodeAt(place) ^ (1 << random(7)) || 32);
    return text.slice(0, place) + flipped + text.slice(place + 1);
  },
  (text, random) => {
    const place = at(text, random);
    return text.slice(0, place) + (ODD[random(ODD.length)] ?? '') + text.slice(place);
  },
  (text, random) =>
    lines(text, (all) => {
      const [moved = ''] = all.splice(random(all.length), 1);
      all.splice(random(all.length + 1), 0, moved);
      return all;
    }),
  (text, random) =>
    lines(text, (all) => {
      const place = random(all.length);
      return [...all.slice(0, place), all[place] ?? '', ...all.slice(place)];
    }),
  (text, random, others) => {
    const other = others[random(others.length)] ?? '';
    const [from, to] = span(other, random);
    const place = at(text, random);
    return text.slice(0, place) + other.slice(from, to) + text.slice(place);
  },
  (text, random, others) => {
    const other = others[random(others.length)] ?? '';
    return text.slice(0, at(text, random)) + other.slice(at(other, random));
  },
  (text) => text.replaceAll('\n', '\r\n'),
  (text, random) =>
    text.replaceAll(/"[^"]{0,40}"|\d+/g, (found) =>
      random(30) === 0 ? (['null', '{}', '[]', '0', '"x"'][random(5)] ?? found) : found,
    ),
];

/** The document that a number stands for: one of the corpus, changed once to four times. */
export const mutated = (
  corpus: readonly string[],
  others: readonly string[],
  seed: number,
): string => {
  const random = randomFrom(seed);
  let text = corpus[random(corpus.length)] ?? '';
  for (let left = random(4); left >= 0; left -= 1) {
    text = (MUTATIONS[random(MUTATIONS.length)] ?? ((same) => same))(text, random, others);
  }
  return text;
};
