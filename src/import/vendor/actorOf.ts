import { Actor } from '../../primitives/actor.ts';

/** Somebody by the vendor’s id; undefined where there is none, or one that is a mail address. */
export const actorOf = (
  id: string | undefined,
  kind: Actor['kind'] = 'person',
): Actor | undefined => {
  const actor = { id: id ?? '', kind };
  return Actor.is(actor) ? actor : undefined;
};
