import { explain } from '../decide/explain.ts';
import type { Refusal } from '../decide/refusal.ts';
import { showValue } from '../primitives/fault.ts';
import type { LedgerError } from './ledgerError.ts';
import { showLedgerError } from './ledgerError.ts';

type Tags<F extends { readonly _tag: string }> = { readonly [T in F['_tag']]: true };

const refusals: Tags<Refusal> = {
  InTheFuture: true,
  AlreadyStated: true,
  AfterCancelled: true,
  AfterMerged: true,
  NothingOpen: true,
  NothingEnded: true,
  NeverStarted: true,
  WithItself: true,
  UnknownTarget: true,
  WrongTarget: true,
  TargetRetracted: true,
  OtherSource: true,
};

const errors: Tags<LedgerError> = {
  Conflict: true,
  TooLarge: true,
  InvalidRequest: true,
  Unavailable: true,
  Unusable: true,
  Aborted: true,
  Corrupt: true,
  UnreadableEvents: true,
  InvalidEvents: true,
  InvalidDocument: true,
  ProjectionFault: true,
};

const tagOf = (failure: unknown): string | null =>
  typeof failure === 'object' &&
  failure !== null &&
  '_tag' in failure &&
  typeof failure._tag === 'string'
    ? failure._tag
    : null;

const isRefusal = (failure: unknown): failure is Refusal =>
  Object.hasOwn(refusals, tagOf(failure) ?? '');

const isLedgerError = (failure: unknown): failure is LedgerError =>
  Object.hasOwn(errors, tagOf(failure) ?? '');

/** What a failure says of itself. */
const messageIn = (failure: unknown): string | null =>
  typeof failure === 'object' &&
  failure !== null &&
  'message' in failure &&
  typeof failure.message === 'string'
    ? [tagOf(failure) ?? [], failure.message].flat().join(': ')
    : null;

/**
 * Says any failure in a sentence: a refusal or an error of the ledger in its words, another by the message it holds,
 * else by all that it holds.
 *
 * @public
 */
export const showFailure = (failure: unknown): string => {
  if (isRefusal(failure)) return explain(failure);
  if (isLedgerError(failure)) return showLedgerError(failure);
  return typeof failure === 'string' ? failure : (messageIn(failure) ?? showValue(failure));
};
