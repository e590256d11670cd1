// Step 7: proof. A scenario of one's own, and the laws that every projection keeps; any test runner takes both.
// #region imports
import { projection } from 'incident-ledger';
import { projectionLaws, scenario } from 'incident-ledger/testing';
import { attendance, vocabulary } from './attendance.ts';
// #endregion imports

// #region scenario
const { given } = scenario({ vocabulary });
const responder = { id: 'ann' };
const { view } = given(
  { type: 'ResponderJoined', occurredAt: '09:55', data: { responder } },
  { type: 'ResponderLeft', occurredAt: '10:20', data: { responder } },
  { type: 'ResponderJoined', occurredAt: '10:30', data: { responder } },
).project(attendance, '10:40');
console.log(view.stays.map(({ ms, isHere }) => [ms, isHere])); // [ [ 1500000, false ], [ 600000, true ] ]
// #endregion scenario

// #region laws
for (const { name, run } of projectionLaws(attendance, null, { vocabulary, runs: 25 })) {
  await run(); // or hand name and run to your test runner
  console.log(name);
}
// #endregion laws

// #region broken
const lastSeen = projection({
  name: 'last-seen',
  version: 1,
  scope: 'incident',
  initial: () => ({ type: '', count: 0 }),
  on: {
    AlertRaised: (draft) => {
      draft.count += 1;
    },
  },
  view: ({ count }) => ({ count, seenAt: Date.now() }), // wrong: the present is an argument
});

for (const { name, run } of projectionLaws(lastSeen, null, { seed: 1, runs: 10 })) {
  await run().catch(() => {
    console.log(`broken: ${name}`);
  });
}
// #endregion broken
