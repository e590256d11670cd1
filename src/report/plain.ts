/**
 * What a terminal obeys or what turns the direction of text round it: control characters, and the embeddings,
 * overrides and isolates of bidirectional text. A document's text must never steer what is shown beside it.
 */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const STEERING = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text from outside on one line, with every character that a terminal would obey made visible as `�`.
 *
 * @public
 */
export const plain = (text: string): string =>
  text
    .replace(/[\s\u0085]+/g, ' ')
    .replace(STEERING, '\u{fffd}')
    .trim();
