import type { Summary } from './summary.ts';
import type { IncidentSeen, Tally, TallyOptions } from './tally.ts';
import { addIncident, emptyTally } from './tally.ts';

/**
 * What a summary says of many incidents, with what it rests on.
 *
 * @public
 */
export interface Summarized<R> extends Omit<Tally<unknown>, 'state' | 'settings'> {
  /** What it says. */
  readonly view: R;
}

/**
 * What a summary says of the incidents of a tally.
 *
 * @public
 */
export const summarized = <V, T, R>(
  summary: Summary<V, T, R>,
  { state, settings: _, ...tally }: Tally<T>,
): Summarized<R> => ({ ...tally, view: summary.view(state, tally.at, tally) });

/**
 * The incidents of any iterable, counted by a summary. An incident whose projection failed is counted as a fault
 * and stops nothing.
 *
 * @param views - The view of each incident, each incident once, made by the summary's projection.
 * @public
 */
export const tally = <V, T, R>(
  summary: Summary<V, T, R>,
  views: Iterable<IncidentSeen<V>>,
  options: TallyOptions,
): Tally<T> => {
  const counted = emptyTally(summary, options);
  for (const seen of views) addIncident(summary, counted, seen);
  return counted;
};

/**
 * What a summary says of the incidents of any iterable.
 *
 * @param views - The view of each incident, each incident once, made by the summary's projection.
 * @example
 * ```ts
 * const { view } = summarize(fleet, projectLog(log, fleet.of, { at }), { at });
 * ```
 * @public
 */
export const summarize = <V, T, R>(
  summary: Summary<V, T, R>,
  views: Iterable<IncidentSeen<V>>,
  options: TallyOptions,
): Summarized<R> => summarized(summary, tally(summary, views, options));
