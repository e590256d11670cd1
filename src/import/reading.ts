import type { Claim, ClaimOf } from '../events/claim.ts';
import type { CoreEvents } from '../events/core.ts';
import type { Moment } from '../primitives/moment.ts';
import type { Source } from '../primitives/source.ts';
import type { Localized } from '../primitives/text.ts';
import type { ImportWarning } from './importer.ts';

/** What a claim says beside its type and data. */
export interface ClaimPlace {
  /** When it happened. */
  readonly occurredAt: Moment;
  /** When the source said so; absent when the document does not tell. */
  readonly statedAt?: Moment;
  /** Who says so, and where. */
  readonly source: Source;
  /** The item of the document. */
  readonly item: string;
}

/** What has been read of a document so far: claims and warnings, added in the order of the document. */
export interface Reading {
  /** The claims so far. */
  readonly claims: Claim[];
  /** The warnings so far. */
  readonly warnings: ImportWarning[];
  /** Adds a claim. */
  add<K extends keyof CoreEvents>(type: K, data: CoreEvents[K], place: ClaimPlace): void;
  /** Adds a warning. */
  warn(place: string, message: string): void;
  /** Adds a warning that holds for many places, at the first of them only. */
  warnOnce(place: string, about: string, message: string): void;
  /** Keeps a text that was not understood, and says so. */
  keep(text: Localized, place: ClaimPlace, message: string): void;
}

/** Begins a reading. */
export const newReading = (): Reading => {
  const claims: Claim[] = [];
  const warnings: ImportWarning[] = [];
  const said = new Set<string>();
  const reading: Reading = {
    claims,
    warnings,
    add: <K extends keyof CoreEvents>(type: K, data: CoreEvents[K], place: ClaimPlace) => {
      const { occurredAt, statedAt, source, item } = place;
      // Written out: to copy the rest of an object costs ten times as much.
      const claim: ClaimOf<K, CoreEvents[K]> =
        statedAt === undefined
          ? { type, data, occurredAt, source, item }
          : { type, data, occurredAt, statedAt, source, item };
      // The compiler does not see that a claim of one type is one of the union.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      claims.push(claim as Claim);
    },
    warn: (place, message) => {
      warnings.push({ place, message });
    },
    warnOnce: (place, about, message) => {
      if (said.has(about)) return;
      said.add(about);
      warnings.push({ place, message });
    },
    keep: (text, place, message) => {
      warnings.push({ place: place.source.locator ?? place.item, message });
      reading.add('NoteAdded', { text }, place);
    },
  };
  return reading;
};
