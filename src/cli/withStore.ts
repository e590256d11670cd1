import * as E from 'fp-ts/lib/Either.js';
import type { EventStore } from '../index.ts';
import type { Failure } from './failure.ts';
import { messageOf, storeFailed } from './failure.ts';
import type { Io } from './io.ts';

/** Opens a ledger's store for some work, and lets go of it afterwards, however the work ends. */
export const withStore = async (
  io: Io,
  ledger: string,
  work: (store: EventStore) => Promise<Failure | null>,
  { create = false }: { readonly create?: boolean } = {},
): Promise<Failure | null> => {
  const opened = await io.open(ledger, create);
  if (E.isLeft(opened)) return opened.left;
  const named = (lines: readonly string[]): Failure =>
    storeFailed(...lines.map((line) => `${ledger}: ${line}`));
  try {
    const failure = await work(opened.right.store);
    return failure?.code === 3 ? named(failure.lines) : failure;
  } catch (cause) {
    return named([messageOf(cause)]);
  } finally {
    io.progress('');
    await opened.right.close();
  }
};
