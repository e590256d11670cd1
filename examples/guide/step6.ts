// Step 6: keep it up to date. States are saved as events come; a late one folds its incident anew.
// #region imports
import {
  exactly,
  followProjection,
  joinResponse,
  memoryStates,
  orThrow,
  savedView,
} from 'incident-ledger';
import * as E from 'fp-ts/lib/Either.js';
import { attendance, vocabulary } from './attendance.ts';
import { at, by, sample } from './incident.ts';

const { ledger, store } = await sample();

/** Waits until states have been saved once more. */
let tell = (): void => {};
const saved = async (): Promise<void> =>
  new Promise((settle) => {
    tell = settle;
  });
// #endregion imports

// #region follow
const states = memoryStates(); // or sqliteStates(…): states that outlive the process
const stop = new AbortController();
const caughtUp = saved();
const following = followProjection(store, attendance, {
  states,
  vocabulary,
  signal: stop.signal,
  onSaved: () => {
    tell();
  },
})();
await caughtUp;
// #endregion follow

// #region late
const look = async (): Promise<void> => {
  const { view } = (await orThrow(
    savedView(states, attendance, by.incidentId, { at: at('10:40') }),
  )) ?? { view: null };
  if (view && E.isRight(view)) console.log(view.right.stays.map(({ who }) => who));
};
await look(); // [ 'ann', 'cyd' ]

const isIn = saved();
const late = { ...by, occurredAt: exactly(at('09:58')), responder: { id: 'bob' } };
await orThrow(ledger.handle(joinResponse(late))); // said last, but he came before Cyd
await isIn;
await look(); // [ 'ann', 'bob', 'cyd' ]
// #endregion late

stop.abort();
await following;
