/**
 * What it costs to load and fold the incidents of a memory store, and to look at one incident as of a time, as ratios
 * in one run: `npm run bench:incident`. The number of incidents can be given as an argument; 10 000 when not.
 */
import type { AsOf, EventStore, History, Projection, Scope, StoredEvent } from '../src/index.ts';
import {
  actions,
  claims,
  combine,
  core,
  decode,
  durations,
  history,
  impact,
  incident,
  incidentId,
  instant,
  memoryStore,
  milestones,
  orThrow,
  projectAll,
  projectIncident,
  timeline,
} from '../src/index.ts';
import { eventAt, PER_INCIDENT } from './logFile.ts';
import type { Work } from './measure.ts';
import { compare, shown } from './measure.ts';

const INCIDENTS = Number(process.argv[2] ?? 10_000);
const ROUNDS = Number(process.env['ROUNDS'] ?? 15);
const at = instant('2040-01-01T00:00:00Z');
const everything = combine({ actions, claims, durations, impact, incident, milestones, timeline });

/** The events of an incident that is as long as asked for: the course of one of the log, again and again. */
const told = (number: number, length: number): readonly StoredEvent[] =>
  Array.from({ length }, (_, revision) => ({
    ...eventAt(number * PER_INCIDENT + revision),
    incidentId: incidentId(`INC-${number}`),
    revision,
  }));

const storeOf = async (streams: readonly (readonly StoredEvent[])[]): Promise<EventStore> => {
  const store = memoryStore();
  for (const [number, events] of streams.entries()) {
    await orThrow(store.restore(incidentId(`INC-${number}`), events));
  }
  return store;
};

/** The history of an incident that a store keeps: of the very objects that it keeps. */
const historyIn = async (store: EventStore, number: number): Promise<History> => {
  const read = decode(core);
  const page = await orThrow(store.read({ incidentId: incidentId(`INC-${number}`) }));
  const events = page.events.map((event) => {
    const decoded = read(event);
    if (decoded._tag === 'Left') throw new Error(JSON.stringify(decoded.left));
    return decoded.right;
  });
  return history(events, { vocabulary: core });
};

type Seen = Parameters<Projection<unknown, unknown>['apply']>[2];

/** What the projection itself costs: its handlers on a plain state, event by event, and its view. */
const bareFold = <S, V>(stories: readonly History[], projection: Projection<S, V>): void => {
  for (const { happenings, claims: all, events } of stories) {
    const seen: Record<Scope, readonly object[]> = {
      incident: happenings,
      claims: all,
      ledger: events,
    };
    const state = projection.initial();
    for (const scope of projection.scopes) {
      for (const event of seen[scope]) projection.apply(scope, state, event as Seen);
    }
    projection.view(state, at);
  }
};

const loadAndFold = async <S, V>(
  name: string,
  store: EventStore,
  stories: readonly History[],
  projection: Projection<S, V>,
): Promise<void> => {
  const ratios = await compare(
    [`bare fold: ${name}`, async () => bareFold(stories, projection)],
    [
      [
        `projectAll(store, ${name})`,
        async () => {
          await orThrow(projectAll(store, projection, { at }, () => {}));
        },
      ],
    ],
    ROUNDS,
  );
  console.log(shown(ratios, INCIDENTS * PER_INCIDENT));
  const [, replayed] = ratios;
  console.log(`  ${(1 / (replayed?.ratio ?? Number.NaN)).toFixed(2)} × the speed of the bare fold`);
};

/** After all that was told: so every event is looked at, and none is left out. */
const END = instant('2039-01-01T00:00:00Z');

const LOOKS: readonly (readonly [string, AsOf])[] = [
  ['now', {}],
  ['recordedBefore', { recordedBefore: END }],
  ['knownAt', { knownAt: END }],
  ['occurredBefore', { occurredBefore: END }],
  ['all three', { recordedBefore: END, knownAt: END, occurredBefore: END }],
];

const asOf = async (length: number, times: number): Promise<void> => {
  const store = await storeOf([told(0, length)]);
  const [now, ...looks] = LOOKS.map(([name, look]): Work => [
    name,
    async () => {
      for (let turn = 0; turn < times; turn += 1) {
        await orThrow(projectIncident(store, incidentId('INC-0'), everything, { at, ...look }));
      }
    },
  ]);
  if (!now) return;
  console.log(`one incident of ${length} events, all built-in views, as of the end`);
  console.log(shown(await compare(now, looks, ROUNDS), length * times));
};

const streams = Array.from({ length: INCIDENTS }, (_, number) => told(number, PER_INCIDENT));
const store = await storeOf(streams);
const stories: History[] = [];
for (let number = 0; number < INCIDENTS; number += 1) stories.push(await historyIn(store, number));
console.log(`${INCIDENTS} incidents of ${PER_INCIDENT} events in a memory store`);
await loadAndFold('durations', store, stories, durations);
await loadAndFold('all built-in views', store, stories, everything);
await asOf(PER_INCIDENT, 1000);
await asOf(1000, 10);
