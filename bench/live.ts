// What appending and following cost, as ratios in one run: `npm run bench:live`. The greater number of incidents can be
// given as an argument; 100 000 when not.
import * as E from 'fp-ts/lib/Either.js';
import type { EventStore, IncidentEvent, StateStore, UnstoredEvent } from '../src/index.ts';
import { core, createLedger, encode, memoryStates, memoryStore, orThrow } from '../src/index.ts';
import { sqliteStates } from '../src/store/sqlite/public.ts';
import { driverNamed } from '../test/store/sqlite/drivers.ts';
import { followedLedger, unstoredAt } from './live/followedLedger.ts';
import { compare, shown } from './measure.ts';
import { newHandle } from './sqlite/files.ts';

const APPENDS = 20_000;
const LIVE = 100;
const FEW = 1000;
const MANY = Number(process.argv[2] ?? 100_000);

const write = encode(core);
const events = Array.from({ length: APPENDS }, (_, index) => unstoredAt(index));

/** The events are those of the core: what `encode` does is to see to that. */
const encoded = (event: UnstoredEvent): UnstoredEvent => {
  const made = write(event as unknown as IncidentEvent);
  if (E.isLeft(made)) throw new Error(JSON.stringify(made.left));
  return made.right;
};

const appended = async (store: EventStore, event: UnstoredEvent, index: number): Promise<void> => {
  const place = index % 20;
  const expected = place === 0 ? 'no_stream' : place - 1;
  const result = await store.append(event.incidentId, [event], expected)();
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left));
};

const appending = async (): Promise<void> => {
  const ratios = await compare(
    [
      'push(JSON.parse(JSON.stringify(event)))',
      async () => {
        const kept: unknown[] = [];
        for (const event of events) kept.push(JSON.parse(JSON.stringify(event)));
      },
    ],
    [
      [
        'encode',
        async () => {
          for (const event of events) encoded(event);
        },
      ],
      [
        'encode and append to the memory store',
        async () => {
          const store = memoryStore();
          for (const [index, event] of events.entries()) {
            await appended(store, encoded(event), index);
          }
        },
      ],
      [
        'a ledger’s transact on the memory store',
        async () => {
          const ledger = createLedger({ store: memoryStore() });
          for (const event of events) {
            const rule = () => E.right([event as unknown as IncidentEvent]);
            await orThrow(ledger.transact(event.incidentId, rule));
          }
        },
      ],
    ],
    9,
  );
  console.log(`Appending ${APPENDS} events one by one; the speed of the bare loop is 1`);
  console.log(shown(ratios, APPENDS));
  for (const { name, ratio } of ratios) console.log(`  ${name}: ${(1 / ratio).toFixed(2)} ×`);
};

const following = async (name: string, make: () => StateStore): Promise<void> => {
  const few = await followedLedger(FEW, make());
  const many = await followedLedger(MANY, make());
  const ratios = await compare(
    [`${FEW} incidents`, () => few.live(LIVE)],
    [[`${MANY} incidents`, () => many.live(LIVE)]],
    9,
  );
  console.log(`One live event into a followed projection, states in ${name}`);
  console.log(shown(ratios, LIVE));
  await few.end();
  await many.end();
};

await appending();
await following('memory', memoryStates);
await following('SQLite', () => sqliteStates(newHandle(driverNamed('libsql'))));
