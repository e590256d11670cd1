import { current } from 'immer';
import { projection } from '../../../src/history/projection.ts';
import type { Projection } from '../../../src/history/projection.ts';

/** A projection of somebody else, the names of whose types nobody checked. */
export type Anyone = Projection<unknown, unknown>;

type Draft = Record<string, unknown> & { list: unknown[] };
type Event = Record<string, unknown> & {
  readonly type: string;
  readonly revision: number;
  readonly eventId: string;
  readonly data: Record<string, unknown>;
  readonly occurredAt: Record<string, unknown>;
};

/** A projection that does that with every note and every alert. */
const withHandler = (
  name: string,
  handle: (draft: Draft, event: Event) => unknown,
  view: (state: Draft) => unknown = (state) => state.list.length,
  initial: () => unknown = () => ({ list: [] }),
): Anyone => {
  const on = (draft: unknown, event: unknown): undefined => {
    handle(draft as Draft, event as Event);
  };
  return projection({
    name,
    version: 1,
    scope: 'incident',
    initial,
    on: { NoteAdded: on, AlertRaised: on },
    view: (state) => view(state as Draft),
  });
};

const countedOutside: number[] = [];
const keptOutside: string[] = [];
const metOutside = new Set<string>();
const viewsOutside = new Map<unknown, unknown>();
let view: unknown;
const views: Record<string, unknown> = {};
const counts = new Map<string, unknown>();
let title: unknown;
const { random } = Math;
const written = new Intl.DateTimeFormat('en-GB', { timeStyle: 'long' });
class Counter {
  count = 0;
}

/** Projections that each break one law, with how that is told. */
export const gallery: readonly (readonly [law: string, projection: Anyone, told: RegExp])[] = [
  [
    'throws nothing',
    withHandler('throwing', (draft, { data }) => {
      if (data['monitor'] !== undefined) throw new Error('no monitors here');
      draft.list.push(0);
    }),
    /^it throws at event 0 \(AlertRaised\): no monitors here$/,
  ],
  [
    'throws nothing',
    withHandler(
      'throwing in its view',
      (draft) => draft.list.push(0),
      ({ list }) => {
        if (list.length > 1) throw new Error('too many');
        return null;
      },
    ),
    /^its view throws after event 1 \(\w+\): too many$/,
  ],
  [
    'throws nothing',
    withHandler(
      'throwing at the beginning',
      (draft) => draft,
      () => null,
      () => {
        throw new Error('no beginning');
      },
    ),
    /^its initial state throws: no beginning$/,
  ],
  [
    'throws nothing',
    withHandler('asking immer', (draft) => {
      draft['before'] = current(draft.list);
    }),
    /^it throws at event 0 \(\w+\): .*current/,
  ],
  [
    'depends on its events alone',
    withHandler('a clock', (draft) => draft.list.push(Date.now())),
    /^it calls Date.now at event 0 \(\w+\)$/,
  ],
  [
    'depends on its events alone',
    withHandler(
      'a clock in its view',
      (draft) => draft.list.push(0),
      () => new Date().getFullYear(),
    ),
    /^it calls new Date\(\) in its view$/,
  ],
  [
    'depends on its events alone',
    withHandler('a clock that writes itself', (draft) => {
      draft['when'] = written.format();
    }),
    /^it calls Intl.DateTimeFormat.format\(\) at event 0 \(\w+\)$/,
  ],
  [
    'depends on its events alone',
    withHandler('random', (draft) => {
      draft['chosen'] = Math.random();
    }),
    /^it calls Math.random at event 0 \(\w+\)$/,
  ],
  [
    'depends on its events alone',
    withHandler('random ids', (draft) => draft.list.push(crypto.randomUUID())),
    /^it calls crypto.randomUUID at event 0/,
  ],
  [
    'depends on its events alone',
    withHandler('random, kept from before', (draft) => {
      draft['chosen'] = random();
    }),
    /^two runs give different states at chosen: 0\.\d+ first, 0\.\d+ then$/,
  ],
  [
    'depends on its events alone',
    withHandler('counted outside', (draft) => {
      countedOutside.push(0);
      draft['count'] = countedOutside.length;
    }),
    /^two runs give different states at count: \d+ first, \d+ then$/,
  ],
  [
    'depends on its events alone',
    withHandler(
      'counting by ids that are keys',
      (draft, { data }) => {
        const byId = draft['byId'] as Record<string, { count: number }>;
        const counted = (byId[String(data['alertId'])] ??= { count: 0 });
        counted.count = (counted.count || 0) + 1;
      },
      (state) => state['byId'],
      () => ({ list: [], byId: {} }),
    ),
    /^it puts count into Object(\.prototype)?, which all objects share, as a key named __proto__/,
  ],
  [
    'depends on its events alone',
    withHandler(
      'keeping by ids that are keys',
      (draft, { data }) => {
        const byId = draft['byId'] as Record<string, string>;
        byId[String(data['alertId'])] ??= 'raised';
      },
      (state) => Object.keys(state['byId'] as object).map((id) => `alert ${id}`),
      () => ({ list: [], byId: {} }),
    ),
    /^with an id such as __proto__ its view differs at 0: nothing with that, "alert __proto__" as with any other: /,
  ],
  [
    'depends on its events alone',
    withHandler('passing over what was met before', (draft, { eventId }) => {
      if (metOutside.has(eventId)) return;
      metOutside.add(eventId);
      draft.list.push(0);
    }),
    /^it keeps something outside its state: after a look at its first event alone, the view of the incident differs: 1 without that look, 0 then$/,
  ],
  [
    'depends on its events alone',
    withHandler(
      'keeping views by incident',
      (draft, { incidentId }) => {
        draft['incidentId'] = incidentId;
        draft.list.push(0);
      },
      ({ incidentId, list }) => {
        if (incidentId === undefined) return 0;
        if (!viewsOutside.has(incidentId)) viewsOutside.set(incidentId, list.length);
        return viewsOutside.get(incidentId);
      },
    ),
    /^it keeps something outside its state: after a look at its first event alone, the view of the incident differs: 2 without that look, 1 then$/,
  ],
  [
    'depends on its events alone',
    withHandler(
      'keeping one view',
      (draft) => draft.list.push(0),
      ({ list }) => (view ??= { count: list.length }),
    ),
    /^it keeps something outside its state: viewed twice, it reads list\.length of the state the first time only, and so gives what it made before$/,
  ],
  [
    'depends on its events alone',
    withHandler(
      'keeping one view of what is not empty',
      (draft, { eventId }) => draft.list.push(eventId),
      ({ list }) => (list.length === 0 ? null : (views['all'] ??= list.join())),
    ),
    /^it keeps something outside its state: viewed twice, it reads list\.0 of the state the first time only, /,
  ],
  [
    'depends on its events alone',
    withHandler(
      'keeping views by their kind',
      (draft) => draft.list.push(0),
      (state) => {
        if (!counts.has('count')) counts.set('count', Object.keys(state).length);
        return counts.get('count');
      },
    ),
    /^it keeps something outside its state: viewed twice, it reads the keys of the state the first time only, /,
  ],
  [
    'depends on its events alone',
    withHandler('keeping what one event said', (draft, { data }) => {
      title ??= data['alertId'] ?? data['text'];
      draft['title'] = JSON.stringify(title);
    }),
    /^it keeps something outside its state: given event 0 \(\w+\) twice, it reads data\.\w+(\.\w+)? of it the first time only, and so goes by what it read before$/,
  ],
  [
    'changes no event',
    withHandler('changing the event', (draft, event) => {
      event.data['seen'] = true;
      draft.list.push(0);
    }),
    /^at event 0 \(\w+\) it changes it at data\.seen: nothing before, true after$/,
  ],
  [
    'changes no event',
    withHandler('writing what is there', (_, event) => {
      Object.assign(event.data, { text: event.data['text'] });
    }),
    /^it writes to an event: /,
  ],
  [
    'changes no event',
    withHandler('keeping the payload and changing it', (draft, { data }) => {
      if (draft['last'] !== undefined) (draft['last'] as Record<string, unknown>)['isOld'] = true;
      draft['last'] = data;
    }),
    /^at event 1 \(\w+\) it changes event 0 \(\w+\) at data\.isOld: nothing before, true after$/,
  ],
  [
    'keeps its state a tree of plain JSON',
    withHandler('a Map', (draft, { eventId }) => {
      draft['byId'] = new Map([[eventId, true]]);
    }),
    /^after event 0 \(\w+\), byId is a Map, which does not come back from JSON$/,
  ],
  [
    'keeps its state a tree of plain JSON',
    withHandler('a Date', (draft) => {
      draft['when'] = new Date(0);
    }),
    /^after event 0 \(\w+\), when is a Date, /,
  ],
  [
    'keeps its state a tree of plain JSON',
    withHandler('an instance', (draft) => {
      draft['counter'] = new Counter();
    }),
    /^after event 0 \(\w+\), counter is a Counter, /,
  ],
  [
    'keeps its state a tree of plain JSON',
    withHandler('undefined', (draft) => {
      draft['last'] = undefined;
    }),
    /^after event 0 \(\w+\), last is undefined, which is lost/,
  ],
  [
    'keeps its state a tree of plain JSON',
    withHandler('NaN', (draft, { data }) => {
      draft['rate'] = Number(data['rate']);
    }),
    /^after event 0 \(\w+\), rate is NaN, which JSON does not have$/,
  ],
  [
    'keeps its state a tree of plain JSON',
    withHandler('less than nothing', (draft) => {
      draft['balance'] = -0;
    }),
    /^after event 0 \(\w+\), balance is -0, which comes back from JSON as 0/,
  ],
  [
    'keeps its state a tree of plain JSON',
    withHandler('a hole', (draft, { revision }) => {
      draft.list[revision + 1] = 0;
    }),
    /^after event 0 \(\w+\), list is a list with holes/,
  ],
  [
    'keeps its state a tree of plain JSON',
    withHandler('an alias', (draft) => {
      const shared = { count: 0 };
      draft['first'] = shared;
      draft['second'] = shared;
    }),
    /^after event 0 \(\w+\), second is the same object as first: changed in one place/,
  ],
  [
    'keeps its state a tree of plain JSON',
    withHandler('a cycle', (draft) => {
      const cycle: Record<string, unknown> = {};
      cycle['self'] = cycle;
      draft['cycle'] = cycle;
    }),
    /^after event 0 \(\w+\), cycle\.self is the same object as cycle/,
  ],
  [
    'keeps its state a tree of plain JSON',
    withHandler(
      'an alias from the beginning',
      (draft) => draft,
      () => null,
      () => {
        const shared = {};
        return { list: [shared, shared] };
      },
    ),
    /^initially, list\.1 is the same object as list\.0/,
  ],
  [
    'keeps its state a tree of plain JSON',
    withHandler(
      'keys that are ids',
      (draft, { data }) => {
        const byId = draft['byId'] as Record<string, object>;
        byId[String(data['alertId'])] = { raised: true };
      },
      () => null,
      () => ({ list: [], byId: {} }),
    ),
    /^after event 0 \(AlertRaised\), byId has a prototype of its own, as a key named __proto__ gives it/,
  ],
  [
    'changes nothing by being viewed',
    withHandler(
      'taking away in its view',
      (draft, { eventId }) => draft.list.push(eventId),
      ({ list }) => list.shift(),
    ),
    /^the view changes the state at list\.0: "/,
  ],
  [
    'comes to the same live as replayed',
    withHandler('asking whether it is the same object', (draft, { data }) => {
      draft['isSame'] = draft['first'] !== undefined && draft['first'] === draft['last'];
      draft['first'] ??= data;
      draft['last'] ??= data;
    }),
    /^the state after event 1 \(\w+\) differs at isSame: true replayed, false live$/,
  ],
  [
    'comes to the same resumed from a saved state as replayed',
    withHandler('the event before, kept outside', (draft, { eventId }) => {
      if (draft.list.length === 0) keptOutside.length = 0;
      draft.list.push(keptOutside.at(-1) ?? null);
      keptOutside.push(eventId);
    }),
    /^resumed from the state saved after 1 event, the state differs at list\.1: "[-0-9a-f]+" replayed, "[-0-9a-f]+" resumed$/,
  ],
  [
    'is viewed the same, in whatever order its events were recorded',
    withHandler(
      'the last that arrived',
      (draft, { revision, eventId }) => {
        if (revision < Number(draft['revision'] ?? -1)) return;
        draft['revision'] = revision;
        draft['last'] = eventId;
      },
      (state) => state['last'],
    ),
    /^recorded the other way round, its view differs: "[-0-9a-f]+" as given, "[-0-9a-f]+" then$/,
  ],
];
