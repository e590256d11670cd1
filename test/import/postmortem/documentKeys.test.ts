import { describe, expect, it } from '@jest/globals';
import { readDocument } from '../readDocument.ts';

const idOf = async (line: string): Promise<string | undefined> => {
  const text = `# Outage of 2024-03-10\n\n${line}\nStart: 01:45 UTC\nEnd: 03:15 UTC\n`;
  const { documents } = await readDocument(text, { documentName: 'search.md' });
  return documents[0]?.incidentId;
};

describe('the incident of a post mortem', () => {
  it('is that of its reference, under whatever label', async () => {
    for (const label of ['Incident', '**Incident:**', 'Incidente', 'Incident ID', 'Reference'])
      expect([label, await idOf(`${label.replace(/:\*\*$/, '**')}: INC-99`)]).toEqual([
        label,
        'INC-99',
      ]);
  });

  it('is that of its reference without the sign for a number', async () => {
    expect(await idOf('Incident ID: #INC-99')).toBe('INC-99');
  });

  it('is that of the name of the file where the label tells what happened', async () => {
    for (const told of ['disk full', '2024-03-10', '01:45 UTC'])
      expect([told, await idOf(`Incident: ${told}`)]).toEqual([told, 'search']);
  });
});
