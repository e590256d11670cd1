import type { OutsideObject } from './outsideJson.ts';

/** Says which fields of records nothing was read of. */
export interface UnreadFields {
  /** Takes records of which something was told. */
  readonly told: (records: readonly OutsideObject[]) => void;
  /**
   * Looks at the records taken, once all was told of them.
   *
   * @param isLeftOut - Whether what stands at a place was left out as a whole.
   */
  readonly say: (isLeftOut: (place: string) => boolean) => void;
}

/** Fields that are remembered, so as not to be said twice. */
const MOST_REMEMBERED = 10_000;

/**
 * Begins to look for what would be lost without a word: fields of records that hold something, and that nothing was asked of. Each
 * is said once, at the first place that has it.
 */
export const unreadFields = (
  { passedOver, inner }: { readonly passedOver: readonly string[]; readonly inner?: string },
  leaveOut: (place: string, reason: string) => void,
): UnreadFields => {
  const known = new Set(passedOver);
  const records = new Set<OutsideObject>();
  const sayOf = (record: OutsideObject): void => {
    for (const key of record.unread()) {
      if (known.has(key) || known.size >= MOST_REMEMBERED) continue;
      known.add(key);
      leaveOut(record.placeOf(key), `nothing is read of "${key}", here or wherever else it stands`);
    }
  };
  return {
    told: (all) => {
      for (const record of all) records.add(record);
    },
    say: (isLeftOut) => {
      for (const record of records) {
        if (isLeftOut(record.place)) continue;
        const within = inner === undefined || !record.has(inner) ? undefined : record.object(inner);
        sayOf(record);
        if (within) sayOf(within);
      }
      records.clear();
    },
  };
};
