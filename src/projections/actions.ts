import type { Mutable } from '../history/mutable.ts';
import type { Projection } from '../history/projection.ts';
import { projection } from '../history/projection.ts';
import type { Actor } from '../primitives/actor.ts';
import type { EventId } from '../primitives/ids.ts';
import type { Instant } from '../primitives/instant.ts';
import type { Localized } from '../primitives/text.ts';
import { localized } from '../primitives/text.ts';
import { keeping } from './keeping.ts';

/**
 * Something to be done afterwards, and where it stands.
 *
 * @public
 */
export interface Action {
  /** Which action. */
  readonly actionId: string;
  /** Where it stands: by its completion or its dropping, whichever came last. */
  readonly status: 'open' | 'completed' | 'dropped';
  /** What is to be done, by language; empty when no source says or it was erased. */
  readonly text: Localized;
  /** The symptom or cause it is against, by language. */
  readonly against?: Localized;
  /** Who is to do it. */
  readonly owner?: Actor;
  /** By when. */
  readonly dueAt?: Instant;
  /** The events that tell of it. */
  readonly evidence: readonly EventId[];
}

/**
 * The state of {@link actions}.
 *
 * @public
 */
export interface ActionsState {
  /** The actions, in the order in which they first appear. */
  readonly actions: readonly Action[];
}

interface Told {
  readonly eventId: EventId;
  readonly data: { readonly actionId: string };
  readonly others: readonly { readonly eventId: EventId }[];
}

/** The action that an event tells of, added when it is the first to, and the event noted. */
const actionOf = (
  draft: { actions: Mutable<Action>[] },
  { data: { actionId }, eventId, others }: Told,
): Mutable<Action> => {
  const known = draft.actions.find((action) => action.actionId === actionId);
  const evidence = [eventId, ...others.map((other) => other.eventId)];
  if (known) {
    known.evidence.push(...evidence);
    return known;
  }
  draft.actions.push({ actionId, status: 'open', text: {}, evidence });
  return draft.actions.at(-1) ?? { actionId, status: 'open', text: {}, evidence };
};

/**
 * What is to be done afterwards, and where it stands.
 *
 * @public
 */
export const actions: Projection<ActionsState, readonly Action[]> = keeping((keep) =>
  projection({
    name: 'actions',
    version: 1,
    scope: 'incident',
    initial: (): ActionsState => ({ actions: [] }),
    on: {
      ActionProposed: (draft, event) => {
        const action = actionOf(draft, event);
        const { text, against, owner, dueAt } = event.data;
        action.text = keep(localized(text));
        if (against) action.against = keep(localized(against));
        if (owner) action.owner = keep(owner);
        if (dueAt) action.dueAt = dueAt;
      },
      ActionCompleted: (draft, event) => {
        actionOf(draft, event).status = 'completed';
      },
      ActionDropped: (draft, event) => {
        actionOf(draft, event).status = 'dropped';
      },
    },
    view: ({ actions: all }) => all,
  }),
);
