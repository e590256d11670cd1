import type { EventDefinition } from '../../events/definition.ts';
import type { Told } from './told.ts';

/** The happening that a claim is about, as far as its type tells; null when each is one of its own. */
const happeningOf = (
  { kind, episode }: Told,
  rule: EventDefinition<unknown>['happening'],
): string | null => {
  if (rule === 'event') return null;
  const id = rule === 'episode' ? undefined : rule(kind.data);
  return `${kind.type} ${id ?? episode}`;
};

/** What is told, each happening by its first claim only, and none that an incident of several episodes tells itself. */
export const toldOnce = (
  tellings: readonly Told[],
  ruleOf: (type: string) => EventDefinition<unknown>['happening'],
): readonly Told[] => {
  const episodes = Math.max(0, ...tellings.map(({ episode }) => episode));
  const heard = new Set<string>(
    Array.from({ length: episodes }, (_, index) => [
      `Resolved ${index}`,
      `Reopened ${index + 1}`,
    ]).flat(),
  );
  return tellings.filter((told) => {
    const happening = happeningOf(told, ruleOf(told.kind.type));
    if (happening === null) return true;
    const isNew = !heard.has(happening);
    heard.add(happening);
    return isNew;
  });
};
