/** What comes next; null when the signal comes first. */
const nextOf = async <A>(
  iterator: AsyncIterator<A>,
  signal: AbortSignal,
): Promise<IteratorResult<A> | null> =>
  new Promise((settle, fail) => {
    const stop = (): void => {
      settle(null);
    };
    const done = (): void => {
      signal.removeEventListener('abort', stop);
    };
    signal.addEventListener('abort', stop);
    iterator.next().then(settle, fail).finally(done);
  });

/** What a source gives until the signal ends it, which does not wait for one that is slow to answer. */
export async function* untilAborted<A>(
  source: AsyncIterable<A>,
  signal: AbortSignal | undefined,
): AsyncGenerator<A, void, undefined> {
  if (signal === undefined) {
    yield* source;
    return;
  }
  const iterator = source[Symbol.asyncIterator]();
  let isWaitedFor = false;
  try {
    while (!signal.aborted) {
      isWaitedFor = true;
      const next = await nextOf(iterator, signal);
      if (next === null) return;
      isWaitedFor = false;
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    const closed = iterator.return?.();
    // One that has not answered may never do, nor close.
    if (isWaitedFor) closed?.catch(() => {});
    else await closed;
  }
}
