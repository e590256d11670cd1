import { describe, expect, it } from '@jest/globals';
import { documentKind } from '../../../src/import/postmortem/documentKind.ts';

describe('what a heading says its section is about', () => {
  it.each([
    ['Why was the potential impact misjudged?', null],
    ['Pourquoi la chronologie est-elle incomplète ?', null],
    ['Why did it happen: the root cause', 'cause'],
    ['Why?', 'cause'],
    ['Impact on customers', 'impact'],
    ['Actions already taken', 'resolution'],
    ['Actions prises et rétablissement', 'resolution'],
    ['Actions prises et à venir', 'actions'],
  ])('%s', (heading, kind) => {
    expect(documentKind(heading)).toBe(kind);
  });
});
