/** Pieces are put together until they are this long: what reads them does work for each. */
const PIECE = 65_536;

/**
 * The same text in pieces that are not small, so that how it came makes no difference; none ends amid a character or
 * between a carriage return and its line feed.
 *
 * @remarks Errors: throws what the pieces throw, after giving what came before.
 */
export async function* largerPieces(text: AsyncIterable<string>): AsyncIterable<string> {
  let parts: string[] = [];
  let length = 0;
  let failure: { readonly cause: unknown } | null = null;
  try {
    for await (const piece of text) {
      parts.push(piece);
      length += piece.length;
      if (length < PIECE) continue;
      const whole = parts.join('');
      const isCut = /[\uD800-\uDBFF\r]$/.test(whole);
      parts = isCut ? [whole.slice(-1)] : [];
      length = parts.length;
      yield isCut ? whole.slice(0, -1) : whole;
    }
  } catch (cause) {
    failure = { cause };
  }
  if (length > 0) yield parts.join('');
  if (failure) throw failure.cause;
}
