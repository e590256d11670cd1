import * as t from 'io-ts';
import { isPrintable } from './printable.ts';
import { Name } from './text.ts';

/**
 * Who put an event into the ledger.
 *
 * @public
 */
export interface Actor {
  /** Opaque id: never a name, never a mail address, so that erasing a name later is enough. */
  readonly id: string;
  /** A person, a program acting by itself, or an organisation. */
  readonly kind?: 'person' | 'service' | 'organisation';
  /** Name to show; can be erased. */
  readonly name?: Name;
}

const OPAQUE = /^[^\s@\p{C}]{1,200}$/u;

const ActorId = t.refinement(
  t.string,
  (id) => isPrintable(id, '@') || OPAQUE.test(id),
  'opaque id (1 to 200 characters, no spaces, no mail address)',
);

/**
 * The codec of `Actor`.
 *
 * @public
 */
export const Actor: t.Type<Actor> = t.intersection(
  [
    t.type({ id: ActorId }),
    t.partial({ kind: t.keyof({ person: null, service: null, organisation: null }), name: Name }),
  ],
  'Actor',
);
