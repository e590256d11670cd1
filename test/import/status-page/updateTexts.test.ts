import { describe, expect, it } from '@jest/globals';
import { localized } from '../../../src/primitives/text.ts';
import { claimsOf, ofType, page } from '../read.ts';

const textsOf = async (...last: readonly string[]): Promise<readonly (string | undefined)[]> => {
  const claims = await claimsOf(
    page(
      'Acme Status',
      'Slow checkout',
      'Investigating - Mar 4, 2024, 09:12 UTC',
      'We look.',
      'Resolved - Mar 4, 2024, 10:22 UTC',
      ...last,
    ),
  );
  return ofType(claims, 'StatusPublished').map(({ data: { text } }) =>
    text === undefined ? undefined : Object.values(localized(text)).join(' / '),
  );
};

describe('the text of an update', () => {
  it.each([
    'Back to normal.',
    'Back to business as usual',
    'All systems operational',
    'It is over.',
  ])('can be: %s', async (text) => {
    expect(await textsOf(text)).toEqual(['We look.', text]);
  });

  it.each(['Back to current status', 'Back to Acme Status', 'Subscribe to updates', '← Back'])(
    'is not what a page says of itself: %s',
    async (text) => {
      expect(await textsOf(text)).toEqual(['We look.', undefined]);
      expect(await textsOf('Done.', 'All systems operational', text)).toEqual([
        'We look.',
        'Done.',
      ]);
    },
  );
});
