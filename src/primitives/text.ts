import * as t from 'io-ts';
import { Instant } from './instant.ts';

/**
 * What stands where a text or a name was erased: it says that, when and why, and no more.
 *
 * @public
 */
export interface Erased {
  /** The erasure. */
  readonly erased: {
    /** When it was erased. */
    readonly at: Instant;
    /** Why, such as the article of law or the request. */
    readonly reason: string;
    /** Digest of what stood there, so that proofs over it survive. */
    readonly digest: string;
  };
}

/**
 * A text in one or more languages, keyed by BCP 47 tag (`fr`, `en`, `pt-BR`); `und` when the language is unknown.
 *
 * @public
 */
export interface Localized {
  /** The text in that language. */
  readonly [language: string]: string;
}

/**
 * What people wrote, by language, or the mark that it was erased.
 *
 * @public
 */
export type Text = Localized | Erased;

/**
 * A person's or thing's name, or the mark that it was erased.
 *
 * @public
 */
export type Name = string | Erased;

/**
 * The codec of `Erased`.
 *
 * @public
 */
export const Erased: t.Type<Erased> = t.type(
  { erased: t.type({ at: Instant, reason: t.string, digest: t.string }) },
  'Erased',
);

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

const isSmall = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/** Most tags are two letters, which need no pattern. */
const isLanguage = (tag: string): boolean =>
  (tag.length === 2 && isSmall(tag.charCodeAt(0)) && isSmall(tag.charCodeAt(1))) ||
  LANGUAGE.test(tag);

/**
 * The codec of `Localized`.
 *
 * @public
 */
export const Localized: t.Type<Localized> = t.refinement(
  t.record(t.string, t.string) as t.Type<Localized>,
  (texts) => Object.keys(texts).every(isLanguage),
  'Localized (text by language tag, such as { "en": "…" })',
);

/**
 * The codec of `Text`.
 *
 * @public
 */
export const Text: t.Type<Text> = t.union([Localized, Erased], 'Text');

/**
 * The codec of `Name`.
 *
 * @public
 */
export const Name: t.Type<Name> = t.union([t.string, Erased], 'Name');

/**
 * Whether a text or name was erased.
 *
 * @public
 */
export const isErased = (value: Text | Name): value is Erased =>
  typeof value === 'object' && typeof value['erased'] === 'object';

/**
 * The languages of a text, none when it was erased or is absent.
 *
 * @public
 */
export const localized = (text: Text | undefined): Localized =>
  text === undefined || isErased(text) ? {} : text;
