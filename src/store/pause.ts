/** What ends a pause; the first of them does. */
export interface PauseEnds {
  /** It has lasted that many milliseconds. */
  readonly ms?: number;
  /** It is aborted. */
  readonly signal?: AbortSignal | undefined;
  /** {@link wake} is called with it. */
  readonly waiting?: Set<() => void>;
}

/** Settles when the pause is over, and leaves neither timer nor listener behind. */
export const pause = async ({ ms, signal, waiting }: PauseEnds): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      waiting?.delete(end);
      resolve();
    };
    const timer = ms === undefined ? undefined : setTimeout(end, ms);
    signal?.addEventListener('abort', end);
    waiting?.add(end);
    if (signal?.aborted === true) end();
  });

/** Ends all pauses that wait for it. */
export const wake = (waiting: ReadonlySet<() => void>): void => {
  for (const end of waiting) end();
};
