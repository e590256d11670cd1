import * as E from 'fp-ts/lib/Either.js';
import type { AnyEffective } from '../history/effective.ts';
import type { Instant } from '../primitives/instant.ts';
import { sameJson } from '../primitives/json.ts';
import { sourceKey } from '../primitives/source.ts';
import type { AnyEvent } from './asked.ts';
import type { Correct } from './kinds.ts';
import type { Refusals } from './refusal.ts';
import type { DecisionState } from './state.ts';
import { standingCorrections, statedAfter } from './statedAfter.ts';

const changes = (claim: AnyEffective, { occurredAt, data }: Correct['data']): boolean =>
  (occurredAt !== undefined && !sameJson(occurredAt, claim.occurredAt)) ||
  (data !== undefined && !sameJson(data, claim.data));

/** The correction that a command comes to: none when all that it says stands already. */
export const decideCorrect = (
  command: Correct,
  event: AnyEvent,
  { recorded, claims }: DecisionState,
  now: Instant,
): E.Either<Refusals['Corrected'], readonly AnyEvent[]> => {
  const { target, kind } = command.data;
  const known = Object.hasOwn(recorded, target) ? recorded[target] : undefined;
  if (!known) return E.left({ _tag: 'UnknownTarget', target });
  const { type, version } = known;
  if (type === 'Corrected' || type === 'Retracted') {
    return E.left({ _tag: 'WrongTarget', target, type });
  }
  const claim = claims.find(({ eventId }) => eventId === target);
  if (!claim) return E.left({ _tag: 'TargetRetracted', target });
  const source = sourceKey(claim.source);
  if (kind === 'revision' && source !== sourceKey(command.source)) {
    return E.left({ _tag: 'OtherSource', target, source });
  }
  if (!changes(claim, command.data)) return E.right([]);
  const statedAt = event.statedAt ?? statedAfter(standingCorrections(claims, target), now);
  const data = { ...command.data, targetType: type, targetVersion: version };
  return E.right([{ ...event, data, ...(statedAt && { statedAt }) }]);
};
