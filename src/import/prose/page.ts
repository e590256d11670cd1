import type { PageImpact } from './impactIds.ts';
import type { Reading } from '../reading.ts';
import type { Notation } from '../time/timeMark.ts';
import type { TimeSetting } from '../time/timeSetting.ts';

/** What the reading of every part of a page shares. */
export interface Page {
  /** Whose page it is. */
  readonly name: string;
  /** Whether it tells of planned work. */
  readonly maintenance: boolean;
  /** The impacts it tells of. */
  readonly impacts: readonly PageImpact[];
  /** How its times are written. */
  readonly notation: Notation;
  /** What its local times mean, those in prose. */
  readonly local: TimeSetting;
  /** What has been read so far. */
  readonly reading: Reading;
}
