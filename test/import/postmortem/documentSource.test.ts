import { describe, expect, it } from '@jest/globals';
import { documentSource } from '../../../src/import/postmortem/documentSource.ts';
import { page } from '../read.ts';

describe('the front matter of a page in HTML', () => {
  const source = documentSource(
    page(
      '---',
      'title: "Outage on June 30, 2017"',
      'published: 2017-07-04',
      '---',
      '<h2>What happened</h2>',
      '<p>10:12 UTC – The site was down</p>',
    ),
  );

  it('is taken off, with what it says', () => {
    expect(source.title).toBe('Outage on June 30, 2017');
    expect(source.published).toBe('2017-07-04');
    expect(source.lines.filter(({ text }) => text !== '').map(({ text }) => text)).toEqual([
      '## What happened',
      '10:12 UTC – The site was down',
    ]);
  });

  it('leaves the lines their numbers', () => {
    expect(source.lines.find(({ text }) => text.startsWith('10:12'))?.number).toBe(6);
  });
});

describe('a hyphen that breaks no line', () => {
  it('is a hyphen', () => {
    const { lines } = documentSource('# Outage of 2025\u201105\u201120 (SEV\u20111)');
    expect(lines.map(({ text }) => text)).toEqual(['# Outage of 2025-05-20 (SEV-1)']);
  });
});
