/**
 * An event as the client takes it.
 *
 * @public
 */
export interface EventStoreDbEventData {
  /** Id of the event. */
  readonly id: string;
  /** Type of the event. */
  readonly type: string;
  /** What the data are. */
  readonly contentType: 'application/json';
  /** The data. */
  readonly data: Record<string, unknown>;
  /** What is said beside the data. */
  readonly metadata: Record<string, unknown>;
}

/**
 * A place in the log of the whole database.
 *
 * @public
 */
export interface EventStoreDbPosition {
  /** Where the transaction was committed. */
  readonly commit: bigint;
  /** Where the event was written. */
  readonly prepare: bigint;
}

/**
 * An event as the client gives it.
 *
 * @public
 */
export interface EventStoreDbRecord {
  /** The stream. */
  readonly streamId: string;
  /** Id of the event. */
  readonly id: string;
  /** Place in the stream. */
  readonly revision: bigint;
  /** Type of the event. */
  readonly type: string;
  /** Whether the data are JSON. */
  readonly isJson: boolean;
  /** The data. */
  readonly data: unknown;
  /** What is said beside the data. */
  readonly metadata?: unknown;
  /** When the server took it. */
  readonly created: Date;
  /** Place in the log. */
  readonly position?: EventStoreDbPosition | undefined;
}

/**
 * A read under way. What there is to end it differs between the clients.
 *
 * @public
 */
export interface EventStoreDbRead extends AsyncIterable<{
  readonly event?: EventStoreDbRecord | undefined;
}> {
  /** Ends the call on the server. */
  cancel?(): Promise<void>;
  /** Ends the iteration. */
  destroy?(): unknown;
  /** Hears of failures. */
  on?(event: 'error', listener: (error: Error) => void): unknown;
}

/**
 * Who asks.
 *
 * @public
 */
export interface EventStoreDbCredentials {
  /** The user. */
  readonly username: string;
  /** The password. */
  readonly password: string;
}

/**
 * A subscription under way.
 *
 * @public
 */
export interface EventStoreDbSubscription {
  /** Hears that it has begun. */
  on(event: 'confirmation', listener: () => void): unknown;
  /** Hears of events. */
  on(event: 'data', listener: () => void): unknown;
  /** Hears that it is over. */
  on(event: 'error', listener: (error: Error) => void): unknown;
  /** Ends the call on the server. */
  unsubscribe(): Promise<void>;
}

/**
 * How much to read.
 *
 * @public
 */
export interface EventStoreDbReadOptions {
  /** Which way to go. */
  readonly direction: 'forwards' | 'backwards';
  /** The most to give. */
  readonly maxCount: number;
}

/**
 * What is used of a client: `EventStoreDBClient` of `@eventstore/db-client` has it, and `KurrentDBClient` of
 * `@kurrent/kurrentdb-client`. Never load both in one process: each spoils the other.
 *
 * @public
 */
export interface EventStoreDbClient {
  /** Appends to a stream. One client goes by `expectedRevision`, the other by `streamState`. */
  appendToStream(
    stream: string,
    events: EventStoreDbEventData[],
    options: {
      readonly expectedRevision: bigint | 'no_stream';
      readonly streamState: bigint | 'no_stream';
      readonly credentials?: EventStoreDbCredentials;
    },
  ): Promise<{
    readonly success: boolean;
    readonly nextExpectedRevision: bigint;
    readonly position?: EventStoreDbPosition | undefined;
  }>;
  /** Reads a stream. */
  readStream(
    stream: string,
    options: EventStoreDbReadOptions & { readonly fromRevision: bigint | 'start' | 'end' },
  ): EventStoreDbRead;
  /** Reads all streams. */
  readAll(
    options: EventStoreDbReadOptions & {
      readonly fromPosition: EventStoreDbPosition | 'start' | 'end';
    },
  ): EventStoreDbRead;
  /** Subscribes to streams whose names begin with a prefix. */
  subscribeToAll(options: {
    readonly fromPosition: EventStoreDbPosition | 'start';
    readonly filter: {
      readonly filterOn: 'streamName';
      readonly prefixes: string[];
      readonly checkpointInterval: number;
    };
  }): EventStoreDbSubscription;
  /** Ends what is under way. */
  dispose?(): Promise<void>;
}
