import type { Claim, ClaimOf } from '../../events/claim.ts';
import type { CoreEvents } from '../../events/core.ts';
import { sameJson } from '../../primitives/json.ts';
import type { Moment } from '../../primitives/moment.ts';
import type { Source } from '../../primitives/source.ts';
import type { Localized } from '../../primitives/text.ts';
import { languageOf } from '../text/language.ts';
import { byThen } from '../time/momentsAround.ts';
import type { OutsideObject, Warn } from '../json/outsideJson.ts';
import type { MomentOf } from './momentReader.ts';

/** What a claim says beside its type and data. */
export interface Told {
  /** The item of the document: an id of the vendor’s, or the name of a field. */
  readonly item: string;
  /** Where it stands. */
  readonly place: string;
  /** When it happened; nothing is told when it is undefined. */
  readonly at: Moment | undefined;
  /** When the vendor said so, where it tells. */
  readonly statedAt?: Moment | undefined;
  /** Key of the happening, where several claims of one type and source are about several. */
  readonly happening?: string | undefined;
  /** Who says so, where it is not the vendor’s own record. */
  readonly source?: Source;
}

/** Takes the claims of one record. */
export interface Teller {
  /** Reads the time in a field. */
  readonly time: MomentOf;
  /** Tells a claim. */
  readonly tell: <K extends keyof CoreEvents>(type: K, data: CoreEvents[K], told: Told) => void;
  /** Warns. */
  readonly warn: Warn;
  /** Says that something was left out. */
  readonly leaveOut: (place: string, reason: string) => void;
}

/** A text with its language; `und` where that is open. */
export const inItsLanguage = (text: string): Localized => ({ [languageOf(text)]: text });

/** A text in words of this library’s own. */
export const inOurWords = (text: string): Localized => ({ en: text });

/** The text of a claim, absent when there is none. */
export const textOf = (
  ...texts: readonly (string | undefined)[]
): { readonly text?: Localized } => {
  const said = texts.filter((text) => text !== undefined && text.trim() !== '');
  return said.length === 0 ? {} : { text: inItsLanguage(said.join('\n\n')) };
};

/** The time in a field that the vendor’s system writes as it happens: stated then. */
export const asWritten = (
  time: MomentOf,
  object: OutsideObject,
  key: string,
): Pick<Told, 'place' | 'at' | 'statedAt'> => {
  const at = time(object, key);
  return { place: object.placeOf(key), at, statedAt: at };
};

/**
 * When a record was made: at the time in a field, else by the time that another says it was last changed. Where nothing says
 * either, that is warned of, since nothing is told of then.
 */
export const asMade = (
  { time, warn }: Pick<Teller, 'time' | 'warn'>,
  object: OutsideObject,
  key: string,
  changedKey: string,
): Pick<Told, 'place' | 'at' | 'statedAt'> => {
  const made = asWritten(time, object, key);
  if (made.at) return made;
  const changed = time(object, changedKey);
  if (!changed)
    warn(object.placeOf(key), 'nothing says when it was made, so that this is not told');
  return { ...made, at: changed && byThen(changed), statedAt: changed };
};

/** The claims of a document, one for each item and type: what is told again takes the place of what was told. */
export interface ClaimList {
  /** Adds a claim. */
  readonly add: <K extends keyof CoreEvents>(type: K, data: CoreEvents[K], told: Told) => void;
  /** The claims so far. */
  readonly claims: () => readonly Claim[];
}

/** Begins the claims of a document. */
export const claimList = (source: Source, warn: Warn): ClaimList => {
  const claims = new Map<string, Claim>();
  const add = <K extends keyof CoreEvents>(type: K, data: CoreEvents[K], told: Told): void => {
    const { item, place, at, statedAt, happening } = told;
    if (at === undefined) return;
    const claim: ClaimOf<K, CoreEvents[K]> = {
      type,
      data,
      occurredAt: at,
      ...(statedAt && { statedAt }),
      source: { ...(told.source ?? source), locator: place },
      item,
      ...(happening !== undefined && { happening }),
    };
    const key = JSON.stringify([item, type]);
    const before = claims.get(key);
    if (before && !sameJson([before.data, before.occurredAt], [data, at])) {
      warn(
        place,
        `this is told otherwise at ${before.source.locator ?? 'another place'}; what comes later is taken`,
      );
    }
    // The compiler does not see that a claim of one type is one of the union.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    claims.set(key, claim as Claim);
  };
  return { add, claims: () => [...claims.values()] };
};
