/** Why a call of the client came to nothing, in the store's own words. */
export type ClientFailure =
  /** It may be tried again, with the same events; with a new client if this one is spoilt. */
  | { readonly _tag: 'Passing'; readonly message: string; readonly spoilt: boolean }
  /** No answer came in time. */
  | { readonly _tag: 'Late'; readonly message: string }
  | { readonly _tag: 'WrongRevision'; readonly actual: number | 'no_stream' }
  | { readonly _tag: 'NoStream' }
  | { readonly _tag: 'TooLarge'; readonly limitBytes: number }
  | { readonly _tag: 'Refused'; readonly reason: string; readonly spoilt: boolean }
  | { readonly _tag: 'Invalid'; readonly reason: string }
  | { readonly _tag: 'Strange'; readonly message: string }
  | { readonly _tag: 'Ended' };

type Fields = Readonly<Record<string, unknown>>;

const PASSING: ReadonlySet<unknown> = new Set([
  'unavailable',
  'cancelled',
  'not-leader',
  'timeout',
  'deadline-exceeded',
]);

/** Status codes of gRPC, for errors that the client passes on as they came. */
const CODE = {
  cancelled: 1,
  invalidArgument: 3,
  deadlineExceeded: 4,
  permissionDenied: 7,
  internal: 13,
  unavailable: 14,
  dataLoss: 15,
  unauthenticated: 16,
} as const;

const PASSING_CODES: ReadonlySet<unknown> = new Set([
  CODE.cancelled,
  CODE.deadlineExceeded,
  CODE.internal,
  CODE.unavailable,
  CODE.dataLoss,
]);
/** After these the client forgets what it knew of the server, and asks again. */
const RECONNECTING_CODES: ReadonlySet<unknown> = new Set([CODE.cancelled, CODE.unavailable]);
const REFUSING_CODES: ReadonlySet<unknown> = new Set([CODE.permissionDenied, CODE.unauthenticated]);

const fieldsOf = (error: unknown): Fields =>
  typeof error === 'object' && error !== null ? { ...error } : {};

const messageOf = (error: unknown, type: unknown): string => {
  const message = error instanceof Error ? error.message : '';
  return message === '' ? String(type ?? error) : message;
};

const asNumber = (value: unknown): number =>
  typeof value === 'bigint' ? Number(value) : Number.NaN;

/** What the client found where it expected something else; the two clients name it differently. */
const actualIn = (fields: Fields): number | 'no_stream' => {
  const actual = fields['actualVersion'] ?? fields['actualState'];
  return typeof actual === 'bigint' && actual >= 0n ? asNumber(actual) : 'no_stream';
};

/**
 * What an error of the client stands for. An error with no `type` did not pass through the client's own
 * reading of errors: it is of the question what the server can do, whose failure the client keeps for ever, or
 * of the search for a node.
 */
export const clientFailure = (error: unknown): ClientFailure => {
  const fields = fieldsOf(error);
  const { type, code } = fields;
  const message = messageOf(error, type);
  const raw = type === undefined;
  if (PASSING.has(type)) return { _tag: 'Passing', message, spoilt: false };
  switch (type) {
    case 'wrong-expected-version':
      return { _tag: 'WrongRevision', actual: actualIn(fields) };
    case 'stream-not-found':
      return { _tag: 'NoStream' };
    case 'maximum-append-size-exceeded':
      return { _tag: 'TooLarge', limitBytes: Number(fields['maxAppendSize']) };
    case 'stream-deleted':
      return { _tag: 'Refused', reason: 'the stream was deleted for ever', spoilt: false };
    case 'access-denied':
      return { _tag: 'Refused', reason: message, spoilt: false };
    default:
  }
  if (REFUSING_CODES.has(code)) return { _tag: 'Refused', reason: message, spoilt: raw };
  if (PASSING_CODES.has(code)) {
    return { _tag: 'Passing', message, spoilt: raw && !RECONNECTING_CODES.has(code) };
  }
  if (raw && message.startsWith('Failed to discover')) {
    return { _tag: 'Passing', message, spoilt: true };
  }
  if (code === CODE.invalidArgument) return { _tag: 'Invalid', reason: message };
  return { _tag: 'Strange', message };
};
