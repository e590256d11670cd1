import type { EventId } from '../primitives/ids.ts';
import type { Moment } from '../primitives/moment.ts';
import type { Source } from '../primitives/source.ts';
import type { Localized } from '../primitives/text.ts';

/**
 * One happening in a timeline.
 *
 * @public
 */
export interface TimelineEntry {
  /** When it happened. */
  readonly moment: Moment;
  /** What happened: the event type. */
  readonly type: string;
  /** Key of the happening. */
  readonly happening: string;
  /**
   * What the chosen source said of it, by language: its title for what has one, such as a post mortem; empty when it
   * said nothing or it was erased.
   */
  readonly text: Localized;
  /** What it says in few words, such as a status, a level, or a window as an ISO 8601 interval; null when it says nothing more. */
  readonly detail: string | null;
  /** From the start of impact to it, in milliseconds; null when either is not known to the hour. */
  readonly offsetMs: number | null;
  /** Who tells of it, the chosen source first. */
  readonly sources: readonly Source[];
  /** The events that tell of it: the chosen claim, the one its moment was refined by, the others. */
  readonly evidence: readonly EventId[];
  /** `communication` for what was told outside, `incident` for the rest. */
  readonly lane: 'incident' | 'communication';
  /** Whether its time overlaps that of a neighbour, so that their order is uncertain. */
  readonly orderUncertain: boolean;
}

/**
 * An entry before its distance from the start of impact is known.
 *
 * @public
 */
export type UnplacedEntry = Omit<TimelineEntry, 'offsetMs'>;
