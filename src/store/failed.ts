/**
 * A failure as a thrown error, for those who work with promises: its message is a sentence, and the value itself
 * is in `failure`.
 *
 * @public
 */
export class Failed<E> extends Error {
  /** Always `Failed`. */
  override readonly name = 'Failed';
  /** What went wrong, as the effect gave it. */
  readonly failure: E;

  constructor(message: string, failure: E) {
    super(message);
    this.failure = failure;
  }
}
