import type { UnstoredEvent } from '../events/stored.ts';
import { orThrow } from '../ledger/orThrow.ts';
import { APPEND_LIMIT_BYTES, sizeBytes } from '../store/size.ts';
import type { ContractCase, StoreFactory } from './contractCase.ts';
import { A, note, words } from './contractNotes.ts';
import { all, errorOf, holds, same } from './expectations.ts';

const filled = (text: string): UnstoredEvent => ({
  ...note(A, 'large'),
  data: { text: { en: text } },
});

/** What must become of what is in an event. */
export const contentCases = ({ make }: StoreFactory): readonly ContractCase[] => [
  {
    name: 'takes 1 MiB and not a byte more, as UTF-8',
    run: async () => {
      const store = await make();
      const wide = 'é漢😀'.repeat(8);
      const text = wide + 'x'.repeat(APPEND_LIMIT_BYTES - sizeBytes(filled(wide)));
      const tooLarge = {
        _tag: 'TooLarge',
        bytes: APPEND_LIMIT_BYTES + 1,
        limitBytes: APPEND_LIMIT_BYTES,
      };
      same(await errorOf(store.append(A, [filled(`${text}x`)], 'any')), tooLarge);
      await orThrow(store.append(A, [filled(text)], 'any'));
      holds(words(await all(store))[0] === text, 'a large text should come back as it was');
    },
  },
  {
    name: 'keeps fields it does not know, and every plane of Unicode',
    run: async () => {
      const store = await make();
      const planes = Array.from({ length: 17 }, (_, plane) =>
        String.fromCodePoint(plane * 0x1_00_00 + (0xf_ff_d % 0x1_00_00)),
      );
      const text = `${planes.join('')} é ẞ 漢 😀 𝒜 \u{10FFFF} \u0000 \u2028 "\\ __proto__`;
      const event = { ...note(A, 'a'), extra: { deep: [1, null] }, data: { text: { en: text } } };
      await orThrow(store.append(A, [event], 'any'));
      const [found] = await all(store);
      const { revision, position, recordedAt, ...rest } = found ?? { revision: null };
      same(rest, event, 'the event');
      holds(
        revision === 0 && position !== undefined && recordedAt !== undefined,
        'the revision, the position and the time should be added',
      );
    },
  },
  {
    name: 'keeps what was appended, though the caller changes it, or what it was given',
    run: async () => {
      const store = await make();
      const data = { text: { en: 'as written' } };
      const appending = store.append(A, [{ ...note(A, 'a'), data }], 'any')();
      data.text.en = 'changed';
      await appending;
      const [found] = await all(store);
      same(words(await all(store)), ['as written']);
      try {
        Object.assign(found ?? {}, { data: 'changed' });
      } catch {
        // Frozen is right, too.
      }
      same(words(await all(store)), ['as written']);
    },
  },
];
