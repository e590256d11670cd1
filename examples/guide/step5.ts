// Step 5: all incidents of a ledger, one after the other, and what can be said of them together.
// #region imports
import { addIncident, emptyTally, orThrow, projectAll, summarized } from 'incident-ledger';
import * as E from 'fp-ts/lib/Either.js';
import { attendance, busiest, vocabulary } from './attendance.ts';
import { at, sample } from './incident.ts';

const { store } = await sample();
// #endregion imports

// #region all
const options = { at: at('10:40'), vocabulary };

await orThrow(
  projectAll(store, attendance, options, ({ incidentId, view }) => {
    if (E.isRight(view)) console.log(incidentId, view.right.stays.length); // INC-1 2
  }),
);
// #endregion all

// #region summary
const tally = emptyTally(busiest, options);
await orThrow(
  projectAll(store, busiest.of, options, (seen) => {
    addIncident(busiest, tally, seen);
  }),
);
console.log(summarized(busiest, tally).view); // [ { who: 'ann', incidents: 1 }, … ]
// #endregion summary
