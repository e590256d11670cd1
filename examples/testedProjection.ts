// Tests a projection, a rule, commands and a store of one's own, with what incident-ledger/testing has.
import {
  core,
  createLedger,
  derivedEventId,
  exactly,
  extend,
  memoryStore,
  orThrow,
  projection,
  reopen,
  resolve,
} from 'incident-ledger';
import type { CoreEvents, Rule } from 'incident-ledger';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

// Stands for the `test` of your test runner: jest's, vitest's, or that of node:test.
const passed: string[] = [];
const test = async (name: string, run: () => void | Promise<void>): Promise<void> => {
  await run();
  passed.push(name);
};

// #region projection
const openActions = projection({
  name: 'open-actions',
  version: 1,
  scope: 'incident',
  initial: () => ({ open: [] as string[] }),
  on: {
    ActionProposed: (draft, { data }) => {
      if (!draft.open.includes(data.actionId)) draft.open.push(data.actionId);
    },
    ActionCompleted: (draft, { data }) => {
      draft.open = draft.open.filter((id) => id !== data.actionId);
    },
  },
  view: ({ open }) => open.toSorted(),
});
// #endregion projection

// #region laws
import { projectionLaws } from 'incident-ledger/testing';

for (const { name, run } of projectionLaws(openActions)) {
  await test(`${openActions.name} ${name}`, run);
}
// #endregion laws
console.log(passed.length);

// #region broken
const lastAction = projection({
  name: 'last-action',
  version: 1,
  scope: 'incident',
  initial: () => ({ id: '', revision: -1 }),
  on: {
    ActionProposed: (draft, { data, revision }) => {
      if (revision < draft.revision) return;
      draft.id = data.actionId;
      draft.revision = revision; // the order of arrival: a late claim changes the answer
    },
  },
  view: ({ id }) => id,
});
// #endregion broken
const [lastLaw] = projectionLaws(lastAction, null, { seed: 42 }).slice(-1);
await lastLaw?.run().catch((error: unknown) => {
  if (error instanceof Error) console.log(error.message.split('\n').slice(0, 2).join(' '));
});

// #region scenario-projection
import { scenario } from 'incident-ledger/testing';

const { given, by, at } = scenario({ day: '2024-12-17' });
const runbook = {
  type: 'ActionProposed',
  occurredAt: '11:00',
  data: { actionId: 'runbook' },
} as const;
const fourEyes = {
  type: 'ActionProposed',
  occurredAt: '11:05',
  data: { actionId: 'four-eyes' },
} as const;
const done = {
  type: 'ActionCompleted',
  occurredAt: '12:00',
  data: { actionId: 'runbook' },
} as const;

await test('what is completed is not open', () => {
  given(runbook, fourEyes, done).project(openActions).gives(['four-eyes']);
});
await test('what was known at half past eleven', () => {
  const late = { ...done, statedAt: '16:00' };
  const story = given(runbook, fourEyes, late);
  story.project(openActions, { knownAt: '15:00' }).gives(['four-eyes', 'runbook']);
  story.project(openActions, { knownAt: '16:00' }).gives(['four-eyes']);
});
// #endregion scenario-projection

// #region scenario-command
await test('what is over can be reopened', () => {
  given({ type: 'Detected', occurredAt: '09:53' }, { type: 'Resolved', occurredAt: '10:02' })
    .when(reopen({ ...by, occurredAt: at('10:20') }))
    .gives({ type: 'Reopened', occurredAt: '10:20' });
});
await test('what nobody told of cannot be resolved', () => {
  given()
    .when(resolve({ ...by, occurredAt: at('10:02') }))
    .refuses('NothingOpen');
});
// #endregion scenario-command

// #region rule
interface Call {
  readonly callId: string;
  readonly participants: number;
}
type AcmeEvents = CoreEvents & { readonly 'acme.CallOpened': Call };
const vocabulary = extend(core, {
  'acme.CallOpened': t.type({ callId: t.string, participants: t.number }),
});

const openOneCall: Rule<'call already open', AcmeEvents> = ({ happenings }, now) =>
  happenings.some(({ type }) => type === 'acme.CallOpened')
    ? E.left('call already open')
    : E.right([
        {
          ...by,
          eventId: derivedEventId(by.incidentId, 'first call'),
          type: 'acme.CallOpened',
          version: 1,
          occurredAt: exactly(now),
          data: { callId: 'c1', participants: 1 },
        },
      ]);
// #endregion rule

// #region scenario-rule
const acme = scenario({ vocabulary, day: '2024-12-17', now: '10:00' });
const call = { type: 'acme.CallOpened', data: { callId: 'c1', participants: 1 } } as const;

await test('a call is opened once', () => {
  acme
    .given({ type: 'Detected', occurredAt: '09:53' })
    .when(openOneCall)
    .gives({ ...call, occurredAt: '10:00' });
  acme
    .given({ ...call, occurredAt: '09:58' })
    .when(openOneCall)
    .refuses('call already open');
});
// #endregion scenario-rule

// #region property
import { incidentArbitrary } from 'incident-ledger/testing';

await test('whatever was recorded, a second call is refused', () => {
  const incidents = incidentArbitrary({ vocabulary, types: ['Detected', 'acme.CallOpened'] });
  fc.assert(
    fc.property(incidents, (events) => {
      const story = acme.given(...events);
      if (story.history.happenings.some(({ type }) => type === 'acme.CallOpened')) {
        story.when(openOneCall).refuses('call already open');
      }
    }),
  );
});
// #endregion property

// #region store
import { storeContract } from 'incident-ledger/testing';

const contract = storeContract({ make: async () => memoryStore(), makeTwo: null });
for (const { name, run } of contract) await test(`the store ${name}`, run);
// #endregion store
console.log(passed.filter((name) => !name.startsWith('the store ')).length, passed.length > 30);

// The rule in a ledger does what it did in the scenario.
const ledger = createLedger({ store: memoryStore(), vocabulary });
console.log((await orThrow(ledger.transact(by.incidentId, openOneCall))).length);
