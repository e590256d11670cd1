import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { StoredEvent, UnstoredEvent } from '../events/stored.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { StoreError } from './storeError.ts';

/**
 * What the caller of an append takes to be there: a stream whose last event has that revision, no stream yet, or
 * anything.
 *
 * @public
 */
export type Expected = number | 'no_stream' | 'any';

/**
 * Where an append put its events; on a repeated one, where the first put them.
 *
 * @public
 */
export interface Appended {
  /** Revision of the last event appended. */
  readonly lastRevision: number;
  /** Position of the last event appended. */
  readonly lastPosition: string;
}

/**
 * What every method takes beside its own arguments.
 *
 * @public
 */
export interface StoreOptions {
  /** Ends the work; the effect then gives `Aborted`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Which part of a sequence to read, and how much of it at once.
 *
 * @public
 */
export interface PageQuery<C> extends StoreOptions {
  /** Where to go on, itself not included; from the beginning (backwards: from the end) when null or absent. */
  readonly after?: C | null | undefined;
  /** The most to give; the store's own limit when absent. */
  readonly limit?: number | undefined;
  /** Which way to go; `forwards` when absent. */
  readonly direction?: 'forwards' | 'backwards' | undefined;
}

/**
 * What to read of one incident; `after` is a revision.
 *
 * @public
 */
export interface ReadQuery extends PageQuery<number> {
  /** The incident. */
  readonly incidentId: IncidentId;
}

/**
 * What to read of the whole ledger; `after` is a position.
 *
 * @public
 */
export interface ReadAllQuery extends PageQuery<string> {
  /** Only events of these types; of all when absent. */
  readonly types?: readonly string[] | undefined;
}

/**
 * What to wait for: an event after a position.
 *
 * @public
 */
export interface ArrivalQuery extends StoreOptions {
  /** The position; any event will do when null or absent. */
  readonly after?: string | null | undefined;
}

/**
 * Some events in their order. An empty page that is not the end is legal.
 *
 * @public
 */
export interface EventPage<C> {
  /** The events. */
  readonly events: readonly StoredEvent[];
  /** The `after` of the page that follows, also of what will be appended later; null while nothing was passed. */
  readonly next: C | null;
  /** Whether there was nothing more. */
  readonly end: boolean;
}

/**
 * Some incidents, in the order of their first events.
 *
 * @public
 */
export interface IncidentPage {
  /** The incidents. */
  readonly incidentIds: readonly IncidentId[];
  /** The `after` of the page that follows; null while nothing was passed. */
  readonly next: string | null;
  /** Whether there was nothing more. */
  readonly end: boolean;
}

/**
 * Keeps events, one stream an incident. The effects do nothing before they are run, and each run is one call.
 *
 * @remarks Shape: revisions of a stream count from 0 without gaps; a position orders all events of a store and
 * compares as text; `recordedAt` never goes back along positions, but for what was restored.
 * @public
 */
export interface EventStore {
  /**
   * Appends events to an incident's stream, all or none.
   *
   * @remarks Shape: events that stand at the expected place already, by their ids, are not appended again: the
   * first result is given and their data is not compared. With `any` they are looked for throughout the stream.
   * Errors: `Conflict` when the stream is elsewhere, or has only a part of them; `TooLarge` above 1 MiB;
   * `InvalidRequest` for no events, an id twice, or another incident's event.
   */
  append(
    incidentId: IncidentId,
    events: readonly UnstoredEvent[],
    expected: Expected,
    options?: StoreOptions,
  ): TaskEither<StoreError, Appended>;

  /** Reads an incident's stream; one that does not exist is empty. */
  read(query: ReadQuery): TaskEither<StoreError, EventPage<number>>;

  /** Reads the events of all incidents in the order of their positions. */
  readAll(query: ReadAllQuery): TaskEither<StoreError, EventPage<string>>;

  /**
   * Settles when there may be an event after that position, at once when there is one; never too late, but it may be
   * too early. What follows a ledger waits with it between the last page and the next one.
   */
  arrival(query: ArrivalQuery): TaskEither<StoreError, void>;

  /** Lists the incidents; `after` is an opaque text. */
  incidents(query: PageQuery<string>): TaskEither<StoreError, IncidentPage>;

  /**
   * Fills an empty stream from an export: revisions and `recordedAt` stay, positions are new. Of any size.
   *
   * @remarks Errors: `Conflict` when the stream has other events; `InvalidRequest` when the revisions do not count
   * from 0.
   */
  restore(
    incidentId: IncidentId,
    events: readonly StoredEvent[],
    options?: StoreOptions,
  ): TaskEither<StoreError, Appended>;
}
