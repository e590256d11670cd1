/** What JSON text may hold as it is, and a terminal would obey or turn round. */
const STEERING = /[\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g;

/** The same JSON with such characters escaped, so that it can be looked at in a terminal. */
export const inert = (json: string): string =>
  json.replaceAll(STEERING, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });

/** With what such characters begin in UTF-8; other characters may begin so too. */
const BEGINNINGS = [0x7f, 0xc2, Buffer.from([0xe2, 0x80]), Buffer.from([0xe2, 0x81])];

/** The same of JSON as bytes of UTF-8; to look for bytes costs a tenth of looking for characters. */
export const inertBytes = (json: Buffer): Uint8Array | string =>
  BEGINNINGS.some((beginning) => json.includes(beginning)) ? inert(json.toString()) : json;
