/** What JSON text may hold as it is, and a terminal would obey or turn round. */
const STEERING = /[\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g;

/** The same JSON with such characters escaped, so that it can be looked at in a terminal. */
export const inert = (json: string): string =>
  json.replaceAll(STEERING, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
