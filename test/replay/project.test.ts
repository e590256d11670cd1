import { describe, expect, it } from '@jest/globals';
import * as E from 'fp-ts/lib/Either.js';
import { detect } from '../../src/decide/awareness.ts';
import { resolve } from '../../src/decide/ending.ts';
import { core } from '../../src/events/core.ts';
import type { StoredEvent } from '../../src/events/stored.ts';
import { projection } from '../../src/history/projection.ts';
import { createLedger } from '../../src/ledger/createLedger.ts';
import { orThrow } from '../../src/ledger/orThrow.ts';
import { showFailure } from '../../src/ledger/showFailure.ts';
import { incidentId } from '../../src/primitives/ids.ts';
import { instant } from '../../src/primitives/instant.ts';
import { projectIncident } from '../../src/replay/projectIncident.ts';
import { projectLog } from '../../src/replay/projectLog.ts';
import { readLog } from '../../src/replay/readLog.ts';
import { writeLog } from '../../src/replay/writeLog.ts';
import { events } from '../../src/store/events.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { at, by, now } from '../decide/by.ts';

const seen = projection({
  name: 'seen',
  version: 1,
  scope: 'claims',
  initial: () => ({ types: [] as string[] }),
  on: {
    Detected: (draft, event) => {
      if (event.data.by === 'customer') throw new Error('no customers here');
      draft.types.push(event.type);
    },
    Resolved: (draft, event) => {
      draft.types.push(event.type);
    },
  },
  view: ({ types }, viewedAt) => `${types.join(' ')} at ${viewedAt}`,
});

const clock = () => now;
const bad = { ...by, incidentId: incidentId('TSR-1024') };

const filled = async () => {
  const store = memoryStore({ clock });
  const ledger = createLedger({ store, clock });
  await orThrow(ledger.handle(detect({ ...by, occurredAt: at('09:53') })));
  await orThrow(ledger.handle(resolve({ ...by, occurredAt: at('10:02') })));
  await orThrow(ledger.handle(detect({ ...bad, occurredAt: at('09:53'), by: 'customer' })));
  return store;
};

describe('a replay', () => {
  it('gives the view of one incident of a store, as of any time', async () => {
    const store = await filled();
    expect(await orThrow(projectIncident(store, by.incidentId, seen, { at: now }))).toBe(
      `Detected Resolved at ${now}`,
    );
    const early = instant('2024-12-17T10:00:00Z');
    expect(
      await orThrow(
        projectIncident(store, by.incidentId, seen, { at: early, occurredBefore: early }),
      ),
    ).toBe(`Detected at ${early}`);
    expect(
      await orThrow(projectIncident(store, by.incidentId, seen, { at: now, recordedBefore: now })),
    ).toBe(` at ${now}`);
    const failed = await projectIncident(store, bad.incidentId, seen, { at: now })();
    expect(failed).toMatchObject({ left: { _tag: 'ProjectionFault', projection: 'seen' } });
    if (E.isLeft(failed)) {
      expect(showFailure(failed.left)).toMatch(
        /^projection seen failed at event [-0-9a-f]{36}: no customers here$/,
      );
    }
  });

  it('gives the view of each incident of a log; one that fails costs its own alone', async () => {
    const found: StoredEvent[] = [];
    for await (const event of events(await filled())) found.push(event);
    const views = projectLog(readLog(writeLog(found), core), seen, { at: now });
    expect(views).toMatchObject([
      {
        incidentId: by.incidentId,
        view: E.right(`Detected Resolved at ${now}`),
        incomplete: false,
      },
      { incidentId: bad.incidentId, view: { _tag: 'Left' }, incomplete: false },
    ]);
  });
});

describe('showFailure', () => {
  it('says what is not of the ledger by what it holds', () => {
    expect(showFailure('busy')).toBe('busy');
    expect(showFailure({ _tag: 'Busy', by: 3 })).toBe('{"_tag":"Busy","by":3}');
    expect(showFailure(null)).toBe('null');
    expect(
      showFailure({ _tag: 'ProjectionFault', projection: 'p', eventId: null, message: 'm' }),
    ).toBe('projection p failed: m');
  });
});
