/** What something that was thrown says: the message of an error, anything else as text. */
export const messageOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);
