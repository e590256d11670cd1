import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { classifyPhrase, classifyPlain } from '../../../src/import/prose/classifyPhrase.ts';
import { furniture, labelPatterns, notice } from '../../../src/import/prose/labelPatterns.ts';
import { phrases } from '../../../src/import/prose/phrases.ts';
import { referenceHeader } from '../../../src/import/prose/referenceHeader.ts';
import { timedBy } from '../../../src/import/prose/proseTimes.ts';
import { forSome, otherwise, statedCause } from '../../../src/import/prose/remedyPatterns.ts';
import { remedyTopics } from '../../../src/import/prose/remedyTopics.ts';
import { postedWords, statusWords } from '../../../src/import/prose/statusWords.ts';
import { phraseTopic, topics } from '../../../src/import/prose/topics.ts';
import { wordsIn } from '../../../src/import/prose/wordsIn.ts';
import { isFurniture, labelledLine } from '../../../src/import/status-page/pageLabels.ts';
import { updateLine } from '../../../src/import/status-page/updateLine.ts';
import { languageOf } from '../../../src/import/text/language.ts';
import { allWords } from '../../../src/import/text/neededWords.ts';
import { plainWords } from '../../../src/import/text/plainWords.ts';
import type { SeenWords } from '../../../src/import/text/seenWords.ts';
import { CLOCK, COLON, FIGURE, SLASHED } from '../../../src/import/text/seenWords.ts';
import { languageOfVotes } from '../../../src/import/text/votes.ts';
import { timeMarks } from '../../../src/import/time/timeMark.ts';

/** All patterns that words are asked for first. */
const sources = [
  ...phrases.map(({ source }) => source),
  ...labelPatterns.map(([, { source }]) => source),
  furniture.source,
  notice.source,
  statedCause,
  forSome,
  statusWords,
  postedWords,
  otherwise,
  timedBy,
];

const LOOKS_AROUND = /\(\?<?[=!][^()]*\)|[$^](?![^[]*\])/g;

/** A text that a pattern matches. */
const told = (source: string): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^(?:${source.replaceAll(LOOKS_AROUND, '')})$`));

const vocabulary = [...new Set(sources.flatMap((source) => [...allWords(source)]))];
const gaps = [
  ' ',
  ' ',
  ' ',
  ', ',
  '. ',
  ' : ',
  "'",
  '’',
  '',
  ' - ',
  '\n',
  ' 10:02 ',
  ' 12 May ',
  ' — ',
];

/** Sentences of words that patterns are made of, of texts that they match, and of anything. */
const sentence = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(...vocabulary),
        fc.constantFrom('été', 'problème', 'rétabli', 'Š', 'ſervice', '🇫🇷', 'EN', '←', '©', '≮'),
        fc.oneof(...sources.map(told)),
        fc.string({ maxLength: 5, unit: 'grapheme' }),
      ),
      fc.constantFrom(...gaps),
    ),
    { maxLength: 8 },
  )
  .chain((parts) => {
    const text = parts.flat().join('');
    return fc.constantFrom(text, text.toUpperCase(), text.normalize('NFD'), `- ${text}`);
  });

/** Words of which anything may be there, so that every pattern is asked. */
const anything: SeenWords = { topics: -1, first: -1, start: 0, votes: 0, sentences: [] };

describe('wordsIn', () => {
  it.each(phrases.map(({ type }, index) => [type, index] as const))(
    'sees a word wherever the phrase of %s is found',
    (_type, index) => {
      const { pattern, source } = phrases[index] ?? { pattern: /^/, source: '' };
      fc.assert(
        fc.property(told(source), fc.constantFrom(...gaps), sentence, (text, gap, other) => {
          const whole = `${other}${gap}${text}`.slice(-400);
          fc.pre(pattern.test(plainWords(whole)));
          expect(wordsIn(whole).topics & phraseTopic(index)).not.toBe(0);
        }),
        { numRuns: 100 },
      );
    },
  );

  it.each([
    [topics.cause, statedCause],
    [topics.some, forSome],
  ])('sees a word wherever a pattern of remedies is found', (topic, source) => {
    const pattern = new RegExp(`(?<![a-z])(?:${source})(?![a-z])`);
    fc.assert(
      fc.property(told(source), sentence, (text, other) => {
        const whole = `${text} ${other}`.slice(0, 400);
        fc.pre(pattern.test(plainWords(whole)));
        expect(wordsIn(whole).topics & topic).not.toBe(0);
      }),
    );
  });

  it('sees a word wherever something stands before a time', () => {
    const pattern = new RegExp(`(?<!\\p{L})(?:${timedBy})(?!\\p{L})`, 'iu');
    fc.assert(
      fc.property(told(timedBy), fc.constantFrom(...gaps), sentence, (text, gap, other) => {
        const whole = `${other}${gap}${text} 10:00`;
        fc.pre(pattern.test(whole));
        expect(wordsIn(whole).topics & topics.span).not.toBe(0);
      }),
    );
  });

  it('sees a word by which a sentence speaks of something else only where the pattern finds one', () => {
    const pattern = new RegExp(`(?<![a-z])(?:${otherwise})(?![a-z])`);
    fc.assert(
      fc.property(fc.oneof(told(otherwise), sentence), sentence, (text, other) => {
        const whole = `${text} ${other}`.replaceAll('ſ', 's').slice(0, 400);
        fc.pre((wordsIn(whole).topics & topics.otherwise) !== 0);
        expect(plainWords(whole)).toMatch(pattern);
      }),
    );
  });

  it('sees the sentences that may tell of a remedy as a pattern cuts them', () => {
    const remedy = Object.values(remedyTopics).reduce((all, one) => all | one);
    const stops = fc.constantFrom(
      '.',
      '. ',
      '? ',
      '!',
      '; ',
      ';',
      ' / ',
      '/',
      '...',
      ' ',
      '.\u00A0',
      ': ',
    );
    const remedies = phrases.filter(({ type }) => type in remedyTopics).map(({ source }) => source);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(sentence, fc.oneof(...remedies.map(told))), stops), {
          maxLength: 5,
        }),
        (parts) => {
          const text = parts.flat().join('');
          const seen = wordsIn(text).sentences.map(({ start, end, topics: present }) => [
            text.slice(start, end),
            present,
          ]);
          const cut = text
            .split(/[.!?](?:\s|$)|\n|;\s|\s\/\s/)
            .map((one) => [one, wordsIn(one).topics & ~(CLOCK | FIGURE | COLON | SLASHED)] as const)
            .filter(([, present]) => (present & remedy) !== 0);
          expect(seen).toEqual(cut);
        },
      ),
    );
  });

  it('sees a clock wherever there is a time of day in figures', () => {
    const times =
      '10:02|7h|16 h 30|9 am|9pm|7.50 p.m.|1600 UTC|2024-03-02T10:11Z|12 May 0930|3 h|10.15'.split(
        '|',
      );
    fc.assert(
      fc.property(fc.constantFrom(...times), sentence, sentence, (time, before, after) => {
        const text = `${before} ${time}${after}`;
        fc.pre(timeMarks(text, { dots: true }).some(({ clock }) => clock && /\d/.test(text)));
        expect(wordsIn(text).topics & CLOCK).not.toBe(0);
      }),
    );
    expect(wordsIn('version 2 of 12 hosts, 12 %').topics & CLOCK).toBe(0);
  });

  it('sees a slash wherever one stands between gaps', () => {
    fc.assert(
      fc.property(sentence, sentence, fc.constantFrom('', '. ', '\n'), (before, after, end) => {
        expect(wordsIn(`${before}${end} / ${after}`).topics & SLASHED).not.toBe(0);
      }),
    );
    expect(wordsIn('12/03/2025 and/or https://example.org').topics & SLASHED).toBe(0);
  });

  it('changes nothing in what is found', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const line = text.replaceAll('\n', ' ').trim();
        expect(classifyPhrase(text)).toEqual(classifyPlain(plainWords(text), -1));
        expect(updateLine(line, {})).toEqual(updateLine(line, {}, anything));
        expect(labelledLine(line)).toEqual(labelledLine(line, anything));
        expect(isFurniture(line)).toBe(isFurniture(line, anything));
        expect(referenceHeader(text)).toEqual(referenceHeader(text, -1));
      }),
      { numRuns: 500 },
    );
  });

  it('tells the language as the words of languages alone do', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(languageOfVotes(wordsIn(text).votes)).toBe(languageOf(text));
      }),
    );
  });

  it('sees in a line of a text what it sees in the line', () => {
    fc.assert(
      fc.property(sentence, sentence, sentence, (before, text, after) => {
        const start = before.length + 1;
        const seen = wordsIn(`${before}\n${text}\n${after}`, start, start + text.length);
        expect(seen).toEqual(wordsIn(text));
      }),
    );
  });

  it('sees where the first word stands', () => {
    expect(wordsIn('** Fixed').start).toBe(3);
    expect(wordsIn('--- 10').start).toBe(4);
    expect(wordsIn('---').start).toBe(3);
    expect(wordsIn('“Été').start).toBe(1);
  });
});
