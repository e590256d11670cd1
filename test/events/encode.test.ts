import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { core } from '../../src/events/core.ts';
import { decode } from '../../src/events/decode.ts';
import { encode } from '../../src/events/encode.ts';
import type { IncidentEvent } from '../../src/events/event.ts';
import { showFault } from '../../src/primitives/fault.ts';
import { eventArbitrary } from '../../src/testing/arbitraries/eventArbitrary.ts';
import { coreTypes } from '../arbitraries/coreTypes.ts';
import { clock, event, idOf, left, right } from '../history/tell.ts';

const recording = { revision: 0, position: '1', recordedAt: '2024-12-17T20:00:00.000Z' };
const write = encode(core);
/** What encode says of a value that no compiler looked at. */
const faultsIn = (value: unknown): readonly string[] =>
  left(write(value as IncidentEvent)).map(showFault);

type Path = readonly (string | number)[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Paths of the objects inside a value that only hold fields their codec knows. */
const objectsIn = (value: unknown, path: Path = []): readonly Path[] => {
  if (Array.isArray(value)) return value.flatMap((item, n) => objectsIn(item, [...path, n]));
  if (!isObject(value)) return [];
  return [
    path,
    ...Object.entries(value).flatMap(([key, child]) => objectsIn(child, [...path, key])),
  ];
};

const withField = (value: unknown, [head, ...tail]: Path, key: string, field: unknown): unknown => {
  if (head === undefined) return { ...(value as object), [key]: field };
  if (Array.isArray(value)) {
    return value.map((item: unknown, n) => (n === head ? withField(item, tail, key, field) : item));
  }
  const record = value as Record<string, unknown>;
  return { ...record, [head]: withField(record[head], tail, key, field) };
};

/** Texts are keyed by language and a correction's data by its target's fields; both are refused in other words. */
const takesAnyKey = (path: Path): boolean =>
  ['text', 'title', 'against'].includes(`${path.at(-1)}`) || path.join('.') === 'data.data';

describe.each(coreTypes)('an event %s', (type) => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(eventArbitrary({ types: [type] }), (written) => {
        const stored = { ...right(write(written)), ...recording };
        expect(right(decode(core)(stored))).toEqual({ ...written, ...recording });
      }),
      { numRuns: 30 },
    );
  });

  it('is refused for an unknown field, wherever it is', () => {
    fc.assert(
      fc.property(eventArbitrary({ types: [type] }), fc.nat(), (written, pick) => {
        const places = objectsIn(written).filter((path) => !takesAnyKey(path));
        const path = places[pick % places.length] ?? [];
        const faults = left(write(withField(written, path, 'surplus', 1) as IncidentEvent));
        expect(faults.map((fault) => fault.path)).toEqual([[...path, 'surplus'].join('.')]);
        expect(faults[0]?.expected).toMatch(/^no such field \(/);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the unknown fields of its envelope and its data when it is read', () => {
    fc.assert(
      fc.property(eventArbitrary({ types: [type] }), (written) => {
        const stored = { ...right(write(written)), ...recording, later: { added: [1] } };
        const newer = { ...stored, data: { ...(stored.data as object), later: 'too' } };
        const { data, ...envelope } = right(decode(core)(newer));
        const { data: own, ...kept } = written;
        expect(envelope).toEqual({ ...kept, ...recording, later: { added: [1] } });
        expect(data).toEqual({ ...own, later: 'too' });
      }),
      { numRuns: 10 },
    );
  });
});

describe('encode', () => {
  const resolved = event('Resolved', { text: { en: 'over' } }, clock('10:02:00'), { n: 0 });
  const { revision, recordedAt, ...unstored } = resolved;

  it('shares nothing with what it was given', () => {
    const stored = right(write(unstored));
    expect(stored).toEqual(unstored);
    expect(stored.data).not.toBe(unstored.data);
    expect(stored.occurredAt).not.toBe(unstored.occurredAt);
  });

  it('refuses what a store adds', () => {
    expect(faultsIn(resolved).map((fault) => fault.split(':')[0])).toEqual([
      'revision',
      'recordedAt',
    ]);
    expect([revision, recordedAt]).toEqual([0, '2024-12-17T20:00:00.000Z']);
  });

  it('takes what is undefined for absent', () => {
    const stored = right(write({ ...unstored, statedAt: undefined } as unknown as IncidentEvent));
    expect(Object.keys(stored)).not.toContain('statedAt');
  });

  const cycle: Record<string, unknown> = { en: 'a' };
  cycle['fr'] = cycle;

  it.each([
    ['NaN', Number.NaN, 'durationMs'],
    ['infinity', -Infinity, 'durationMs'],
    ['a function', (): number => 1, 'durationMs'],
    ['a date', new Date(0), 'durationMs'],
    ['a bigint', 5n, 'durationMs'],
    ['a symbol', Symbol('s'), 'durationMs'],
    ['a hole in a list', [undefined], 'durationMs.0'],
    ['a cycle', cycle, 'durationMs.fr'],
    ['an object of a class', new Map(), 'durationMs'],
  ])('refuses %s, and says where', (_, value, path) => {
    const faults = faultsIn({ ...unstored, type: 'ImpactMeasured', data: { durationMs: value } });
    expect(faults).toContain(`data.${path}: expected plain JSON, got something JSON cannot hold`);
  });

  it('says everything that is wrong at once', () => {
    const faults = faultsIn({
      ...unstored,
      eventId: 'one',
      version: 0,
      occurredAt: { earliest: '2024-12-17T10:02:00.000Z', latest: '2024-12-17T09:51:00.000Z' },
      actor: { id: 'ada@example.org', team: 'ops' },
      surplus: true,
      type: 'ImpactMeasured',
      data: { clients: { count: Number.NaN }, durationMs: '11 min', surplus: 1 },
    });
    expect(faults.map((fault) => fault.split(':')[0]).toSorted()).toEqual([
      'actor.id',
      'actor.team',
      'data.clients.basis',
      'data.clients.count',
      'data.durationMs',
      'data.surplus',
      'eventId',
      'occurredAt',
      'surplus',
      'version',
    ]);
  });

  it.each(['Rebooted', 'acme.Rebooted', 'toString', '__proto__'])('refuses the type %s', (type) => {
    expect(faultsIn({ ...unstored, type })).toEqual([
      `type: expected an event type of the vocabulary, got "${type}"`,
    ]);
  });

  it('refuses data of another version than is written now', () => {
    expect(faultsIn({ ...unstored, version: 2 })).toEqual([
      'version: expected version 1 of Resolved, got 2',
    ]);
  });

  it.each([null, 5, 'Resolved', [], undefined])('refuses %j altogether', (value) => {
    expect(faultsIn(value).length).toBeGreaterThan(0);
  });

  it('refuses what is nested too deep to be walked', () => {
    const deep = JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`) as unknown;
    expect(faultsIn({ ...unstored, data: { text: deep } })[0]).toMatch(
      /^data\.text\.0.*plain JSON/,
    );
  });

  it('is a matter of the value, not of how often it is done', () => {
    fc.assert(
      fc.property(eventArbitrary(), (written) => {
        const once = right(write(written));
        expect(E.right(once)).toEqual(write(once as unknown as IncidentEvent));
      }),
    );
  });
});

describe('a correction', () => {
  const corrected = (data: object): unknown => {
    const made = event(
      'Corrected',
      {
        target: idOf(1),
        targetType: 'AlertRaised',
        targetVersion: 1,
        kind: 'revision',
        reason: 'r',
      },
      clock('10:02:00'),
      { n: 2 },
    );
    const { revision: _revision, recordedAt: _recordedAt, ...rest } = made;
    return { ...rest, data: { ...rest.data, ...data } };
  };

  it('is checked as the type of its target', () => {
    expect(faultsIn(corrected({ data: { alertId: '', surplus: 1 } }))).toEqual([
      'data.data.alertId: expected text that is not empty, got ""',
      'data.data.surplus: expected no such field (alertId, monitor, text), got 1',
    ]);
  });

  it('names its own fields when the target is unknown', () => {
    const data = { alertId: 'a' };
    expect(faultsIn(corrected({ targetType: 'Nope', data }))).toEqual([
      'data.targetType: expected an event type of the vocabulary, got "Nope"',
    ]);
    expect(faultsIn(corrected({ targetVersion: 2, data }))).toEqual([
      'data.targetVersion: expected version 1 of AlertRaised, got 2',
    ]);
  });

  it('says what is wrong with it and with its data at once', () => {
    expect(faultsIn(corrected({ reason: '', data: { alertId: '' } })).length).toBe(2);
  });

  it.each(['Corrected', 'Retracted'])('does not aim at another %s', (targetType) => {
    expect(faultsIn(corrected({ targetType }))).toEqual([
      `data.targetType: expected the type of an original event, got "${targetType}"`,
    ]);
  });
});
