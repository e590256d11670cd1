import type { ExitCode } from './io.ts';

/** Why a command could not do its work: lines for people, and the exit status they go with. */
export interface Failure {
  /** The status to exit with. */
  readonly code: Exclude<ExitCode, 0>;
  /** What to say, one message a line, each naming its place. */
  readonly lines: readonly string[];
}

/** Bad usage or input. */
export const badInput = (...lines: readonly string[]): Failure => ({ code: 2, lines });

/** The store failed. */
export const storeFailed = (...lines: readonly string[]): Failure => ({ code: 3, lines });

/** More messages than this are only counted. */
const MOST_MESSAGES = 20;

/**
 * The first messages, and how many there are beside.
 *
 * @param count - How many there are in all, where not all are given.
 */
export const firstOf = (
  lines: readonly string[],
  count: number = lines.length,
): readonly string[] => {
  const more = count - MOST_MESSAGES;
  return more > 0 ? [...lines.slice(0, MOST_MESSAGES), `and ${more} more`] : lines;
};

/** What something that was thrown says; it need not be an error of this realm. */
export const messageOf = (cause: unknown): string => {
  try {
    return typeof cause === 'object' && cause !== null && 'message' in cause
      ? String(cause.message)
      : String(cause);
  } catch {
    return 'something was thrown that is no text';
  }
};
