import * as E from 'fp-ts/lib/Either.js';
import { sameJson } from '../primitives/json.ts';
import { sourceKey } from '../primitives/source.ts';
import type { Asked } from './asked.ts';
import type { Refusal } from './refusal.ts';
import { excluded } from './rules.ts';

/** Whether to record what a command asks for, or why not; false when its source has said the same already. */
export const decideTransition = (asked: Asked): E.Either<Refusal, boolean> => {
  const { claim, claims } = asked;
  const told = claims.filter(
    ({ type, happening }) => type === claim.type && happening === claim.happening,
  );
  const source = sourceKey(claim.source);
  const own = told.filter((other) => sourceKey(other.source) === source);
  const same = own.some(
    (other) => sameJson(other.occurredAt, claim.occurredAt) && sameJson(other.data, claim.data),
  );
  if (same) return E.right(false);
  const [stated] = own;
  if (stated) {
    const { eventId, type, happening, occurredAt } = stated;
    return E.left({ _tag: 'AlreadyStated', eventId, type, happening, occurredAt });
  }
  const refusal = told.length > 0 ? null : excluded(asked);
  return refusal ? E.left(refusal) : E.right(true);
};
