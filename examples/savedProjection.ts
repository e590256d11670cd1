// Keeps the open actions of all incidents at hand in a service, and changes what they mean without a gap.
import type { IncidentId, Projection } from 'incident-ledger';
import {
  completeAction,
  createLedger,
  currentOf,
  diffProjections,
  dropAction,
  dropSaved,
  exactly,
  followProjection,
  incidentId,
  instant,
  memoryStates,
  memoryStore,
  orThrow,
  projection,
  proposeAction,
  rebuild,
  savedView,
} from 'incident-ledger';

// #region first
const openActions = projection({
  name: 'open-actions',
  version: 1,
  scope: 'incident',
  initial: () => ({ open: [] as string[] }),
  on: {
    ActionProposed: (draft, event) => {
      draft.open.push(event.data.actionId);
    },
    ActionCompleted: (draft, event) => {
      draft.open = draft.open.filter((id) => id !== event.data.actionId);
    },
  },
  view: ({ open }) => open,
});
// #endregion first

const store = memoryStore();
const ledger = createLedger({ store });
const by = (id: string, occurredAt: string, actionId: string) => ({
  incidentId: incidentId(id),
  occurredAt: exactly(occurredAt),
  actor: { id: 'u-17' },
  source: { kind: 'responder', name: 'on-call' } as const,
  actionId,
});
const one = incidentId('INC-1');
const at = instant('2025-01-01T00:00:00Z');
for (const command of [
  proposeAction(by('INC-1', '2024-12-18T08:00:00Z', 'four-eyes')),
  proposeAction(by('INC-1', '2024-12-18T08:01:00Z', 'runbook')),
  dropAction(by('INC-1', '2024-12-18T09:00:00Z', 'runbook')),
  proposeAction(by('INC-2', '2024-12-19T08:00:00Z', 'alert')),
]) {
  await orThrow(ledger.handle(command));
}

// #region follow
const states = memoryStates(); // or sqliteStates(handle), beside the events
let tell: (changed: readonly IncidentId[]) => void = () => {}; // such as to the browsers that look on

const onSaved = (changed: readonly IncidentId[]): void => tell(changed);

/** Follows until it is told to stop; settles when all that is there is in the views. */
const live = async (
  of: Projection<unknown, readonly string[]>,
): Promise<() => Promise<unknown>> => {
  const stopping = new AbortController();
  const { signal } = stopping;
  return new Promise((resolve) => {
    const onCaughtUp = (): void =>
      resolve(() => {
        stopping.abort();
        return ended;
      });
    const ended = orThrow(followProjection(store, of, { states, signal, onSaved, onCaughtUp }));
  });
};

const stop = await live(openActions);
const changed = new Promise<readonly IncidentId[]>((resolve) => {
  tell = resolve;
});
const done = completeAction(by('INC-2', '2024-12-20T08:00:00Z', 'alert'));
await orThrow(ledger.handle(done));
console.log((await changed).join()); // INC-2
// #endregion follow

// #region read
const seen = await orThrow(savedView(states, openActions, one, { at }));
console.log(seen?.view); // right: [ 'four-eyes', 'runbook' ]
console.log(seen?.checkpoint, seen?.incomplete); // everything up to there is in it; false
// #endregion read

// #region second
const openActions2 = projection({
  name: 'open-actions',
  version: 2,
  scope: 'incident',
  initial: () => ({ open: [] as string[] }),
  on: {
    ActionProposed: (draft, event) => {
      draft.open.push(event.data.actionId);
    },
    ActionCompleted: (draft, event) => {
      draft.open = draft.open.filter((id) => id !== event.data.actionId);
    },
    ActionDropped: (draft, event) => {
      draft.open = draft.open.filter((id) => id !== event.data.actionId);
    },
  },
  view: ({ open }) => open,
});
// #endregion second

// #region diff
const { equal, different } = await orThrow(
  diffProjections(store, openActions, openActions2, { at }, ({ incidentId: id, fields, first }) => {
    for (const { path, a, b } of fields) console.log(id, path, a, b, first?.type);
  }),
); // INC-1 1 runbook undefined ActionDropped
console.log(equal, different); // 1 1
// #endregion diff

// #region switch
const current = () => orThrow(currentOf(states, [openActions, openActions2]));
console.log((await current())?.version); // 1
await orThrow(rebuild(store, openActions2, { states })); // goes on where it was, if it is stopped
const stop2 = await live(openActions2);

const now = await current();
console.log(now?.version); // 2
console.log(now && (await orThrow(savedView(states, now, one, { at })))?.view); // right: [ 'four-eyes' ]
await stop(); // when nobody reads the old one any more
await orThrow(dropSaved(states, openActions));
// #endregion switch

await stop2();

export { openActions, openActions2 };
