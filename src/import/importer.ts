import type { ClaimDocument } from '../events/claim.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Localized } from '../primitives/text.ts';

/**
 * What an importer is told beside the text.
 *
 * @public
 */
export interface ReadOptions {
  /** Zone of times for which the document names none: an IANA name or an offset. */
  readonly zone?: string;
  /** Name of the document, such as its file name; its date can give a missing year. */
  readonly documentName?: string;
  /** The incident, by its id in the ledger, that records are of which name none, such as the log of an alert by itself. */
  readonly incident?: IncidentId;
}

/**
 * What was read about one incident.
 *
 * @public
 */
export interface ImportedDocument extends ClaimDocument {
  /** Title of the incident, by language. */
  readonly title?: Localized;
}

/**
 * Something in a document that was not understood, or only with an assumption.
 *
 * @public
 */
export interface ImportWarning {
  /** Where in the document, such as `line 12` or `update 1, line 2`. */
  readonly place: string;
  /** What is the matter, in a sentence. */
  readonly message: string;
}

/**
 * Something in a document of which no claim was made.
 *
 * @public
 */
export interface LeftOut {
  /** Where in the document, such as `row 12` or `incidents[3]`. */
  readonly place: string;
  /** Why, in a sentence. */
  readonly reason: string;
}

/**
 * Why a document could not be read at all.
 *
 * @public
 */
export interface ImportError {
  /**
   * What is the matter: nothing in it, no text, more than can be one page, no update, no JSON where JSON was expected, not the shape
   * that the format has, an option naming a zone that does not exist, input that broke off.
   */
  readonly _tag:
    | 'EmptyDocument'
    | 'BinaryDocument'
    | 'DocumentTooLarge'
    | 'NoUpdateFound'
    | 'NotJson'
    | 'OtherShape'
    | 'UnknownZone'
    | 'UnreadableInput';
  /** Where, such as `line 12`, `document` or `options.zone`. */
  readonly place: string;
  /** What was found. */
  readonly message: string;
  /** What was expected instead. */
  readonly expected: string;
}

/**
 * One thing that an importer gives: a document, a warning, something left out, or the error that ended the reading.
 *
 * @public
 */
export type ReadItem =
  | {
      /** A document was read. */
      readonly _tag: 'Document';
      /** The document. */
      readonly document: ImportedDocument;
    }
  | {
      /** Something was not understood. */
      readonly _tag: 'Warning';
      /** What and where. */
      readonly warning: ImportWarning;
    }
  | {
      /** Something was left out. */
      readonly _tag: 'LeftOut';
      /** What, where and why. */
      readonly leftOut: LeftOut;
    }
  | {
      /** The reading failed. */
      readonly _tag: 'Error';
      /** Why. */
      readonly error: ImportError;
    };

/**
 * Reads documents of one kind into claims.
 *
 * @public
 */
export interface Importer {
  /** Name of the kind, such as `status-page`. */
  readonly name: string;
  /** Version, which changes whenever the same text may give other claims. */
  readonly version: string;
  /**
   * How sure it is, 0 (not mine) to 1, that a document with this beginning is of its kind.
   *
   * @param head - The first characters of the document; a few thousand are enough.
   */
  recognise(head: string): number;
  /**
   * Reads a document. Whatever the text, it neither throws nor stays silent: it gives a document, warnings, or an error.
   *
   * @param text - The text in pieces of any size.
   */
  read(text: AsyncIterable<string>, options?: ReadOptions): AsyncIterable<ReadItem>;
}
