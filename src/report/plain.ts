/**
 * What a terminal obeys or what turns the direction of text round it: control characters, and the embeddings,
 * overrides and isolates of bidirectional text. A document's text must never steer what is shown beside it.
 */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const STEERING = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/**
 * Text from outside on one line, with every character that a terminal would obey made visible as `�`.
 *
 * @public
 */
export const plain = (text: string): string =>
  text
    .replaceAll(/[\s\u0085]+/g, ' ')
    .replaceAll(STEERING, '\uFFFD')
    .trim();
