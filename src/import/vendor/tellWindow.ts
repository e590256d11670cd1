import type { OutsideObject } from '../json/outsideJson.ts';
import { shownValue } from './tellDetails.ts';
import type { Teller, Told } from './teller.ts';
import { inOurWords } from './teller.ts';

/** Tells a planned window between two fields; what is no window is kept as a note. */
export const tellWindow = (
  { time, tell, warn }: Teller,
  planned: OutsideObject,
  keys: { readonly from: string; readonly to: string },
  components: readonly string[],
  told: Told,
): void => {
  const [from, to] = [time(planned, keys.from)?.earliest, time(planned, keys.to)?.earliest];
  if (from !== undefined && to !== undefined && from < to) {
    const named = components.length > 0 && { components };
    tell('MaintenanceScheduled', { window: { from, to }, ...named }, told);
    return;
  }
  warn(planned.place, 'the planned window has no end after its start; it is kept as a note');
  const words = [keys.from, keys.to].map((key) => shownValue(planned.raw(key)) ?? 'open');
  tell('NoteAdded', { text: inOurWords(`planned from ${words.join(' to ')}`) }, told);
};
