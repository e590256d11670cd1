import type { IncidentId } from '../primitives/ids.ts';
import type { Moment } from '../primitives/moment.ts';
import type { Source } from '../primitives/source.ts';
import type { CoreEvents } from './core.ts';

/**
 * What a source says happened, as an importer reads it: an event of one type without identity.
 *
 * @public
 */
export interface ClaimOf<K, A> {
  /** What happened. */
  readonly type: K;
  /** What the type says more, in its present version. */
  readonly data: A;
  /** When it happened in the world. */
  readonly occurredAt: Moment;
  /** When the source said so; when absent, when its document was stated, else when it is recorded. */
  readonly statedAt?: Moment;
  /** Who says so, and where in the document. */
  readonly source: Source;
  /** The item of the document it was read from: its own id where it has one, else its place; never its text. */
  readonly item: string;
  /** Key of the happening that it is a claim about, where the type's own rule does not find it. */
  readonly happening?: string;
}

/**
 * Any claim of a vocabulary; `type` tells which.
 *
 * @public
 */
export type Claim<D = CoreEvents> = { [K in keyof D]: ClaimOf<K, D[K]> }[keyof D];

/**
 * What was read from one document about one incident.
 *
 * @public
 */
export interface ClaimDocument<D = CoreEvents> {
  /** The document, under a key that stays the same when its text is edited. */
  readonly sourceKey: string;
  /** The incident that the document is about: its reference where it has one. */
  readonly incidentId: IncidentId;
  /** What read it. */
  readonly importer: {
    /** Name of the importer. */
    readonly name: string;
    /** Its version, which changes whenever the same text may give other claims. */
    readonly version: string;
  };
  /**
   * When the document said all this: when this version of it was seen. What it words otherwise than before, or no longer
   * has, is stated then; when absent, when it is recorded. Versions are told apart and put in order by it: one stated before
   * the latest recorded changes nothing. No claim in the document is stated later.
   */
  readonly statedAt?: Moment;
  /**
   * Digest of the document as it was read: the same words have the same. What is read otherwise of words that were recorded
   * before is then mended as a misreading, and is no new word of the source; when absent, whatever differs is a new word.
   */
  readonly digest?: string;
  /** Whether the document tells all that it has to say, so that a claim no longer in it was withdrawn. */
  readonly complete: boolean;
  /** The claims, in the order of the document. */
  readonly claims: readonly Claim<D>[];
}
