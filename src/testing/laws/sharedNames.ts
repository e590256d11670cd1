import * as E from 'fp-ts/lib/Either.js';
import { differencesIn, showDifference } from '../differences.ts';
import type { Trial } from './law.ts';
import { viewUnder } from './relabelled.ts';

/** What every object has something under, each with names like it: as long, next in order, and under which none has. */
const SHARED: readonly (readonly [name: string, like: string, likeToo: string])[] = [
  ['__proto__', '__proto_`', '__proto_a'],
  ['constructor', 'constructos', 'constructot'],
];

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * How an id that is the name of something all objects share makes the view another than any other id does; null where it
 * does not.
 */
export const sharedNames = (trial: Trial): string | null => {
  const text = JSON.stringify(trial.events);
  const met = SHARED.filter(([name]) => text.includes(`"${name}"`));
  if (met.length === 0) return null;
  const like = viewUnder(trial, new Map(met.map(([name, other]) => [name, other])));
  const likeToo = viewUnder(trial, new Map(met.map(([name, , other]) => [name, other])));
  const given = viewUnder(trial, NONE);
  if (E.isLeft(like) || E.isLeft(likeToo) || E.isLeft(given)) return null;
  // A view that makes something else of an id, such as its first letter, cannot be told with the other again.
  if (differencesIn(like.right, likeToo.right).length > 0) return null;
  const [found] = differencesIn(given.right, like.right);
  if (!found) return null;
  const names = met.map(([name]) => name).join(' or ');
  return `with an id such as ${names} its view differs${showDifference(found, 'with that', 'as with any other')}: all objects have something under such a key; put something before ids that are keys, or keep a list`;
};
