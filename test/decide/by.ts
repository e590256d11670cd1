import * as E from 'fp-ts/lib/Either.js';
import { core } from '../../src/events/core.ts';
import { decode } from '../../src/events/decode.ts';
import { encode } from '../../src/events/encode.ts';
import type { IncidentEvent, RecordedEvent } from '../../src/events/event.ts';
import type { Command } from '../../src/decide/command.ts';
import { decide } from '../../src/decide/decide.ts';
import type { Refusal } from '../../src/decide/refusal.ts';
import type { DecisionState } from '../../src/decide/state.ts';
import { decisionState } from '../../src/decide/state.ts';
import { project } from '../../src/history/fold.ts';
import { history } from '../../src/history/history.ts';
import { incidentId } from '../../src/primitives/ids.ts';
import type { Instant } from '../../src/primitives/instant.ts';
import { instant } from '../../src/primitives/instant.ts';
import type { Moment } from '../../src/primitives/moment.ts';
import { exactly } from '../../src/primitives/moment.ts';

/** An exact time of 17 December 2024, by its time of day. */
export const at = (time: string): Moment => exactly(`2024-12-17T${time}:00Z`);

/** The present of these tests. */
export const now: Instant = instant('2024-12-17T20:00:00Z');

/** What the commands of these tests share. */
export const by = {
  incidentId: incidentId('TSR-1023'),
  actor: { id: 'u-17' },
  source: { kind: 'responder', name: 'on call' },
} as const;

/** The same from another source. */
export const byMonitor = { ...by, source: { kind: 'monitor', name: 'probe' } } as const;

/** The event as a store would give it back. */
const recorded = (event: IncidentEvent, revision: number): RecordedEvent => {
  const encoded = encode(core)(event);
  if (E.isLeft(encoded)) throw new Error(JSON.stringify(encoded.left));
  const decoded = decode(core)({ ...encoded.right, revision, recordedAt: now });
  if (E.isLeft(decoded)) throw new Error(JSON.stringify(decoded.left));
  return decoded.right;
};

const stateOf = (events: readonly RecordedEvent[]): DecisionState => {
  const state = project(history(events, { vocabulary: core }), decisionState, now);
  if (E.isLeft(state)) throw new Error(state.left.message);
  return state.right;
};

/** Carries out commands one after the other; a refused one leaves nothing. */
export const carryOut = (
  commands: readonly Command[],
): { events: readonly RecordedEvent[]; results: readonly E.Either<Refusal, number>[] } => {
  const events: RecordedEvent[] = [];
  const results: E.Either<Refusal, number>[] = [];
  for (const command of commands) {
    const decided = decide(command, { now })(stateOf(events));
    if (E.isRight(decided)) {
      for (const event of decided.right) events.push(recorded(event, events.length));
    }
    results.push(E.map((given: readonly IncidentEvent[]) => given.length)(decided));
  }
  return { events, results };
};

/** What the last of these commands comes to: a refusal, or how many events. */
export const lastOf = (...commands: readonly Command[]): Refusal | number | undefined => {
  const last = carryOut(commands).results.at(-1);
  return last && (E.isLeft(last) ? last.left : last.right);
};

/** The claims as they are to be read, after these commands. */
export const claimsAfter = (...commands: readonly Command[]): DecisionState['claims'] =>
  stateOf(carryOut(commands).events).claims;
