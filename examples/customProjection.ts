// Defines event types of one's own, a projection over them, and a milestone and a duration that use them.
import {
  core,
  createLedger,
  detect,
  duration,
  durationsWith,
  exactly,
  extend,
  incidentId,
  memoryStore,
  milestone,
  orThrow,
  projection,
  proposeAction,
  completeAction,
  report,
} from 'incident-ledger';
import * as t from 'io-ts';

// #region open-actions
const openActions = projection({
  name: 'open-actions',
  version: 1,
  scope: 'incident',
  initial: () => ({ proposed: [] as string[], completed: [] as string[] }),
  on: {
    ActionProposed: (draft, event) => {
      draft.proposed.push(event.data.actionId);
    },
    ActionCompleted: (draft, event) => {
      draft.completed.push(event.data.actionId);
    },
  },
  view: ({ proposed, completed }) => proposed.filter((id) => !completed.includes(id)),
});
// #endregion open-actions

// #region own-events
const vocabulary = extend(core, {
  'acme.CallOpened': t.type({ callId: t.string, participants: t.number }),
});

const calls = projection({
  name: 'calls',
  version: 1,
  scope: 'incident',
  vocabulary,
  initial: () => ({ participants: 0 }),
  on: {
    'acme.CallOpened': (draft, event) => {
      draft.participants += event.data.participants;
    },
  },
  view: (state) => state.participants,
});
// #endregion own-events

// #region own-duration
const called = milestone({ name: 'called', claims: ['acme.CallOpened'], pick: 'first' });
const detectToCall = duration({ name: 'detect-to-call', from: 'detected', to: 'called' });
const withCalls = durationsWith({ milestones: [called], durations: [detectToCall] });
// #endregion own-duration

const ledger = createLedger({ store: memoryStore(), vocabulary });
const by = {
  incidentId: incidentId('INC-1'),
  actor: { id: 'u-17' },
  source: { kind: 'responder', name: 'on-call' },
} as const;
const commands = [
  detect({ ...by, occurredAt: exactly('2024-12-17T09:53:00Z') }),
  report('acme.CallOpened', {
    ...by,
    occurredAt: exactly('2024-12-17T09:58:00Z'),
    data: { callId: 'c1', participants: 4 },
  }),
  proposeAction({ ...by, occurredAt: exactly('2024-12-18T08:00:00Z'), actionId: 'four-eyes' }),
  proposeAction({ ...by, occurredAt: exactly('2024-12-18T08:01:00Z'), actionId: 'runbook' }),
  completeAction({ ...by, occurredAt: exactly('2024-12-20T08:00:00Z'), actionId: 'runbook' }),
];
for (const command of commands) await orThrow(ledger.handle(command));

console.log(await orThrow(ledger.view(by.incidentId, openActions))); // [ 'four-eyes' ]
console.log(await orThrow(ledger.view(by.incidentId, calls))); // 4
const all = await orThrow(ledger.view(by.incidentId, withCalls));
console.log(all.find(({ name }) => name === 'detect-to-call')?.ms); // 300000

export { calls, openActions, vocabulary };
