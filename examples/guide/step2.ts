// Step 2: for how long. Times are kept as they were claimed, and the present is an argument.
// #region imports
import type { EventId, Moment } from 'incident-ledger';
import { copyOf, elapsed, exactly, orThrow, projection } from 'incident-ledger';
import { at, by, sample } from './incident.ts';

const { ledger } = await sample();
// #endregion imports

// #region state
interface Stay {
  readonly who: string;
  readonly from: Moment;
  readonly to: Moment | null;
  readonly evidence: readonly EventId[];
}
// #endregion state

// #region attendance
const attendance = projection({
  name: 'attendance',
  version: 2,
  scope: 'incident',
  initial: () => ({ stays: [] as Stay[] }),
  on: {
    ResponderJoined: (draft, { data, occurredAt, eventId }) => {
      const from = copyOf(occurredAt);
      draft.stays.push({ who: data.responder.id, from, to: null, evidence: [eventId] });
    },
    ResponderLeft: (draft, { data, occurredAt, eventId }) => {
      const stay = draft.stays.find(({ who, to }) => who === data.responder.id && to === null);
      if (stay) {
        stay.to = copyOf(occurredAt);
        stay.evidence.push(eventId);
      }
    },
  },
  view: ({ stays }, present) => ({
    stays: stays.map(({ who, from, to, evidence }) => ({
      who,
      ms: elapsed(from, to ?? exactly(present)).ms,
      isHere: to === null,
      evidence,
    })),
  }),
});
// #endregion attendance

// #region look
const { stays } = await orThrow(ledger.view(by.incidentId, attendance, { at: at('10:40') }));
for (const { who, ms, isHere } of stays) console.log(who, ms, isHere);
// ann 1500000 false
// cyd 2340000 true
// #endregion look
