import { anchorOf } from '../../primitives/moment.ts';
import type { Warn } from '../json/outsideJson.ts';
import type { VendorDocument } from './vendorFormat.ts';

/** Records that are remembered. */
const MOST_REMEMBERED = 50_000;

/** A number that two texts have in common only by chance. */
const digestOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
};

/**
 * Warns of records that stand twice in a text with other words, and with nothing to tell which is the later: then the one that
 * comes later is taken for it.
 */
export const twiceTold = (warn: Warn): ((document: VendorDocument) => void) => {
  const known = new Map<string, { readonly at: string; readonly digest: number }>();
  return ({ record, reads, statedAt }) => {
    const [first] = reads;
    if (!first) return;
    const at = (statedAt && anchorOf(statedAt)) ?? '';
    const digest = digestOf(JSON.stringify(first.value));
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
