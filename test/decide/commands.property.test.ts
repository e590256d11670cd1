import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import type { Command } from '../../src/decide/command.ts';
import { report } from '../../src/decide/report.ts';
import { correct, retract } from '../../src/decide/recordKeeping.ts';
import { core } from '../../src/events/core.ts';
import { history } from '../../src/history/history.ts';
import { sourceKey } from '../../src/primitives/source.ts';
import { dataArbitraries } from '../../src/testing/arbitraries/dataArbitraries.ts';
import { coreTypes } from '../arbitraries/coreTypes.ts';
import { at, by, byMonitor, carryOut } from './by.ts';

const TYPES = coreTypes.filter((type) => type !== 'Corrected' && type !== 'Retracted');
const LIFE = [
  'Detected',
  'Resolved',
  'Reopened',
  'Cancelled',
  'Closed',
  'ImpactStarted',
  'ImpactEnded',
] as const;

const who = fc.constantFrom(by, byMonitor);
const when = fc.integer({ min: 10, max: 20 }).map((minute) => at(`10:${minute}`));

const transition: fc.Arbitrary<Command> = fc
  .tuple(fc.oneof(fc.constantFrom(...TYPES), fc.constantFrom(...LIFE)), who, when)
  .chain(([type, said, occurredAt]) =>
    dataArbitraries[type].map((data) => report(type, { ...said, occurredAt, data }) as Command),
  );

/** Commands, some of which correct or retract what an earlier one gave. */
const commands: fc.Arbitrary<readonly Command[]> = fc
  .array(
    fc.tuple(transition, fc.constantFrom('as it is', 'correct', 'retract'), fc.nat(), who, when),
    { maxLength: 14 },
  )
  .map((drafts) => {
    const given: Command[] = [];
    for (const [command, kind, index, said, occurredAt] of drafts) {
      const { events } = carryOut(given);
      const target = events[index % Math.max(1, events.length)]?.eventId;
      if (kind === 'as it is' || target === undefined) given.push(command);
      else if (kind === 'retract') given.push(retract({ ...said, target, reason: 'no' }));
      else
        given.push(correct({ ...said, target, kind: 'transcription', reason: 'yes', occurredAt }));
    }
    return given;
  });

describe('any sequence of commands', () => {
  it('keeps the stream readable, and changes nothing when each is repeated', () => {
    fc.assert(
      fc.property(commands, (given) => {
        const { events, results } = carryOut(given);
        expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
        expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
        const again = given.filter((_, index) => {
          const result = results[index];
          return result && E.isRight(result) && result.right > 0;
        });
        expect(carryOut([...given, ...again, ...again]).events).toEqual(events);
      }),
      { numRuns: 60 },
    );
  });

  it('never lets a command remove what another source claims, but by a retraction', () => {
    fc.assert(
      fc.property(fc.array(transition, { maxLength: 10 }), (given) => {
        const mine = given.filter(({ source }) => source.kind === 'responder');
        const { events } = carryOut(given);
        const { claims } = history(events, { vocabulary: core });
        const kept = claims.filter(({ source }) => source.kind === 'responder');
        const all = events.filter(({ source }) => sourceKey(source) === sourceKey(by.source));
        expect(kept.map(({ eventId }) => eventId).toSorted()).toEqual(
          all.map(({ eventId }) => eventId).toSorted(),
        );
        expect(mine.length).toBeGreaterThanOrEqual(kept.length);
      }),
      { numRuns: 60 },
    );
  });
});
