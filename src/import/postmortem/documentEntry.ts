import type { KeyField } from './keyField.ts';
import type { TimeMark } from '../time/timeMark.ts';
import type { DatedDay } from '../time/wallMoment.ts';

/** A time that a document tells something of, before its zone is decided. */
export interface DocumentEntry {
  /** Where it was found: in a timeline, in one about what came after, as a labelled value, in other text. */
  readonly origin: 'timeline' | 'aftermath' | 'field' | 'prose';
  /** The time. */
  readonly mark: TimeMark;
  /** Its day, where one is known. */
  readonly day?: DatedDay;
  /** Whether a day named before it in the same text holds for it. */
  readonly namedDay?: boolean;
  /** Whether it stands in a line of a timeline, beside the time of that line. */
  readonly beside?: boolean;
  /** The end, for a range. */
  readonly until?: TimeMark;
  /** Day of the end. */
  readonly untilDay?: DatedDay;
  /** The same time on the clock of another zone, where that stands beside it. */
  readonly parallel?: TimeMark;
  /** What it tells. */
  readonly text: string;
  /** What stands below it. */
  readonly details: readonly EntryDetail[];
  /** First line of it. */
  readonly line: number;
  /** Last line of it. */
  readonly lastLine: number;
  /** Whether it had happened by that time, nobody says since when. */
  readonly by?: boolean;
  /** Whether it is the time of somebody elsewhere, whose zone is not known. */
  readonly elsewhere?: boolean;
  /** Which section of the document it stands in. */
  readonly section: number;
  /** Zone that its section states for all its times. */
  readonly sectionZone?: string;
  /** The field, for a labelled value. */
  readonly field?: KeyField;
}

/** A text below the line of an entry. */
export interface EntryDetail {
  /** The text. */
  readonly text: string;
  /** Whether it was quoted: the words of somebody or something else. */
  readonly quoted: boolean;
}

/** A line of a document that states no time. */
export interface UntimedLine {
  /** Its text. */
  readonly text: string;
  /** Number of the line. */
  readonly line: number;
}
