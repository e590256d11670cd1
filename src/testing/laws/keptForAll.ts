import type { AnyRecorded } from '../../history/effective.ts';
import type { Projection, Scope } from '../../history/projection.ts';
import { named } from './folding.ts';
import { copied } from './law.ts';
import { readingsIn } from './readingsIn.ts';
import { watchingTrespass } from './trespass.ts';

/** What a projection was found to do when it was first asked. */
interface FirstLook {
  /** How often its view may still be looked at. */
  viewsLeft: number;
  /** The scopes and event types whose handlers were looked at. */
  readonly handled: Set<string>;
  /** What it keeps for all incidents, in words; null when nothing was found. */
  kept: string | null;
}

/** An incident without events comes first, as a rule: a view may keep what it makes of a later one. */
const MOST_VIEWS = 20;

const looks = new WeakMap<object, FirstLook>();

const lookAt = (projection: object): FirstLook => {
  const look = looks.get(projection) ?? { viewsLeft: MOST_VIEWS, handled: new Set(), kept: null };
  looks.set(projection, look);
  return look;
};

/** What is read the first time, and no longer when the same is done with an equal value; null when nothing is. */
const readOnce = (value: unknown, run: (watched: unknown) => void): string | null =>
  watchingTrespass(null, () => {
    const [first, again] = [readingsIn(value, run), readingsIn(value, run)];
    return (first && again && [...first].find((path) => !again.has(path))) ?? null;
  });

/**
 * The same projection, which is looked at when its handlers and its view are called for the first time: only then can it be
 * told that they keep what they make, and give it for every incident.
 */
export const lookedAt = (
  projection: Projection<unknown, unknown>,
): Projection<unknown, unknown> => {
  const look = lookAt(projection);
  const { name, version, scopes, handles } = projection;
  const handler = (scope: Scope, state: unknown, event: AnyRecorded): void => {
    const handled = `${scope} ${event.type}`;
    if (look.handled.has(handled)) return;
    look.handled.add(handled);
    const path = readOnce(event, (watched) => {
      // It reads as the event does.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      projection.apply(scope, copied(state), watched as AnyRecorded);
    });
    if (path === null) return;
    look.kept ??= `it keeps something outside its state: given ${named(event)} twice, it reads ${path} of it the first time only, and so goes by what it read before`;
  };
  const looked: Projection<unknown, unknown> = {
    name,
    version,
    scopes,
    handles,
    initial: () => projection.initial(),
    apply: (scope, state, event) => {
      handler(scope, state, event);
      projection.apply(scope, state, event);
    },
    view: (state, at, context) => {
      if (look.viewsLeft > 0) {
        look.viewsLeft -= 1;
        const path = readOnce(state, (watched) => {
          projection.view(watched, at, context);
        });
        if (path !== null) {
          look.kept ??= `it keeps something outside its state: viewed twice, it reads ${path} of the state the first time only, and so gives what it made before`;
        }
      }
      return projection.view(state, at, context);
    },
  };
  looks.set(looked, look);
  return looked;
};

/** What was found of a projection when it was first asked; null when nothing was. */
export const keptForAll = (projection: object): string | null =>
  looks.get(projection)?.kept ?? null;
