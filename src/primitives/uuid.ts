import { MAX, NIL, parse, v5, v7 } from 'uuid';
import type { Sha1 } from './hostSha1.ts';
import { hostSha1 } from './hostSha1.ts';

/** Root of every derived id: v5 of the URL namespace and the project's name, fixed for ever. */
const ROOT = parse(v5('https://www.npmjs.com/package/incident-ledger', v5.URL));

const encoder = new TextEncoder();

/** A new random id, sortable by when it was made. */
export const randomUuid = (): string => v7();

/** No unit of UTF-16 takes more in UTF-8. */
const MOST_BYTES_A_UNIT = 3;

/** What a digest is made of: the root, then a name of so many units at most. */
const room = (units: number): { readonly hashed: Uint8Array; readonly named: Uint8Array } => {
  const hashed = new Uint8Array(ROOT.length + units * MOST_BYTES_A_UNIT);
  hashed.set(ROOT);
  return { hashed, named: hashed.subarray(ROOT.length) };
};

/** The most units of a name that goes into the room kept, so that ids and most documents need none of their own. */
const KEPT = 16_384;
const kept = room(KEPT);

const VARIANT_DIGITS = '89ab';

/** The UUID of version 5 that a digest gives. Joined, it is one text, and no chain of parts, which would be kept instead. */
const uuidOf = (digest: string): string => {
  const variant = VARIANT_DIGITS[Number.parseInt(digest.charAt(16), 16) % 4] ?? '';
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
};

/** Gives a name its id with the host's own digest, and with the library's where there is none. */
export const naming =
  (sha1: Sha1 | null) =>
  (name: string): string => {
    if (sha1 === null) return v5(encoder.encode(name), ROOT);
    const { hashed, named } = name.length > KEPT ? room(name.length) : kept;
    const { written } = encoder.encodeInto(name, named);
    return uuidOf(sha1(hashed.subarray(0, ROOT.length + written)));
  };

const idOf = naming(hostSha1(Reflect.get(globalThis, 'process')));

/** The id that these parts always have: same parts, same id. */
export const derivedUuid = (...parts: readonly string[]): string => idOf(JSON.stringify(parts));

/** A digest of a text, as 16 digits in base 16: another text has it only by chance. */
export const textDigest = (text: string): string => idOf(text).replaceAll('-', '').slice(0, 16);

/** 1 for the characters of a number in base 16, in lower case; one place for each unit, so that none is outside. */
const HEX = new Uint8Array(0x1_00_00);
for (const digit of '0123456789abcdef') HEX[digit.charCodeAt(0)] = 1;

/** The characters 8, 9, a and b, of which one says which kind of UUID it is. */
const VARIANTS: ReadonlySet<number> = new Set([0x38, 0x39, 0x61, 0x62]);

const isHex = (text: string, from: number, to: number): boolean => {
  let digits = 0;
  for (let index = from; index < to; index += 1) digits += HEX[text.charCodeAt(index)] ?? 0;
  return digits === to - from;
};

const isDash = (text: string, index: number): boolean => text.charCodeAt(index) === 0x2d;

/** Whether it has digits and dashes where a UUID has them. */
const hasForm = (text: string): boolean =>
  text.length === 36 &&
  isDash(text, 8) &&
  isDash(text, 13) &&
  isDash(text, 18) &&
  isDash(text, 23) &&
  isHex(text, 0, 8) &&
  isHex(text, 9, 13) &&
  isHex(text, 14, 18) &&
  isHex(text, 19, 23) &&
  isHex(text, 24, 36);

/**
 * Whether the text is a UUID in lower case, the only form stored. Every event has one: looked at character by
 * character, it costs a fifth of what a pattern does.
 */
export const isUuid = (text: string): boolean => {
  if (!hasForm(text)) return false;
  const version = text.charCodeAt(14);
  const variant = text.charCodeAt(19);
  return (
    (version >= 0x31 && version <= 0x38 && VARIANTS.has(variant)) || text === NIL || text === MAX
  );
};
