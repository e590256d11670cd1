// What a user's module may hold: own events, a projection, a milestone, a duration, a summary, a policy.
import * as t from 'io-ts';
import type { Policy } from 'incident-ledger';
import { core, duration, extend, milestone, projection, summary } from 'incident-ledger';

export const vocabulary = extend(core, {
  'acme.CallOpened': t.type({ callId: t.string, participants: t.number }),
});

export const policy: Policy = { name: 'acme', version: 2, rank: ['responder', 'monitor'] };

export const calls = projection({
  name: 'participants',
  version: 1,
  scope: 'incident',
  vocabulary,
  initial: () => ({ participants: 0, byId: {} as Record<string, number> }),
  on: {
    'acme.CallOpened': (draft, event) => {
      const { callId, participants } = event.data;
      if (participants < 0) throw new RangeError('fewer than nobody');
      draft.participants += participants;
      draft.byId[callId] = participants;
    },
  },
  view: ({ participants }, at) => ({ participants, at }),
});

export const people = summary({
  name: 'people',
  version: 1,
  of: calls,
  initial: () => ({ participants: 0 }),
  add: (state, { participants }) => {
    state.participants += participants;
  },
  merge: (state, other) => {
    state.participants += other.participants;
  },
  view: ({ participants }) => participants,
});

export const called = milestone({ name: 'called', claims: ['acme.CallOpened'], pick: 'first' });
export const detectToCall = duration({ name: 'detect-to-call', from: 'detected', to: 'called' });
