import { describe, expect, it } from '@jest/globals';
import { withReferenceLinks } from '../../../src/import/text/referenceLinks.ts';

const linked = (...lines: readonly string[]): readonly string[] =>
  withReferenceLinks(lines.map((text, index) => ({ number: index + 1, text }))).map(
    ({ text }) => text,
  );

describe('links whose addresses stand further down', () => {
  it.each([
    ['- [the patch][Fix  1] was merged', '- [the patch](https://example.org/1) was merged'],
    ['- [fix 1]: add an alert', '- [fix 1](https://example.org/1): add an alert'],
    ['see [Fix 1][]', 'see [Fix 1](https://example.org/1)'],
    ['see [others][none] and [none]', 'see [others][none] and [none]'],
    [
      '[fix 1](https://example.org/2) and ![fix 1][fix 1]',
      '[fix 1](https://example.org/2) and ![fix 1](https://example.org/1)',
    ],
  ])('are put in place: %s', (line, told) => {
    expect(linked(line, '', '[fix 1]: <https://example.org/1> "The fix"')).toEqual([told, '', '']);
  });

  it('are none in code, and notes at the foot are no addresses', () => {
    const lines = ['```', 'a[x]', '```', '[^x]: /a note', '', '[x]: /y'];
    expect(linked(...lines)).toEqual([...lines.slice(0, 5), '']);
  });
});
