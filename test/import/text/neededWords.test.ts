import { describe, expect, it } from '@jest/globals';
import {
  allWords,
  firstWords,
  neededWords,
  soleWords,
} from '../../../src/import/text/neededWords.ts';

const sorted = (words: ReadonlySet<string>): string => [...words].toSorted().join(' ');

describe('neededWords', () => {
  it.each([
    ['changes?', 'change changes'],
    ['r[ée]solue?', 'resolu resolue'],
    ['fixed the bug|rollback', 'fixed rollback'],
    ['(?:a|the) (?:new |old )?version', 'version'],
    ['failed (?:[^ ]{1,30} ){0,2}over', 'failed'],
    ['partial(?:ly)? recover[a-z]{0,8}', 'partial partially'],
    ["fin de l'incident", 'incident'],
    ['^restored\\W{0,3}$', 'restored'],
    ['back(?= up)', 'back'],
    ['post[\\s-]?mortem', 'mortem postmortem'],
  ])('of "%s" are %s', (pattern, words) => {
    expect(sorted(neededWords(pattern).words)).toBe(words);
  });

  it('are others than those of every day, where they can be', () => {
    expect(sorted(neededWords('service (?:restored|resumed)').words)).toBe('service');
    const { words } = neededWords('service (?:restored|resumed)', new Set(['service']));
    expect(sorted(words)).toBe('restored resumed');
  });

  it('are found where too many texts match to tell them apart', () => {
    const all = Array.from({ length: 30 }, (_, index) => 'x'.repeat(index + 1)).join('|');
    expect(sorted(neededWords(`(?:${all}) (?:${all}) ends`).words)).toBe('ends');
  });

  it.each([
    ['partial(?:ly)? (?:recovery|return)', 'partial partially', 'recovery return'],
    ['cause (?:found|known)|rollback', 'cause rollback', 'found known rollback'],
    ['(?:failover|failed over)', 'failed failover', 'failover over'],
    ['restored', 'restored', 'restored'],
  ])('of "%s" are %s with partners %s', (pattern, words, partners) => {
    const needed = neededWords(pattern);
    expect([sorted(needed.words), sorted(needed.partners)]).toEqual([words, partners]);
  });

  it('have no partners of every day', () => {
    const { partners } = neededWords('service (?:restored|resumed)', new Set(['service']));
    expect(sorted(partners)).toBe('restored resumed');
  });

  it('cannot be told of a pattern that holds none', () => {
    expect(() => neededWords('fix|[a-z]{3}')).toThrow('fix|[a-z]{3}');
    expect(() => firstWords('[a-z]{3} fix')).toThrow('[a-z]{3} fix');
  });
});

describe('firstWords', () => {
  it.each([
    ['^(?:subscribe(?: to .{0,40})?$|log ?in|back to)', 'back log login subscribe'],
    ['(?:en |sous )?surveillance', 'en sous surveillance'],
    ["rapport d['’]incident", 'rapport'],
  ])('of "%s" are %s', (pattern, words) => {
    expect(sorted(firstWords(pattern))).toBe(words);
  });
});

describe('allWords', () => {
  it('are those of every text that matches', () => {
    expect(sorted(allWords('(?:a|the) tests? of'))).toBe('a of test tests the');
  });
});

describe('soleWords', () => {
  it('are those that a pattern finds alone', () => {
    expect(sorted(soleWords('others?|as soon as|travaill[a-z]{1,5}|altr[ie]'))).toBe(
      'altre altri other others',
    );
  });
});
