import { describe, expect, it } from '@jest/globals';
import { actions } from '../../src/projections/actions.ts';
import { happened, idOf, on, seenIn, viewOf } from './log.ts';
import { tsr1023 } from './tsr1023.ts';

describe('actions', () => {
  it('are one for TSR-1023', () => {
    expect(viewOf(tsr1023, actions)).toEqual([
      {
        actionId: 'action-1',
        status: 'open',
        text: { fr: 'Renforcement des contrôles', en: 'Strengthening controls' },
        against: { fr: 'Erreur humaine', en: 'Human error' },
        evidence: [idOf('TSR-1023', 23)],
      },
    ]);
  });

  it('stand where the last word leaves them, in whatever order they are told', () => {
    const owner = { id: 'ana' };
    const seen = seenIn(
      [
        happened('ActionCompleted', '10:00:00', { actionId: 'a' }),
        happened('ActionProposed', '11:00:00', { actionId: 'a', owner, dueAt: on('23:00:00') }),
        happened('ActionProposed', '11:00:00', { actionId: 'b', text: { en: 'b' } }),
        happened('ActionCompleted', '12:00:00', { actionId: 'b' }),
        happened('ActionDropped', '13:00:00', { actionId: 'b' }),
      ],
      actions,
    );
    expect(seen).toEqual([
      {
        actionId: 'a',
        status: 'completed',
        text: {},
        owner,
        dueAt: on('23:00:00'),
        evidence: [idOf('INC-1', 0), idOf('INC-1', 1)],
      },
      {
        actionId: 'b',
        status: 'dropped',
        text: { en: 'b' },
        evidence: [2, 3, 4].map((index) => idOf('INC-1', index)),
      },
    ]);
  });
});
