import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { core } from '../../src/events/core.ts';
import type { RecordedEvent } from '../../src/events/event.ts';
import type { StoredEvent } from '../../src/events/stored.ts';
import { projection } from '../../src/history/projection.ts';
import { orThrow } from '../../src/ledger/orThrow.ts';
import { derivedEventId, incidentId } from '../../src/primitives/ids.ts';
import { instantOfMs } from '../../src/primitives/instant.ts';
import { durations } from '../../src/projections/durations.ts';
import { timeline } from '../../src/projections/timeline.ts';
import { projectAll } from '../../src/replay/projectAll.ts';
import type { ProjectAllOptions, Replayed } from '../../src/replay/projectAllOptions.ts';
import type { ReplayedIncident } from '../../src/replay/projectLog.ts';
import { projectLog } from '../../src/replay/projectLog.ts';
import { readLog } from '../../src/replay/readLog.ts';
import type { ReplayError } from '../../src/replay/replayError.ts';
import { showReplayError } from '../../src/replay/replayError.ts';
import { logLine, writeLog } from '../../src/replay/writeLog.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { EventStore } from '../../src/store/port.ts';
import { streamArbitrary } from '../../src/testing/arbitraries/streamArbitrary.ts';
import { at, left, right } from '../history/tell.ts';

const now = at('12:00:00.000');

/** The streams as those of incidents of their own, as JSON has them. */
const incidentsOf = (streams: readonly (readonly RecordedEvent[])[]): readonly StoredEvent[] =>
  streams.flatMap((events, index) =>
    events.map(
      (event) =>
        JSON.parse(
          JSON.stringify({ ...event, incidentId: incidentId(`INC-${index}`) }),
        ) as StoredEvent,
    ),
  );

async function* cut(text: string, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = new TextEncoder().encode(text);
  const buffer = new Uint8Array(size);
  for (let from = 0; from < bytes.length; from += size) {
    // The same bytes written over, as some readers do.
    const part = bytes.subarray(from, from + size);
    buffer.set(part);
    yield buffer.subarray(0, part.length);
  }
}

const storeOf = async (events: readonly StoredEvent[]): Promise<EventStore> => {
  const store = memoryStore();
  for (const id of new Set(events.map((event) => event.incidentId))) {
    right(
      await store.restore(
        id,
        events.filter((event) => event.incidentId === id),
      )(),
    );
  }
  return store;
};

const replayed = async (
  source: Parameters<typeof projectAll>[0],
  options: Partial<ProjectAllOptions> = {},
): Promise<E.Either<ReplayError, readonly ReplayedIncident<unknown>[]>> => {
  const taken: ReplayedIncident<unknown>[] = [];
  const end = await projectAll(source, timeline, { at: now, ...options }, async (incident) => {
    taken.push(incident);
  })();
  return E.isLeft(end) ? end : E.right(taken);
};

const note = (incident: string, revision: number): StoredEvent => ({
  eventId: derivedEventId(incident, `${revision}`),
  incidentId: incidentId(incident),
  type: 'NoteAdded',
  version: 1,
  occurredAt: { earliest: now, latest: now },
  actor: { id: 'tester' },
  source: { kind: 'responder' },
  data: { text: { fr: 'à l’époque 🙂' } },
  revision,
  recordedAt: now,
});

const lines = (...texts: readonly (StoredEvent | string)[]): AsyncIterable<Uint8Array> =>
  cut(texts.map((text) => `${typeof text === 'string' ? text : logLine(text)}\n`).join(''), 100);

describe('a replay of a whole ledger', () => {
  it('gives the views of a log read at once, from a log cut anywhere and from a store, as of any time', async () => {
    const instants = fc
      .integer({ min: 0, max: 15 })
      .map((n) => instantOfMs(Date.parse('2024-12-18T00:00:00Z') + n * 60_000));
    const asOfs = fc.record(
      { knownAt: instants, recordedBefore: instants, occurredBefore: instants },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(streamArbitrary(), { maxLength: 4 }),
        asOfs,
        fc.integer({ min: 1, max: 300 }),
        async (streams, asOf, size) => {
          const events = incidentsOf(streams);
          const text = writeLog(events);
          const expected = projectLog(readLog(text, core), timeline, { at: now, ...asOf });
          expect(await replayed(cut(text, size), asOf)).toEqual(E.right(expected));
          expect(await replayed(await storeOf(events), asOf)).toEqual(E.right(expected));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('divides the incidents into parts, each in one', async () => {
    const events = Array.from({ length: 60 }, (_, index) => note(`INC-${index}`, 0));
    // A line of another writer, whose incident cannot be told at once.
    const text = `${writeLog(events)}${JSON.stringify({ revision: 0, ...Object.fromEntries(Object.entries(note('INC-x', 0)).toReversed()) })}\n`;
    const store = await storeOf([...events, note('INC-x', 0)]);
    for (const source of [() => cut(text, 500), () => store]) {
      const parts = await Promise.all(
        [0, 1, 2].map(async (index) =>
          right(await replayed(source(), { partition: { index, count: 3 } })),
        ),
      );
      expect(parts.every((part) => part.length > 10)).toBe(true);
      const ids = parts.flat().map((incident) => incident.incidentId);
      expect(new Set(ids).size).toBe(61);
      expect(ids).toHaveLength(61);
    }
    expect(left(await replayed(store, { partition: { index: 3, count: 3 } }))).toMatchObject({
      _tag: 'InvalidRequest',
    });
  });

  it('refuses a log whose incidents do not stand together, with the line', async () => {
    const mixed = lines(note('A', 0), note('B', 0), note('A', 1), note('B', 1));
    const error = left(await replayed(mixed, { unreadable: 'quarantine' }));
    const message =
      'line 3: incident A comes again after others; incident-ledger sort groups a log of any size';
    expect(error).toEqual({ _tag: 'NotGrouped', line: 3, incidentId: 'A', message });
    expect(showReplayError(error)).toBe(
      'line 3: incident A comes again after others; incident-ledger sort groups a log of any size',
    );
  });

  it('takes an incident whose lines are in another order', async () => {
    const views = right(
      await replayed(lines('\uFEFF', note('A', 1), '', note('A', 0), note('B', 0))),
    );
    expect(views.map(({ incidentId: id, incomplete }) => [id, incomplete])).toEqual([
      ['A', false],
      ['B', false],
    ]);
  });

  const damaged = (): AsyncIterable<Uint8Array> =>
    lines(
      note('A', 0),
      { ...note('A', 1), version: 0 },
      note('B', 1),
      note('C', 0),
      '{"half',
      note('D', 0),
      note('E', 0),
      '{"a":1}',
    );

  it('stops at the first incident that cannot be read', async () => {
    const error = left(await replayed(damaged()));
    expect(error).toMatchObject({
      _tag: 'UnreadableLog',
      faults: [{ _tag: 'NotAnEvent', line: 2 }],
    });
    expect(showReplayError(error)).toMatch(/^line 2: version: expected/);
    expect(left(await replayed(lines('{"half')))).toMatchObject({
      faults: [{ _tag: 'NotJson', line: 1 }],
    });
  });

  it('refuses an event that an incident has twice', async () => {
    const [first, second] = [note('A', 0), note('A', 1)];
    const error = left(await replayed(lines(first, { ...second, eventId: first.eventId })));
    expect(error).toMatchObject({
      _tag: 'UnreadableLog',
      faults: [{ _tag: 'DuplicateEventId', line: 2, incidentId: 'A', firstLine: 1 }],
    });
  });

  it('takes no bytes that are not UTF-8 for text, and keeps the mark of such as it was written', async () => {
    const written = [note('INC-1', 0), note('INC-2', 0)].map((event) => logLine(event));
    const bytes = new TextEncoder().encode(`${written.join('\n')}\n`);
    const place = bytes.lastIndexOf('n'.charCodeAt(0), bytes.length - 10);
    const broken = Uint8Array.from(bytes, (byte, index) => (index === place ? 0xff : byte));
    const source = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      yield broken.subarray(0, place);
      yield broken.subarray(place);
    };
    expect(left(await replayed(source()))).toMatchObject({
      _tag: 'UnreadableLog',
      faults: [{ _tag: 'NotJson', line: 2, message: 'expected text in UTF-8' }],
    });
    const told = { ...note('INC-1', 0), data: { text: { en: 'it said \uFFFD then' } } };
    expect(right(await replayed(cut(`${logLine(told)}\n`, 7)))).toHaveLength(1);
  });

  it('goes on past what it quarantines, and says whose view lacks something', async () => {
    const told: number[] = [];
    const onQuarantine: ProjectAllOptions['onQuarantine'] = (what) => {
      if (what._tag === 'UnreadableLog') told.push(...what.faults.map(({ line }) => line));
    };
    const views = right(await replayed(damaged(), { unreadable: 'quarantine', onQuarantine }));
    expect(told).toEqual([2, 3, 5, 8]);
    expect(views.map(({ incidentId: id, incomplete }) => `${id} ${incomplete}`)).toEqual([
      'A true',
      'B true',
      'C true',
      'D true',
      'E true',
    ]);
  });

  it('treats what a store cannot read in the same ways', async () => {
    const bad = { ...note('A', 1), version: 0 };
    const store = await storeOf([note('A', 0), bad, note('B', 0)]);
    expect(left(await replayed(store))).toMatchObject({
      _tag: 'UnreadableEvents',
      incidentId: 'A',
    });
    const views = right(await replayed(store, { unreadable: 'quarantine' }));
    expect(views.map(({ incomplete }) => incomplete)).toEqual([true, false]);
  });

  it('costs an incident that its projection fails at its own view alone', async () => {
    const failing = projection({
      name: 'failing',
      version: 1,
      scope: 'incident',
      initial: () => ({}),
      on: {},
      view: () => {
        throw new Error('no view');
      },
    });
    const tags: string[] = [];
    const source = lines(note('A', 0), note('B', 0));
    right(
      await projectAll(source, failing, { at: now }, ({ view }) => void tags.push(view._tag))(),
    );
    expect(tags).toEqual(['Left', 'Left']);
  });

  it('ends with its signal, with a taker that fails, and with a source that fails', async () => {
    const store = await storeOf([note('A', 0), note('B', 0)]);
    const ended = AbortSignal.abort();
    for (const source of [lines(note('A', 0)), store]) {
      expect(left(await replayed(source, { signal: ended }))).toEqual({ _tag: 'Aborted' });
    }
    const taker = (): never => {
      throw new Error('full');
    };
    for (const source of [lines(note('A', 0)), store]) {
      const error = left(await projectAll(source, durations, { at: now }, taker)());
      expect(error).toMatchObject({ _tag: 'TakerFault', incidentId: 'A', message: 'full' });
      expect(showReplayError(error)).toBe('the view of incident A could not be taken: full');
    }
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array();
      throw new Error('gone');
    }
    const error = left(await replayed(broken()));
    expect(showReplayError(error)).toContain('gone');
  });

  it('ends between two incidents when it is told to', async () => {
    const events = Array.from({ length: 50 }, (_, index) => note(`INC-${index}`, 0));
    const log = writeLog(events);
    for (const source of [cut(log, 64), cut(log, log.length), await storeOf(events)]) {
      const ending = new AbortController();
      let taken = 0;
      const end = await projectAll(source, timeline, { at: now, signal: ending.signal }, () => {
        taken += 1;
        if (taken === 3) ending.abort();
      })();
      expect([left(end)._tag, taken]).toEqual(['Aborted', 3]);
    }
  });

  it('says to people who use no Either what is wrong with a log, and where', async () => {
    const told = async (...of: readonly StoredEvent[]): Promise<unknown> =>
      orThrow(projectAll(lines(...of), durations, { at: now }, () => {})).catch((cause: unknown) =>
        cause instanceof Error ? cause.message : cause,
      );
    expect(await told(note('A', 0), note('B', 0), note('A', 1))).toBe(
      'NotGrouped: line 3: incident A comes again after others; incident-ledger sort groups a log of any size',
    );
    expect(await told(note('A', 0), note('A', 3))).toBe(
      'UnreadableLog: line 2: revision: expected 1 of incident A before 3, and no line has it',
    );
    const gaps = [2, 4, 6, 8, 10].map((revision) => note('A', revision));
    expect(await told(...gaps)).toMatch(/^UnreadableLog: line 1: .*; line 3: [^;]*; and 2 more$/);
  });

  it('ends when it is told to while it waits for a source, without a view of half an incident', async () => {
    const ending = new AbortController();
    const log = new TextEncoder().encode(writeLog([note('A', 0), note('B', 0), note('B', 1)]));
    let isClosed = false;
    async function* stalled(): AsyncGenerator<Uint8Array> {
      try {
        yield log.subarray(0, log.lastIndexOf(0x0a, -2) + 1);
        await new Promise((settle) => {
          ending.signal.addEventListener('abort', settle);
          ending.abort();
        });
        await new Promise(() => {});
      } finally {
        isClosed = true;
      }
    }
    const taken: string[] = [];
    const options = { at: now, signal: ending.signal };
    const end = await projectAll(stalled(), timeline, options, ({ incidentId: id }) => {
      taken.push(id);
    })();
    expect([left(end), taken, isClosed]).toEqual([{ _tag: 'Aborted' }, ['A'], false]);
    expect(left(await projectAll(stalled(), timeline, options, () => {})())._tag).toBe('Aborted');
  });

  it('says what a log is given as, to those who open it as text', async () => {
    async function* texts(): AsyncGenerator<Uint8Array> {
      // Nothing tells the type of what a stream of Node gives.
      yield writeLog([note('A', 0)]) as unknown as Uint8Array;
    }
    expect(left(await replayed(texts()))).toEqual({
      _tag: 'InvalidRequest',
      reason: 'a log is read as bytes, not as text: open it without an encoding',
    });
  });

  it('closes a source that it does not read to its end', async () => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield new TextEncoder().encode(`${JSON.stringify({ no: 'event' })}\n`);
      } finally {
        isClosed = true;
      }
    }
    const { signal } = new AbortController();
    expect(left(await replayed(endless(), { signal }))._tag).toBe('UnreadableLog');
    expect(isClosed).toBe(true);
  });

  it('tells how far it is', async () => {
    const told: Replayed[] = [];
    const onProgress = (progress: Replayed): void => void told.push(progress);
    right(await replayed(lines(note('A', 0), note('A', 1), note('B', 0)), { onProgress }));
    expect(told.length).toBeGreaterThan(3);
    expect(told.at(-1)?.incidents).toBe(1);
    const end = await projectAll(lines(note('A', 0)), timeline, { at: now }, () => {})();
    expect(right(end)).toMatchObject({ incidents: 1, events: 1, incomplete: 0 });
    right(await replayed(await storeOf([note('A', 0)]), { onProgress }));
    expect(told.at(-1)).toEqual({ incidents: 1, events: 1, incomplete: 0, bytes: 0 });
  });

  it('reads a log where there are no buffers of Node', async () => {
    const buffer = Object.getOwnPropertyDescriptor(globalThis, 'Buffer');
    Reflect.deleteProperty(globalThis, 'Buffer');
    try {
      const views = right(await replayed(lines(note('A', 0), note('B', 0))));
      expect(views.map(({ incidentId: id }) => id)).toEqual(['A', 'B']);
    } finally {
      if (buffer) Object.defineProperty(globalThis, 'Buffer', buffer);
    }
  });
});
