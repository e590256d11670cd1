import * as t from 'io-ts';
import { Actor } from '../primitives/actor.ts';
import { Instant } from '../primitives/instant.ts';
import { Text } from '../primitives/text.ts';
import { firstVersion } from './definition.ts';
import { fields, Filled } from './fields.ts';

/**
 * Something to do so that it does not happen again, or hurts less.
 *
 * @public
 */
export interface ActionProposed {
  /** Which action. */
  readonly actionId: string;
  /** What it is meant to do. */
  readonly kind?: 'detective' | 'preventative' | 'corrective';
  /** The symptom or cause it is meant against. */
  readonly against?: Text;
  /** Who is to do it. */
  readonly owner?: Actor;
  /** By when. */
  readonly dueAt?: Instant;
  /** Where it is tracked. */
  readonly url?: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `ActionProposed`.
 *
 * @public
 */
export const ActionProposed: t.Type<ActionProposed> = fields(
  'ActionProposed',
  { actionId: Filled },
  {
    kind: t.keyof({ detective: null, preventative: null, corrective: null }),
    against: Text,
    owner: Actor,
    dueAt: Instant,
    url: t.string,
    text: Text,
  },
);

/**
 * The action was done.
 *
 * @public
 */
export interface ActionCompleted {
  /** Which action. */
  readonly actionId: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `ActionCompleted`.
 *
 * @public
 */
export const ActionCompleted: t.Type<ActionCompleted> = fields(
  'ActionCompleted',
  { actionId: Filled },
  { text: Text },
);

/**
 * The action will not be done.
 *
 * @public
 */
export interface ActionDropped {
  /** Which action. */
  readonly actionId: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `ActionDropped`.
 *
 * @public
 */
export const ActionDropped: t.Type<ActionDropped> = fields(
  'ActionDropped',
  { actionId: Filled },
  { text: Text },
);

/** What is to be done afterwards. */
export const followUp = {
  ActionProposed: firstVersion(ActionProposed, ({ actionId }) => actionId),
  ActionCompleted: firstVersion(ActionCompleted, ({ actionId }) => actionId),
  ActionDropped: firstVersion(ActionDropped, ({ actionId }) => actionId),
};
