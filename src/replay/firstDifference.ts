import * as E from 'fp-ts/lib/Either.js';
import type { RecordedEvent } from '../events/event.ts';
import type { AnyRecorded } from '../history/effective.ts';
import type { ProjectionFault } from '../history/fold.ts';
import { project, seen } from '../history/fold.ts';
import type { History, HistoryOptions } from '../history/history.ts';
import { history } from '../history/history.ts';
import { storyOrder } from '../history/order.ts';
import { ownInitial } from '../history/ownInitial.ts';
import type { Projection, Scope } from '../history/projection.ts';
import { factsIn } from '../history/typeFacts.ts';
import type { Instant } from '../primitives/instant.ts';
import { messageOf } from '../primitives/messageOf.ts';
import { viewDifferences } from './viewDifferences.ts';

/** A view, or what stands for one where the projection failed. */
export const shownView = <V>(view: E.Either<ProjectionFault, V>): unknown =>
  E.isRight(view) ? view.right : { fault: view.left.message, eventId: view.left.eventId };

/** Whether two views say the same; two that failed do where they failed in the same way. */
const differ = (a: unknown, b: unknown): boolean => viewDifferences(a, b).length > 0;

/** Two projections of one incident, for that instant. */
export interface Pair<V> {
  /** The first. */
  readonly a: Projection<unknown, V>;
  /** The second. */
  readonly b: Projection<unknown, V>;
  /** What their views take for the present. */
  readonly at: Instant;
}

/**
 * The event with which the views of two projections began to differ while events were recorded; null when they differ
 * before the first.
 */
export const firstRecorded = <V>(
  { a, b, at }: Pair<V>,
  events: readonly RecordedEvent<unknown>[],
  options: HistoryOptions<unknown>,
): AnyRecorded | null => {
  for (let count = 0; count <= events.length; count += 1) {
    const told = history(events.slice(0, count), options);
    const views = [project(told, a, at), project(told, b, at)].map(shownView);
    if (differ(views[0], views[1])) return seen(told, 'ledger').at(-1) ?? null;
  }
  return null;
};

/** A projection that is being folded event by event. */
interface Folding {
  readonly take: (scope: Scope, event: AnyRecorded) => void;
  readonly view: () => unknown;
}

const folding = <V>(
  projection: Projection<unknown, V>,
  { policy }: History<unknown>,
  at: Instant,
): Folding => {
  let fault: unknown = null;
  const guarded = <A>(eventId: string | null, run: () => A): A | null => {
    try {
      return run();
    } catch (cause) {
      fault ??= { fault: messageOf(cause), eventId };
      return null;
    }
  };
  const state = guarded(null, () => ownInitial(projection));
  return {
    take: (scope, event) => {
      if (fault !== null || !projection.scopes.includes(scope)) return;
      guarded(event.eventId, () => {
        projection.apply(scope, state, event);
      });
    },
    view: () => {
      if (fault !== null) return fault;
      try {
        return projection.view(state, at, { policy });
      } catch (cause) {
        return { fault: messageOf(cause), eventId: null };
      }
    },
  };
};

/** What they see of a story, in its order. */
const pointsOf = (
  told: History<unknown>,
  scopes: readonly Scope[],
): readonly { readonly scope: Scope; readonly event: AnyRecorded }[] => {
  const inOrder = storyOrder(factsIn(told.vocabulary));
  return scopes
    .flatMap((scope) =>
      seen(told, scope).map((event) => {
        const { recordedAt, statedAt = { earliest: recordedAt, latest: recordedAt } } = event;
        return { scope, event, place: { ...event, statedAt } };
      }),
    )
    .toSorted((a, b) => inOrder(a.place, b.place));
};

/**
 * The event with which the views of two projections begin to differ as the story is told; null when they differ before
 * the first.
 *
 * @remarks Where one sees claims and the other happenings, they are compared when both have seen what there is to see of
 * an event; raw events have no place in a story.
 */
export const firstTold = <V>({ a, b, at }: Pair<V>, told: History<unknown>): AnyRecorded | null => {
  const [one, other] = [folding(a, told, at), folding(b, told, at)];
  if (differ(one.view(), other.view())) return null;
  const scopes = [...new Set([...a.scopes, ...b.scopes])];
  const points = pointsOf(told, scopes);
  const left = new Map<string, number>();
  for (const { event } of points) left.set(event.eventId, (left.get(event.eventId) ?? 0) + 1);
  let begun = 0;
  const before = new Set<string>();
  for (const { scope, event } of points) {
    one.take(scope, event);
    other.take(scope, event);
    const more = (left.get(event.eventId) ?? 1) - 1;
    left.set(event.eventId, more);
    if (!before.has(event.eventId)) begun += 1;
    if (more === 0) begun -= 1;
    before.add(event.eventId);
    if (begun === 0 && differ(one.view(), other.view())) return event;
  }
  return null;
};
