// The same service on EventStoreDB: only the line that makes the store is another.
import { EventStoreDBClient } from '@eventstore/db-client';
import { eventStoreDbStore } from 'incident-ledger/eventstoredb';
import { service } from './service.ts';

const store = eventStoreDbStore({
  connect: () => EventStoreDBClient.connectionString`esdb://localhost:2113?tls=false`,
});

await service(store).listen({ port: 3000 });
