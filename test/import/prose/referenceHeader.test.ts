import { describe, expect, it } from '@jest/globals';
import { referenceHeader } from '../../../src/import/prose/referenceHeader.ts';

describe('referenceHeader', () => {
  it('reads a line of bilingual labels, and leaves the text behind it', () => {
    expect(
      referenceHeader(
        'TSR-1023 - Début / Start : 17/12/2024 10h51 CET - Fin / End : 17/12/2024 11h02 - Catégorie / Category : Processing - Priorité / Priority : P1 FR Nous avons',
      ),
    ).toEqual({
      reference: 'TSR-1023',
      fields: [
        { label: 'start', name: 'Start', value: '17/12/2024 10h51 CET' },
        { label: 'end', name: 'End', value: '17/12/2024 11h02' },
        { label: 'other', name: 'Category', value: 'Processing' },
        { label: 'priority', name: 'Priority', value: 'P1' },
      ],
      rest: 'FR Nous avons',
    });
  });

  it('reads labels on lines of their own, in one language', () => {
    expect(
      referenceHeader(
        'INC-7\nInizio : 12/03/2025 16.05\nFine : In corso\nResponsabilità : Payplug\nIl servizio è giù.',
      ),
    ).toEqual({
      reference: 'INC-7',
      fields: [
        { label: 'start', name: 'Inizio', value: '12/03/2025 16.05' },
        { label: 'end', name: 'Fine', value: 'In corso' },
        { label: 'other', name: 'Responsabilità', value: 'Payplug' },
      ],
      rest: 'Il servizio è giù.',
    });
  });

  it('ends the last value where the language of the text is marked', () => {
    const header = referenceHeader('TSR-2 - Début : 10h51 - Responsabilité : Payplug EN We have');
    expect(header?.fields.at(-1)?.value).toBe('Payplug');
    expect(header?.rest).toBe('EN We have');
  });

  it('keeps the title between the reference and the labels', () => {
    expect(referenceHeader('TSR-2 Paiements - Début : 10h51 - Fin : 11h')?.rest).toBe('Paiements');
  });

  it('stops at text between the labels', () => {
    const header = referenceHeader('TSR-2\nStart : 10:51\nWe are on it.\nEnd : soon');
    expect(header?.fields).toHaveLength(1);
    expect(header?.rest).toBe('We are on it.\nEnd : soon');
  });

  it('is absent from prose', () => {
    expect(referenceHeader('We will start: now')).toBeNull();
    expect(referenceHeader('Some text\nStart : 10:51\nEnd : 11:02')).toBeNull();
    expect(referenceHeader('TSR-1 is a ticket')).toBeNull();
  });
});
