import type * as E from 'fp-ts/lib/Either.js';
import type { StoreError } from '../storeError.ts';
import type { EventStoreDbCredentials } from './client.ts';
import type { ClientFailure } from './clientFailure.ts';
import type { Connection } from './connection.ts';
import type { EventStoreDbPatience, Work } from './patiently.ts';
import { patiently } from './patiently.ts';

/** What the methods of one store share. */
export interface Context {
  readonly prefix: string;
  /** Goes with each append, which then is a call of its own. */
  readonly credentials: EventStoreDbCredentials | undefined;
  readonly connection: Connection;
  readonly patience: EventStoreDbPatience;
}

/** Does work with the client that may be done twice. */
export const work = async <A>(
  { connection, patience, credentials }: Context,
  signal: AbortSignal | undefined,
  what: Work<A>,
): Promise<E.Either<ClientFailure, A>> =>
  patiently(connection, patience, { signal, replaceLate: credentials !== undefined }, what);

/** The store's error for a failure that no method has its own answer to. */
export const storeError = (failure: ClientFailure): StoreError => {
  switch (failure._tag) {
    case 'Ended':
      return { _tag: 'Aborted' };
    case 'Refused':
      return { _tag: 'Unusable', reason: failure.reason };
    case 'Invalid':
      return { _tag: 'InvalidRequest', reason: failure.reason };
    case 'Passing':
    case 'Late':
    case 'Strange':
      return { _tag: 'Unavailable', message: failure.message };
    case 'NoStream':
    case 'WrongRevision':
    case 'TooLarge':
      return { _tag: 'Unavailable', message: `unexpected answer: ${failure._tag}` };
  }
};
