import { anchorOf } from '../../primitives/moment.ts';
import type { Warn } from '../json/outsideJson.ts';
import type { VendorDocument } from './vendorFormat.ts';

/** Records that are remembered. */
const MOST_REMEMBERED = 50_000;

/**
 * Warns of records that stand twice in a text with other words, and with nothing to tell which is the later: then the one that
 * comes later is taken for it.
 */
export const twiceTold = (warn: Warn): ((document: VendorDocument, digest: string) => void) => {
  const known = new Map<string, { readonly at: string; readonly digest: string }>();
  return ({ record, reads, statedAt }, digest) => {
    const [first] = reads;
    if (!first) return;
    const at = (statedAt && anchorOf(statedAt)) ?? '';
    const before = known.get(record);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(record, { at, digest });
    if (before?.at !== at || before.digest === digest) return;
    warn(
      first.place,
      `${record} was told otherwise before, of the same time; what comes later is taken`,
    );
  };
};
