import { showValue } from '../../primitives/fault.ts';
import { differencesIn } from '../differences.ts';

/** More differences than this tell no more. */
const MOST_TOLD = 12;

/** Throws the sentence with where two values differ, one a line; nothing when they do not. */
export const expectSame = (sentence: string, expected: unknown, actual: unknown): void => {
  const found = differencesIn(expected, actual);
  if (found.length === 0) return;
  const lines = found
    .slice(0, MOST_TOLD)
    .map(
      (each) =>
        `  ${each.path === '' ? 'all of it' : each.path}: expected ${showValue(each.expected)}, got ${showValue(each.actual)}`,
    );
  const more = found.length > MOST_TOLD ? [`  and ${found.length - MOST_TOLD} more`] : [];
  throw new Error([`${sentence}:`, ...lines, ...more].join('\n'));
};
