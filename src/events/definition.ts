import type * as t from 'io-ts';
import type { Json } from '../primitives/json.ts';

/**
 * One step that turns data of an older schema version into the next.
 *
 * @public
 */
export interface Upcast {
  /** Version it reads. */
  readonly from: number;
  /** Version it gives; later than `from`. */
  readonly to: number;
  /** The data in the new version; must not change what it is given. */
  readonly up: (data: Json) => Json;
}

/**
 * How claims about one happening find each other: once an episode; never (each event is a happening of its
 * own); or by an id in the data, where an absent id means once an episode.
 *
 * @public
 */
export type HappeningRule<A> = 'episode' | 'event' | ((data: A) => string | undefined);

/**
 * What a vocabulary knows of one event type.
 *
 * @public
 */
export interface EventDefinition<A> {
  /** Schema version that is written now, from 1. */
  readonly version: number;
  /** The codec of the data, which writes what it reads; brands may be lost in the type of what it writes. */
  readonly data: t.Type<A, unknown>;
  /** Which events are claims about the same happening. */
  readonly happening: HappeningRule<A>;
  /** Steps from every older version that may be stored to the present one. */
  readonly upcasts?: readonly Upcast[];
}

/**
 * An event definition at version 1 with no upcasts.
 */
export const firstVersion = <A>(
  data: t.Type<A, unknown>,
  happening: HappeningRule<A>,
): EventDefinition<A> => ({
  version: 1,
  data,
  happening,
});

/**
 * What is wrong with a definition's chain of upcasts: a duplicate, a step that does not go up, one that leads
 * nowhere, a gap.
 */
export const upcastProblems = <A>(
  type: string,
  definition: EventDefinition<A>,
): readonly string[] => {
  if (!Number.isSafeInteger(definition.version) || definition.version < 1) {
    return [`${type}: expected a version that is a whole number from 1, got ${definition.version}`];
  }
  const steps = definition.upcasts ?? [];
  const problems: string[] = [];
  const starts = new Set<number>();
  for (const { from, to } of steps) {
    if (to <= from) problems.push(`${type}: the upcast from ${from} to ${to} does not go up`);
    if (to > definition.version) {
      problems.push(
        `${type}: the upcast from ${from} to ${to} passes version ${definition.version}`,
      );
    }
    if (starts.has(from)) problems.push(`${type}: two upcasts from version ${from}`);
    starts.add(from);
  }
  for (const { to } of steps) {
    if (to < definition.version && !starts.has(to)) {
      problems.push(`${type}: no upcast leads on from version ${to}`);
    }
  }
  for (let version = 1; version < definition.version; version += 1) {
    if (!starts.has(version)) problems.push(`${type}: no upcast from version ${version}`);
  }
  return problems;
};

/**
 * The data in the present version, or null when no chain leads from that version.
 */
export const upcast = <A>(
  definition: EventDefinition<A>,
  version: number,
  data: Json,
): Json | null => {
  let at = version;
  let value = data;
  while (at < definition.version) {
    const here = at;
    const step = definition.upcasts?.find(({ from }) => from === here);
    if (!step) return null;
    value = step.up(value);
    at = step.to;
  }
  return value;
};
