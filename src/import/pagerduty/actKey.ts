import type { Actor } from '../../primitives/actor.ts';
import { instantOfMs, msOf } from '../../primitives/instant.ts';
import { derivedEventId } from '../../primitives/ids.ts';
import { canonicalJson } from '../../primitives/json.ts';
import type { Moment } from '../../primitives/moment.ts';
import type { Localized } from '../../primitives/text.ts';

/**
 * The key of what somebody did at a second: so an entry of the log, a list in the incident and a webhook, which tell of one
 * act in several words, are claims about one happening.
 *
 * @param said - What they wrote, where they can write several things at once.
 */
export const actKey = (
  type: string,
  actor: Actor | undefined,
  at: Moment | undefined,
  said?: Localized,
): string | undefined => {
  if (actor === undefined || at?.earliest === undefined) return undefined;
  const second = instantOfMs(Math.floor(msOf(at.earliest) / 1000) * 1000);
  const words = said === undefined ? '' : `/${derivedEventId(canonicalJson(said))}`;
  return `${type}#${actor.id}@${second}${words}`;
};
