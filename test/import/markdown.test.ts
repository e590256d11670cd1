import { describe, expect, it } from '@jest/globals';
import { markdownBlocks } from '../../src/import/prose/markdownBlocks.ts';
import { sectionKind } from '../../src/import/prose/sectionKind.ts';
import { isNothing, sections, sectionText } from '../../src/import/prose/sections.ts';
import { tableRows } from '../../src/import/text/tableRows.ts';

describe('markdownBlocks', () => {
  it('cuts a text whose line breaks were lost', () => {
    expect(
      markdownBlocks(
        '# Post Mortem **Référence incident** TSR-1 **Impact client** Rien. * **17 mai - 10h :** un * **11h : deux.** **Contexte** N/A',
      ),
    ).toEqual([
      { kind: 'heading', text: 'Post Mortem' },
      { kind: 'heading', text: 'Référence incident' },
      { kind: 'text', text: 'TSR-1' },
      { kind: 'heading', text: 'Impact client' },
      { kind: 'text', text: 'Rien.' },
      { kind: 'item', text: '**17 mai - 10h :** un' },
      { kind: 'item', text: '**11h : deux.**' },
      { kind: 'heading', text: 'Contexte' },
      { kind: 'text', text: 'N/A' },
    ]);
  });

  it('reads Markdown with its line breaks', () => {
    expect(
      markdownBlocks('## Summary\nIt **really** broke.\n- one\n1. two\n**Unknown heading:** x'),
    ).toEqual([
      { kind: 'heading', text: 'Summary' },
      { kind: 'text', text: 'It **really** broke.' },
      { kind: 'item', text: 'one' },
      { kind: 'item', text: 'two' },
      { kind: 'heading', text: 'Unknown heading' },
      { kind: 'text', text: 'x' },
    ]);
  });

  it('takes a bold time for the beginning of an item, and a known bold word in an item for a heading', () => {
    expect(markdownBlocks('Texte **10h30 :** un. * **Impact** deux')).toEqual([
      { kind: 'text', text: 'Texte' },
      { kind: 'item', text: '**10h30 :** un.' },
      { kind: 'heading', text: 'Impact' },
      { kind: 'text', text: 'deux' },
    ]);
  });

  it('tells a known heading from what follows it in one line', () => {
    const rest =
      'text that goes on and on and on, so that nobody can take all of it for a heading, ever';
    expect(markdownBlocks(`# Root cause ${rest}`)).toEqual([
      { kind: 'heading', text: 'Root cause' },
      { kind: 'text', text: rest },
    ]);
    expect(markdownBlocks(`# Nobody knows ${rest}`)).toEqual([
      { kind: 'text', text: `Nobody knows ${rest}` },
    ]);
  });

  it('leaves marks without their other half alone', () => {
    expect(markdownBlocks('a ** b')).toEqual([{ kind: 'text', text: 'a ** b' }]);
    expect(markdownBlocks('**[[(('.repeat(3))).not.toEqual([]);
  });
});

describe('tableRows', () => {
  it('reads a table set in one line', () => {
    expect(tableRows('| **A** | **B** | | --- | --- | | 1 |  | | 3 | 4 \\(x\\) | rest')).toEqual({
      header: ['A', 'B'],
      rows: [
        ['1', ''],
        ['3', '4 (x)'],
      ],
      rest: 'rest',
    });
  });

  it('reads a table with its line breaks', () => {
    expect(tableRows('| A | B |\n|---|:---:|\n| 1 | 2 |')).toEqual({
      header: ['A', 'B'],
      rows: [['1', '2']],
      rest: '',
    });
  });

  it('is absent without a rule', () => {
    expect(tableRows('a | b | c')).toBeNull();
    expect(tableRows('a')).toBeNull();
  });
});

describe('sections', () => {
  it('group blocks under their headings; rows of a table are one block', () => {
    const found = sections('intro\n## Timeline\n### 21:00 - Team alerted\n| a | b |\n| c | d |');
    expect(found).toEqual([
      { kind: 'other', heading: '', blocks: [{ kind: 'text', text: 'intro' }] },
      {
        kind: 'timeline',
        heading: 'Timeline',
        blocks: [
          { kind: 'item', text: '21:00 - Team alerted' },
          { kind: 'text', text: '| a | b |\n| c | d |' },
        ],
      },
    ]);
    expect(found[0] && sectionText(found[0])).toBe('intro');
  });

  it.each([
    ['Référence incident', 'reference'],
    ['Service concerné', 'service'],
    ['Payment services affected by the incident', 'service'],
    ['Impact client', 'impact'],
    ['Synthèse de l’incident', 'timeline'],
    ['Incident Overview', 'timeline'],
    ['Chronologie', 'timeline'],
    ['Contexte', 'context'],
    ['Root cause', 'cause'],
    ['Cause racine :', 'cause'],
    ['Actions à entreprendre par Payplug', 'actions'],
    ['Lessons learned', 'other'],
    ['Whatever', null],
  ])('know the heading %s', (heading, kind) => {
    expect(sectionKind(heading)).toBe(kind);
  });

  it('know when there is nothing to say', () => {
    expect(isNothing('N/A')).toBe(true);
    expect(isNothing(' Aucun. ')).toBe(true);
    expect(isNothing('None of it')).toBe(false);
  });
});
