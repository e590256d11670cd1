// The projection that docs/writing-projections.md ends with, as a module that the command line can run too.
// #region imports
import type { EventId, Moment } from 'incident-ledger';
import {
  copyOf,
  core,
  duration,
  elapsed,
  exactly,
  extend,
  milestone,
  projection,
  summary,
} from 'incident-ledger';
import * as t from 'io-ts';
// #endregion imports

// #region own-event
export const vocabulary = extend(core, {
  'acme.Paged': t.type({ who: t.string }),
});
// #endregion own-event

interface Stay {
  readonly who: string;
  readonly from: Moment;
  readonly to: Moment | null;
  readonly evidence: readonly EventId[];
}

// #region attendance
export const attendance = projection({
  name: 'attendance',
  version: 3,
  scope: 'incident',
  vocabulary,
  initial: () => ({ stays: [] as Stay[], paged: [] as string[] }),
  on: {
    'acme.Paged': (draft, { data }) => {
      if (!draft.paged.includes(data.who)) draft.paged.push(data.who);
    },
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
  view: ({ stays, paged }, at) => ({
    stays: stays.map(({ who, from, to, evidence }) => ({
      who,
      ms: elapsed(from, to ?? exactly(at)).ms,
      isHere: to === null,
      evidence,
    })),
    neverCame: paged.filter((person) => stays.every(({ who }) => who !== person)),
  }),
});
// #endregion attendance

// #region own-duration
export const paged = milestone({ name: 'paged', claims: ['acme.Paged'], pick: 'first' });
export const joined = milestone({ name: 'joined', claims: ['ResponderJoined'], pick: 'first' });
export const pageToJoin = duration({ name: 'page-to-join', from: 'paged', to: 'joined' });
// #endregion own-duration

// #region summary
interface Counted {
  readonly who: string;
  incidents: number;
}

const count = (people: Counted[], who: string, incidents: number): void => {
  const known = people.find((person) => person.who === who);
  if (known) known.incidents += incidents;
  else people.push({ who, incidents });
};

export const busiest = summary({
  name: 'busiest',
  version: 1,
  of: attendance,
  initial: () => ({ people: [] as Counted[] }),
  add: ({ people }, { stays }) => {
    for (const who of new Set(stays.map((stay) => stay.who))) count(people, who, 1);
  },
  merge: ({ people }, other) => {
    for (const { who, incidents } of other.people) count(people, who, incidents);
  },
  view: ({ people }) =>
    people.toSorted((a, b) => b.incidents - a.incidents || (a.who < b.who ? -1 : 1)),
});
// #endregion summary
