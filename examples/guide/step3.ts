// Step 3: look at it, as of other times and event by event.
// #region imports
import { orThrow, step } from 'incident-ledger';
import { attendance } from './attendance.ts';
import { at, by, sample } from './incident.ts';

const { ledger } = await sample();
// #endregion imports

// #region as-of
const then = { at: at('10:40'), occurredBefore: at('10:00') }; // nothing after ten
const { stays } = await orThrow(ledger.view(by.incidentId, attendance, then));
console.log(stays.map(({ who }) => who)); // [ 'ann' ]
// #endregion as-of

// #region step
const history = await orThrow(ledger.history(by.incidentId));
for (const { event, before, after } of step(history, attendance)) {
  console.log(event.type, before.stays.length, after.stays.length);
}
// #endregion step
