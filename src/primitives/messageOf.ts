/** What something that was thrown says: the message of an error, of this realm or another; anything else as text. */
export const messageOf = (cause: unknown): string => {
  try {
    return typeof cause === 'object' && cause !== null && 'message' in cause
      ? String(cause.message)
      : String(cause);
  } catch {
    return 'something was thrown that is no text';
  }
};
