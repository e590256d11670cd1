import { describe, expect, it } from '@jest/globals';
import * as t from 'io-ts';
import { correct } from '../../src/decide/recordKeeping.ts';
import { report } from '../../src/decide/report.ts';
import { core } from '../../src/events/core.ts';
import { extend } from '../../src/events/vocabulary.ts';
import { createLedger } from '../../src/ledger/createLedger.ts';
import { orThrow } from '../../src/ledger/orThrow.ts';
import { showFailure } from '../../src/ledger/showFailure.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { at, by } from '../decide/by.ts';
import { left } from '../history/tell.ts';

const vocabulary = extend(core, {
  'acme.Said': t.string,
  'acme.Rated': t.number,
  'acme.Answered': t.boolean,
  'acme.Listed': t.array(t.string),
  'acme.Either': t.union([t.type({ a: t.string }), t.string, t.null]),
});

const fail = (): never => {
  throw new Error('expected an event');
};

const said = { ...by, occurredAt: at('09:53') };

/** Commands of each type, each with the data as it should be. */
const own = [
  [report('acme.Said', { ...said, data: 'said' }), ''],
  [report('acme.Rated', { ...said, data: 5 }), 0],
  [report('acme.Answered', { ...said, data: true }), false],
  [report('acme.Listed', { ...said, data: ['a'] }), ['a', 'b']],
  [report('acme.Either', { ...said, data: { a: 'a' } }), 'a'],
  [report('acme.Either', { ...said, data: 'a' }), null],
] as const;

describe('own data that is no object', () => {
  it.each(own)('is corrected: %j', async (command, data) => {
    const ledger = createLedger({ store: memoryStore(), vocabulary });
    const [first] = await orThrow(ledger.handle(command));
    const { type, eventId: target } = first ?? fail();
    const right = correct({ ...by, target, kind: 'transcription', reason: 'misread', data });
    const [event] = await orThrow(ledger.handle(right));
    expect(event).toMatchObject({ type: 'Corrected', data: { targetType: type, data } });
    const { happenings } = await orThrow(ledger.history(by.incidentId));
    expect(happenings.find((happening) => happening.type === type)?.data).toEqual(data);
    expect(await orThrow(ledger.handle(right))).toEqual([]);
  });

  it('is corrected by data of its type alone', async () => {
    const ledger = createLedger({ store: memoryStore(), vocabulary });
    const [first] = await orThrow(ledger.handle(own[0][0]));
    const { eventId: target } = first ?? fail();
    const wrong = correct({ ...by, target, kind: 'transcription', reason: 'misread', data: 5 });
    expect(showFailure(left(await ledger.handle(wrong)()))).toBe(
      'Corrected at 0: data.data: expected string, got 5',
    );
  });
});
