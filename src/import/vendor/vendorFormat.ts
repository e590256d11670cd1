import type { Moment } from '../../primitives/moment.ts';
import type { Source } from '../../primitives/source.ts';
import type { Localized } from '../../primitives/text.ts';
import type { OutsideObject, Warn } from '../json/outsideJson.ts';
import type { MomentOf } from './momentReader.ts';
import type { Teller } from './teller.ts';

/** A document about one incident that a vendor’s records make. */
export interface VendorDocument {
  /** The vendor’s own id of the incident. */
  readonly incident: string;
  /** Which record, by its kind and id: `incident/PT4KHLK`. */
  readonly record: string;
  /** What it is read of, the record itself first: fields of these that nothing was asked of are left out by name. */
  readonly reads: readonly OutsideObject[];
  /** Who says all this. */
  readonly source: Source;
  /** Title of the incident. */
  readonly title?: Localized | undefined;
  /** When this version of the record was. */
  readonly statedAt?: Moment | undefined;
  /** Whether it tells only a part of what such records tell, so that nothing was withdrawn. */
  readonly isPartial?: boolean;
}

/** Takes what a vendor’s records say. */
export interface Intake {
  /** Reads the time in a field. */
  readonly time: MomentOf;
  /** Warns. */
  readonly warn: Warn;
  /** Says that something was left out. */
  readonly leaveOut: (place: string, reason: string) => void;
  /** A record that tells all of its kind: what it no longer has was withdrawn. */
  readonly whole: (document: VendorDocument, tell: (teller: Teller) => void) => void;
  /**
   * A record that is one of many of an incident, such as an entry of its log. It waits for the others of its kind.
   *
   * @param kind - Which of the format’s `gathered` makes claims of them.
   * @param incident - The vendor’s id of the incident; when absent, the only incident of the document, else the one asked for.
   */
  readonly gather: (kind: string, incident: string | undefined, record: OutsideObject) => void;
  /** The same for records that stand in their incident: they wait for no others. */
  readonly gathered: (kind: string, incident: string, records: readonly OutsideObject[]) => void;
  /** The vendor’s id of the incident that records are of which name none, where the reader was told. */
  readonly asked: string | undefined;
  /** Whether something was told of an incident, by the vendor’s id. */
  readonly knows: (incident: string) => boolean;
  /** Says that a record, by its id, belongs to an incident, for records that do not say so themselves. */
  readonly relate: (record: string, incident: string) => void;
}

/** Takes a value; false when it is none of the kind. */
export type Take = (object: OutsideObject, intake: Intake) => boolean;

/** How claims are made of gathered records. */
export interface Gathered {
  /** Who says so. */
  readonly source: Source;
  /** Makes them, of the records of one incident in the order of the document. */
  readonly tell: (incident: string, records: readonly OutsideObject[], teller: Teller) => void;
  /**
   * Reads the time of a version of a record, where each record tells all that there is of it, so that it is a document of its
   * own; else those of one incident are one, which only adds.
   */
  readonly versionAt?: (record: OutsideObject, time: MomentOf) => Moment | undefined;
}

/** What a vendor’s JSON looks like, and how it is read. */
export interface VendorFormat {
  /** Name of the format, which begins its incidents’ ids: `pagerduty`. */
  readonly name: string;
  /** Changes whenever the same text may give other claims. */
  readonly version: string;
  /** What it is, for messages: `PagerDuty incidents`. */
  readonly what: string;
  /** How sure it is that a text with this beginning is of its kind. */
  readonly recognise: (head: string) => number;
  /** The lists that an envelope has, by key, each with what takes its elements; they are read one by one. */
  readonly lists: Readonly<Record<string, Take>>;
  /** The keys of an envelope under which one record stands. */
  readonly singles: Readonly<Record<string, Take>>;
  /** Takes a value that may be a record by itself. */
  readonly bare: Take;
  /** Looks at what an envelope says beside its records. */
  readonly envelope?: (object: OutsideObject, intake: Intake) => void;
  /** The kinds of record that are gathered. */
  readonly gathered: Readonly<Record<string, Gathered>>;
  /** Fields that say nothing of what happened: links to the record itself, how it is shown, what other fields say too. */
  readonly passedOver: readonly string[];
  /** The field in which records have theirs, such as `attributes`. */
  readonly inner?: string;
}
