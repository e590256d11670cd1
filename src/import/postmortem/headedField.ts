import type { DocumentBlock } from './documentBlock.ts';
import type { KeyField } from './keyField.ts';
import { keyField, keyPair } from './keyField.ts';
import { keyLabel } from './keyLabel.ts';
import type { Notation } from '../time/timeMark.ts';

/** What stands below a heading alone is its value as long as this. */
const VALUE = 80;

/** Reads what a heading states itself: `## Time: 05:13 UTC`; null when it states no time. */
export const statedField = (heading: string, notation: Notation): KeyField | null => {
  const stated = keyField(heading, notation);
  return stated?.mark?.clock && heading.includes(':') ? stated : null;
};

/** Reads a heading and the value that stands below it: `## Severity` above `SEV-1`; null when it is none. */
export const headedField = (
  heading: string,
  blocks: readonly DocumentBlock[],
  notation: Notation,
): KeyField | null => {
  const [first] = blocks;
  if (!first || blocks.length > 2 || first.kind === 'row') return null;
  // What explains a level may be long.
  if (first.text.length > VALUE && keyLabel(heading)?.about !== 'level') return null;
  return keyField(first.text, notation) ? null : keyPair(heading, first.text, notation);
};
