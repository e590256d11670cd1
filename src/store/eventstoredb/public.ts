/**
 * A store on an EventStoreDB or KurrentDB cluster, over the client that you hand in.
 *
 * @packageDocumentation
 */
export type {
  EventStoreDbClient,
  EventStoreDbCredentials,
  EventStoreDbEventData,
  EventStoreDbPosition,
  EventStoreDbRead,
  EventStoreDbReadOptions,
  EventStoreDbRecord,
  EventStoreDbSubscription,
} from './client.ts';
export type { EventStoreDbPatience } from './patiently.ts';
export { eventStoreDbStore } from './eventStoreDbStore.ts';
export type { EventStoreDbStore, EventStoreDbStoreOptions } from './eventStoreDbStore.ts';
