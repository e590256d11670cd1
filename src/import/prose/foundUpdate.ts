import type { NumberedLine } from '../text/numberedLine.ts';
import type { NamedComponent } from './componentNames.ts';
import type { TimeMark } from '../time/timeMark.ts';

/** An update as it stands in a page. */
export interface FoundUpdate {
  /** The line it begins in. */
  readonly line: number;
  /** Its status, as an English word. */
  readonly status: string;
  /** Whether it was written into the update before it, as in `EDIT 2:11pm: …`. */
  readonly edit?: boolean;
  /** Its time; absent when none stands with it. */
  readonly mark?: TimeMark;
  /** The lines of its text. */
  readonly body: readonly NumberedLine[];
  /** The components it names in a list. */
  readonly components?: readonly NamedComponent[];
}

/** A page cut into what stands before, in and behind its updates. */
export interface PageParts {
  /** Lines before the first update. */
  readonly header: readonly NumberedLine[];
  /** The updates, in the order of the page. */
  readonly updates: readonly FoundUpdate[];
  /** Lines that belong to no update. */
  readonly loose: readonly NumberedLine[];
  /** Whether the page names no status, so that the updates were told by their times alone. */
  readonly unnamed: boolean;
}
