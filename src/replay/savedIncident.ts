import * as E from 'fp-ts/lib/Either.js';
import type { EventId } from '../primitives/ids.ts';
import { EventId as EventIdCodec } from '../primitives/ids.ts';
import { Instant } from '../primitives/instant.ts';
import type { Json, JsonObject } from '../primitives/json.ts';
import type { StoreError } from '../store/storeError.ts';

/** Where an event stands in a story: what the order of a story compares. */
export interface Place {
  /** Its type, which has a rank in the vocabulary. */
  readonly type: string;
  /** Its id. */
  readonly eventId: EventId;
  /** When it happened, or else was said. */
  readonly at: Instant;
  /** When it was said. */
  readonly said: Instant;
}

/** What has to be known of a story to tell whether an event simply goes on with it. */
export interface StoryEnd {
  /** The last place in it; null while nothing happened. */
  readonly last: Place | null;
  /** The episode that it ends in. */
  readonly episode: number;
  /** Whether that one began with a reopening and has not ended since. */
  readonly reopened: boolean;
  /** Last instant that the last happening can have been; `~`, which is after all, where that is open. */
  readonly lastEnd: string;
  /** The latest of these of all happenings. */
  readonly latestEnd: string;
  /** Whether the order of the last happening is uncertain already. */
  readonly lastUncertain: boolean;
  /** The happenings, by type and key; without those that only their own event can be a claim about. */
  readonly keys: readonly string[];
  /** Events that others are about and that have not come. */
  readonly awaited: readonly string[];
}

/** What is saved of one incident: the state of its projection, and what it stands for. */
export interface SavedIncident {
  /** Revision of the last event. */
  readonly revision: number;
  /** Position of the last event. */
  readonly position: string;
  /** Whether events could not be read. */
  readonly incomplete: boolean;
  /** What the projection stopped at; the state is then of no use. */
  readonly fault: { readonly eventId: EventId | null; readonly message: string } | null;
  /** The projection's state. */
  readonly state: Json;
  /** The end of its story. */
  readonly end: StoryEnd;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: Json | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isPlace = (value: Json | undefined): boolean =>
  isObject(value) &&
  typeof value['type'] === 'string' &&
  EventIdCodec.is(value['eventId']) &&
  Instant.is(value['at']) &&
  Instant.is(value['said']);

const isEnd = (value: Json | undefined): boolean =>
  isObject(value) &&
  (value['last'] === null || isPlace(value['last'])) &&
  Number.isSafeInteger(value['episode']) &&
  typeof value['reopened'] === 'boolean' &&
  typeof value['lastEnd'] === 'string' &&
  typeof value['latestEnd'] === 'string' &&
  typeof value['lastUncertain'] === 'boolean' &&
  isTexts(value['keys']) &&
  isTexts(value['awaited']);

const isFault = (value: Json | undefined): boolean =>
  value === null ||
  (isObject(value) &&
    typeof value['message'] === 'string' &&
    (value['eventId'] === null || EventIdCodec.is(value['eventId'])));

const isSaved = (value: Json): value is Json & SavedIncident =>
  isObject(value) &&
  Number.isSafeInteger(value['revision']) &&
  typeof value['position'] === 'string' &&
  typeof value['incomplete'] === 'boolean' &&
  value['state'] !== undefined &&
  isFault(value['fault']) &&
  isEnd(value['end']);

/** What was saved of an incident, read back; null when nothing was. */
export const savedIn = (
  value: Json,
  { name, version }: { readonly name: string; readonly version: number },
  key: string,
): E.Either<StoreError, SavedIncident | null> => {
  if (value === null) return E.right(null);
  if (isSaved(value)) return E.right(value);
  const place = `state ${key} of ${name}, version ${version}`;
  return E.left({ _tag: 'Corrupt', place, message: 'no followed projection saved it' });
};

/** The same as JSON. */
export const toSave = (saved: SavedIncident): Json => {
  const { revision, position, incomplete, fault, state, end } = saved;
  const { last, episode, reopened, lastEnd, latestEnd, lastUncertain, keys, awaited } = end;
  return {
    revision,
    position,
    incomplete,
    fault: fault && { eventId: fault.eventId, message: fault.message },
    state,
    end: {
      last: last && { type: last.type, eventId: last.eventId, at: last.at, said: last.said },
      episode,
      reopened,
      lastEnd,
      latestEnd,
      lastUncertain,
      keys,
      awaited,
    },
  };
};
