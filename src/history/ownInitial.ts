import type { Projection } from './projection.ts';
import { isObject } from '../primitives/isObject.ts';

/** Every object in a value, itself included. */
const objectsIn = (value: unknown, found = new Set<object>()): ReadonlySet<object> => {
  if (isObject(value) && !found.has(value)) {
    found.add(value);
    for (const child of Object.values(value as Record<string, unknown>)) objectsIn(child, found);
  }
  return found;
};

/** Whether each call makes a state of its own, all of which can be changed. */
const isMadeAnew = <S, V>(projection: Projection<S, V>): boolean => {
  const once = objectsIn(projection.initial());
  return [...objectsIn(projection.initial())].every(
    (object) => !once.has(object) && !Object.isFrozen(object),
  );
};

const copied = <T>(value: T): T => {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map(copied) as T;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, copied<unknown>(child)]),
  ) as T;
};

const known = new WeakMap<object, boolean>();

/**
 * An initial state of a projection that can be changed in place: a copy, where `initial` gives away a state, or
 * a part of one, that it gives others too.
 */
export const ownInitial = <S, V>(projection: Projection<S, V>): S => {
  const before = known.get(projection);
  const isOwn = before ?? isMadeAnew(projection);
  if (before === undefined) known.set(projection, isOwn);
  const state = projection.initial();
  return isOwn ? state : copied(state);
};
