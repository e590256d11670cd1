import * as E from 'fp-ts/lib/Either.js';
import { decode } from '../events/decode.ts';
import type { StoredEvent } from '../events/stored.ts';
import { definitionOf } from '../events/vocabulary.ts';
import type { AnyRecorded } from '../history/effective.ts';
import type { UnreadableEvents } from '../ledger/ledgerError.ts';
import { loadReadable } from '../ledger/load.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Json } from '../primitives/json.ts';
import type { EventStore } from '../store/port.ts';
import type { FollowProjectionError, FollowProjectionOptions } from './followProjectionOptions.ts';
import type { Taken } from './followPages.ts';
import type { Making } from './goOn.ts';
import { foldAnew, goOn } from './goOn.ts';
import { persist } from './persist.ts';
import type { SavedIncident } from './savedIncident.ts';
import { savedIn, toSave } from './savedIncident.ts';
import type { SavedSetting } from './savedSetting.ts';
import { SETTING_KEY, settingToSave } from './savedSetting.ts';

type Result<A> = E.Either<FollowProjectionError, A>;

const byIncident = (events: readonly StoredEvent[]): ReadonlyMap<IncidentId, StoredEvent[]> => {
  const groups = new Map<IncidentId, StoredEvent[]>();
  for (const event of events) {
    const group = groups.get(event.incidentId);
    if (group) group.push(event);
    else groups.set(event.incidentId, [event]);
  }
  return groups;
};

/**
 * Makes the states that the events of a page change: of each incident by going on with what was saved, or else folded
 * anew from the store, up to its last event in the page.
 */
export const stateMaker = <S, V>(
  store: EventStore,
  making: Making<S, V>,
  setting: { readonly saved: SavedSetting | null; readonly now: SavedSetting },
  options: FollowProjectionOptions,
): ((taken: Pick<Taken, 'events'>) => Promise<Result<ReadonlyMap<string, Json>>>) => {
  const { projection, vocabulary } = making;
  const { states, signal, retry = {}, unreadable = 'fail', onQuarantine } = options;
  const read = decode(vocabulary);
  const nothing = foldAnew(making, [], { revision: -1, position: '', incomplete: false });
  const initial = JSON.stringify(nothing.state);
  const unread = new Set(setting.saved?.unread);
  let isSettingSaved = setting.saved?.types.length === setting.now.types.length;

  const load = async (incidentId: IncidentId): Promise<Result<SavedIncident>> => {
    const loaded = await persist(states.load(projection, incidentId, { signal }), retry, signal);
    if (E.isLeft(loaded)) return loaded;
    const saved = savedIn(loaded.right, projection, incidentId);
    if (E.isLeft(saved)) return saved;
    // What was written as JSON is JSON; each incident changes one of its own.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return E.right(saved.right ?? { ...nothing, state: JSON.parse(initial) as Json });
  };

  /** Takes note of what cannot be read; the failure that it is, unless it is to be quarantined. */
  const lacking = (what: UnreadableEvents): E.Either<UnreadableEvents, null> => {
    if (unreadable === 'fail') return E.left(what);
    onQuarantine?.(what);
    return E.right(null);
  };

  const anew = async (last: StoredEvent): Promise<Result<SavedIncident>> => {
    const { incidentId, revision, position = '' } = last;
    const query = { incidentId, signal };
    const loaded = await persist(
      loadReadable(store, vocabulary, query, revision + 1),
      retry,
      signal,
    );
    if (E.isLeft(loaded)) return loaded;
    const { events, unreadable: faults } = loaded.right;
    const incomplete = faults.length > 0;
    if (incomplete) {
      const lost = lacking({ _tag: 'UnreadableEvents', incidentId, unreadable: faults });
      if (E.isLeft(lost)) return lost;
    }
    return E.right(foldAnew(making, events, { revision, position, incomplete }));
  };

  const stateOf = async (
    incidentId: IncidentId,
    events: readonly StoredEvent[],
  ): Promise<Result<SavedIncident>> => {
    const loaded = await load(incidentId);
    if (E.isLeft(loaded)) return loaded;
    let saved: SavedIncident | null = loaded.right;
    let last: StoredEvent | null = null;
    for (const event of events) {
      last = event;
      if (event.revision <= loaded.right.revision) continue;
      const decoded = read(event);
      if (E.isLeft(decoded)) {
        saved = null;
        continue;
      }
      // Whatever its data is, it has the envelope of an event.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const known = decoded.right as AnyRecorded;
      if (definitionOf(vocabulary, known.type) === null) unread.add(known.type);
      saved &&= goOn(making, saved, known);
    }
    return saved === null && last !== null ? anew(last) : E.right(saved ?? loaded.right);
  };

  return async ({ events }) => {
    const made = new Map<string, Json>();
    const before = unread.size;
    for (const [incidentId, group] of byIncident(events)) {
      const saved = await stateOf(incidentId, group);
      if (E.isLeft(saved)) return saved;
      made.set(incidentId, toSave(saved.right));
    }
    if (!isSettingSaved || unread.size > before) {
      made.set(SETTING_KEY, settingToSave({ ...setting.now, unread: [...unread] }));
      isSettingSaved = true;
    }
    return E.right(made);
  };
};
