import * as E from 'fp-ts/lib/Either.js';
import { sourceKey } from '../primitives/source.ts';
import type { AnyEvent } from './asked.ts';
import { fieldOf } from './fieldOf.ts';
import type { Retract } from './kinds.ts';
import type { Refusals } from './refusal.ts';
import type { DecisionState } from './state.ts';

/** The retraction that a command comes to: none when one by the same source stands already. */
export const decideRetract = (
  command: Retract,
  event: AnyEvent,
  { recorded, claims }: DecisionState,
): E.Either<Refusals['Retracted'], readonly AnyEvent[]> => {
  const { target } = command.data;
  if (!Object.hasOwn(recorded, target)) return E.left({ _tag: 'UnknownTarget', target });
  const source = sourceKey(command.source);
  const stands = claims.some(
    (claim) =>
      claim.type === 'Retracted' &&
      fieldOf(claim.data, 'target') === target &&
      sourceKey(claim.source) === source,
  );
  return E.right(stands ? [] : [event]);
};
