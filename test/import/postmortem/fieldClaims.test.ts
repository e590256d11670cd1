import { describe, expect, it } from '@jest/globals';
import { ofType } from '../read.ts';
import { claimsIn, readDocument } from '../readDocument.ts';

const fieldsOf = async (text: string): Promise<readonly unknown[]> => {
  const { documents } = await readDocument(text, { documentName: 'lengths.md' });
  return (documents[0]?.claims ?? [])
    .filter(({ type }) => type === 'ImpactMeasured')
    .map(({ item, data }) => [item, 'durationMs' in data ? data.durationMs : undefined]);
};

describe('labelled lengths', () => {
  it('are said where the stated start and end give another', async () => {
    const said = async (length: string) =>
      (
        await readDocument(
          `# Outage\n\nDate: 2024-03-10\nStart: 01:45 UTC\nEnd: 03:15 UTC\nDuration: ${length}\n`,
        )
      ).warnings.map(({ message }) => message);
    expect(await said('4h')).toEqual(['"Duration: 4h" is not what the stated times give: 90 min']);
    expect(await said('1h30')).toEqual([]);
  });

  it('are not said where the times are exact to the second and they to the minute', async () => {
    const { warnings } = await readDocument(
      '# Outage\n\nDate: 2024-03-10\nStart: 08:34:06 UTC\nEnd: 08:43:15 UTC\nDuration: ~9 minutes\n',
    );
    expect(warnings).toEqual([]);
  });

  it('are claims of their own where they differ', async () => {
    expect(await fieldsOf('# Outage\n\nDuration: 2h\n\nDuration: 137 minutes\n')).toEqual([
      ['field duration', 120 * 60_000],
      ['field duration 2', 137 * 60_000],
    ]);
  });

  it('are one claim where they are the same', async () => {
    expect(await fieldsOf('# Outage\n\nDuration: 2h\n\nDuration: 120 minutes\n')).toEqual([
      ['field duration', 120 * 60_000],
    ]);
  });
});

describe('a labelled level', () => {
  it.each([
    ['- **Severity**: P2 (no data lost, one region only)', 'P2', 'one region'],
    ['**Sévérité :** 🔴 Critique', 'CRITIQUE', '🔴'],
    ['Severity: SEV-1 – all customers', 'SEV-1', 'all customers'],
    [
      '## Severity\n\n**Critical** - complete or major outage that affects most customers, or a serious breach of security.',
      'CRITICAL',
      'breach of security',
    ],
  ])('is assigned, and what explains it kept: %s', async (stated, level, explained) => {
    const claims = await claimsIn(`# Outage of 2024-07-14\n\n${stated}\n`);
    const assigned = ofType(claims, 'SeverityAssigned').map(({ data }) => data);
    expect(assigned).toEqual([expect.objectContaining({ level })]);
    expect(Object.values(assigned[0]?.text ?? {}).join()).toContain(explained);
  });

  it('is none in a sentence', async () => {
    const claims = await claimsIn(
      '# Outage of 2024-07-14\n\n## Severity\n\nHigh load was seen on all hosts.\n\n## Impact\n\nAll.\n',
    );
    expect(ofType(claims, 'SeverityAssigned')).toEqual([]);
  });
});
