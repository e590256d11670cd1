import * as t from 'io-ts';
import { Actor } from '../primitives/actor.ts';
import { Text } from '../primitives/text.ts';
import { firstVersion } from './definition.ts';
import { fields, Filled } from './fields.ts';

/**
 * Somebody joined the response.
 *
 * @public
 */
export interface ResponderJoined {
  /** The person or team. */
  readonly responder: Actor;
  /** In which role. */
  readonly role?: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `ResponderJoined`.
 *
 * @public
 */
export const ResponderJoined: t.Type<ResponderJoined> = fields(
  'ResponderJoined',
  { responder: Actor },
  { role: t.string, text: Text },
);

/**
 * Somebody left the response.
 *
 * @public
 */
export interface ResponderLeft {
  /** The person or team. */
  readonly responder: Actor;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `ResponderLeft`.
 *
 * @public
 */
export const ResponderLeft: t.Type<ResponderLeft> = fields(
  'ResponderLeft',
  { responder: Actor },
  { text: Text },
);

/**
 * Somebody took a role in the response.
 *
 * @public
 */
export interface RoleAssigned {
  /** The person or team. */
  readonly responder: Actor;
  /** The role, such as `incident commander`. */
  readonly role: string;
  /** What the source said of it. */
  readonly text?: Text;
}

/**
 * The codec of `RoleAssigned`.
 *
 * @public
 */
export const RoleAssigned: t.Type<RoleAssigned> = fields(
  'RoleAssigned',
  { responder: Actor, role: Filled },
  { text: Text },
);

/** Who took part. */
export const people = {
  ResponderJoined: firstVersion(ResponderJoined, 'event'),
  ResponderLeft: firstVersion(ResponderLeft, 'event'),
  RoleAssigned: firstVersion(RoleAssigned, 'event'),
};
