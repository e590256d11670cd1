import { describe, expect, it } from '@jest/globals';
import { documentBlocks } from '../../../src/import/postmortem/documentBlocks.ts';

const blocksOf = (...lines: readonly string[]): readonly string[] =>
  documentBlocks(lines.map((text, index) => ({ number: index + 1, text }))).map(
    ({ kind, text }) => `${kind} ${text}`,
  );

describe('code', () => {
  it('ends at a mark with nothing behind it', () => {
    // Source: the CommonMark specification, fenced code blocks.
    expect(
      blocksOf(
        '```',
        '```bash',
        'ls',
        '```',
        '### 10:12',
        'The site was down.',
        '```sql',
        'x',
        '```',
      ),
    ).toEqual(['code ```bash\nls', 'heading 10:12', 'text The site was down.', 'code x']);
  });
});

describe('a table', () => {
  it('may have one dash below each name', () => {
    // Source: the GitHub Flavored Markdown specification, tables.
    expect(blocksOf('| A | B |', '|:-:|-|', '| 1 | 2 |')).toEqual(['row 1 : 2']);
  });

  it('may state a value above its rule', () => {
    expect(blocksOf('| **Incident ID** | INC-12 |', '|---|---|', '| Severity | SEV-1 |')).toEqual([
      'row Incident ID : INC-12',
      'row Severity : SEV-1',
    ]);
    expect(blocksOf('| ID | Title |', '|---|---|', '| 1 | Outage |')).toEqual(['row 1 : Outage']);
  });
});

describe('a label in bold', () => {
  it('is a heading before a colon that stands apart, as in French', () => {
    expect(blocksOf('**Cause identifiée** :', 'Le service a expiré.')).toEqual([
      'heading Cause identifiée',
      'text Le service a expiré.',
    ]);
  });
});
