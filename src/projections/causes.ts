import { firstSaid } from './candidate.ts';
import type { Story } from './story.ts';
import { ofTypes } from './story.ts';

/**
 * A cause by which incidents are told to have the same one.
 *
 * @public
 */
export interface Cause {
  /** Whether it is a kind of cause, in the words of the source, or the change that did it. */
  readonly by: 'category' | 'change';
  /** The category without regard to case and surrounding space, or the id of the change. */
  readonly is: string;
}

/** One spelling of a category that differs only in case or space. */
const sameSpelling = (category: string): string =>
  category.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();

/** What caused an incident, by the last identification of its cause. */
export const causesIn = (story: Story): readonly Cause[] => {
  const identified = ofTypes(story, ['CauseIdentified']).at(-1);
  if (!identified) return [];
  const [category, change] = ['category', 'changeId'].map((field) => {
    const said = firstSaid(identified, field);
    return typeof said === 'string' ? said : '';
  });
  const causes: readonly Cause[] = [
    { by: 'category', is: sameSpelling(category ?? '') },
    { by: 'change', is: change ?? '' },
  ];
  return causes.filter(({ is }) => is !== '');
};
