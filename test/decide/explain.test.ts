import { describe, expect, it } from '@jest/globals';
import { explain } from '../../src/decide/explain.ts';
import type { Refusal } from '../../src/decide/refusal.ts';
import { derivedEventId, incidentId } from '../../src/primitives/ids.ts';
import { instant } from '../../src/primitives/instant.ts';
import { at, now } from './by.ts';

const eventId = derivedEventId('explain');
const target = eventId;

describe('explain', () => {
  it.each<[Refusal, string]>([
    [
      {
        _tag: 'InTheFuture',
        field: 'occurredAt',
        at: instant('2025-01-01T00:00:00Z'),
        now,
        toleranceMs: 60_000,
      },
      'occurredAt 2025-01-01T00:00:00.000Z is more than 60 s after the present, 2024-12-17T20:00:00.000Z',
    ],
    [
      {
        _tag: 'AlreadyStated',
        eventId,
        type: 'Detected',
        happening: 'Detected#0',
        occurredAt: at('09:53'),
      },
      `this source has told of Detected#0 already, at 2024-12-17T09:53:00.000Z; to change that, correct the Detected event ${eventId}`,
    ],
    [
      {
        _tag: 'AlreadyStated',
        eventId,
        type: 'Detected',
        happening: 'Detected#0',
        occurredAt: { written: 'noon' },
      },
      `this source has told of Detected#0 already, at noon; to change that, correct the Detected event ${eventId}`,
    ],
    [
      { _tag: 'AfterCancelled', eventId },
      `the incident had been cancelled (event ${eventId}); only reopen follows`,
    ],
    [
      { _tag: 'AfterMerged', eventId },
      `the incident had been merged into another (event ${eventId}); nothing follows`,
    ],
    [{ _tag: 'NothingOpen' }, 'there is nothing to end: no event tells of an incident yet'],
    [{ _tag: 'NothingEnded' }, 'there is nothing to reopen: the incident had not ended by then'],
    [
      { _tag: 'NeverStarted', beginning: 'FixApplied', id: 'f' },
      'no fix was applied with the id f',
    ],
    [
      { _tag: 'WithItself', incidentId: incidentId('TSR-1') },
      'incident TSR-1 cannot be merged into or linked to itself',
    ],
    [{ _tag: 'UnknownTarget', target }, `the incident has no event ${target}`],
    [
      { _tag: 'WrongTarget', target, type: 'Corrected' },
      `event ${target} is a Corrected event: correct the original event again, or retract this one`,
    ],
    [
      { _tag: 'TargetRetracted', target },
      `event ${target} is retracted: retract the retraction first`,
    ],
    [
      { _tag: 'OtherSource', target, source: 'ticket/JIRA' },
      `event ${target} was stated by ticket/JIRA, and only that source changes its word; record what another says as a claim of its own`,
    ],
  ])('%j', (refusal, sentence) => {
    expect(explain(refusal)).toBe(sentence);
  });
});
