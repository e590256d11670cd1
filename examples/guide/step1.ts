// Step 1: who came. A state, a handler, a view.
// #region imports
import { orThrow, projection } from 'incident-ledger';
import { by, sample } from './incident.ts';

const { ledger } = await sample();
// #endregion imports

// #region attendance
const attendance = projection({
  name: 'attendance',
  version: 1,
  scope: 'incident',
  initial: () => ({ people: [] as string[] }),
  on: {
    ResponderJoined: (draft, event) => {
      draft.people.push(event.data.responder.id);
    },
  },
  view: (state) => state.people,
});
// #endregion attendance

// #region look
console.log(await orThrow(ledger.view(by.incidentId, attendance))); // [ 'ann', 'cyd' ]
// #endregion look
