import { describe, expect, it } from '@jest/globals';
import { frontMatter } from '../../../src/import/text/frontMatter.ts';

const textsOf = (...texts: readonly string[]): readonly string[] =>
  frontMatter(texts.map((text, index) => ({ number: index + 1, text }))).lines.map(
    ({ text }) => text,
  );

describe('the tags of a template', () => {
  it('go, but for a time that was written into one', () => {
    expect(
      textsOf(
        '### {{ 06:10 }}',
        '### {{ 2022-01-20 14.30 }}',
        '{{ page.title }} at 10:00',
        '{% if a %}',
      ),
    ).toEqual(['### 06:10', '### 2022-01-20 14.30', ' at 10:00', '']);
  });

  it('go with what a filter makes of a time', () => {
    expect(textsOf('{{ "10:00" | date }}', '{{ now | date: "%H:%M" }}')).toEqual(['', '']);
  });
});
