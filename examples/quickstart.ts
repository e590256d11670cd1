// Records a live incident with commands, is refused what makes no sense, and reads derived views.
// #region first-duration
import { createLedger, durations, exactly, incidentId, memoryStore } from 'incident-ledger';
import { orThrow, restore, startImpact } from 'incident-ledger';

const ledger = createLedger({ store: memoryStore() });
const source = { kind: 'responder', name: 'on-call' } as const;
const by = { incidentId: incidentId('INC-1'), actor: { id: 'u-17' }, source };

const began = exactly('2024-12-17T09:51:00Z');
const over = exactly('2024-12-17T10:02:00Z');
await orThrow(ledger.handle(startImpact({ ...by, occurredAt: began, impactId: 'main' })));
await orThrow(ledger.handle(restore({ ...by, occurredAt: over })));

const all = await orThrow(ledger.view(by.incidentId, durations));
console.log(all.find(({ name }) => name === 'time-to-restore')?.ms); // 660000
// #endregion first-duration

// #region refusal
import { explain, resolve } from 'incident-ledger';
import * as E from 'fp-ts/lib/Either.js';

const unknown = { ...by, incidentId: incidentId('INC-2') };
const refused = await ledger.handle(resolve({ ...unknown, occurredAt: over }))();
if (E.isLeft(refused) && refused.left._tag === 'NothingOpen') console.log(explain(refused.left));
// #endregion refusal

// #region again
const again = await orThrow(ledger.handle(restore({ ...by, occurredAt: over })));
console.log(again.length); // 0: it was said before, so nothing was added
// #endregion again

// #region second-source
import { milestones } from 'incident-ledger';

const monitor = { ...by, source: { kind: 'monitor', name: 'checkout probe' } as const };
const seen = exactly('2024-12-17T10:03:30Z');
await orThrow(ledger.handle(restore({ ...monitor, occurredAt: seen })));

const { restored } = await orThrow(ledger.view(by.incidentId, milestones));
console.log(
  restored?.source.kind,
  restored?.others.map((claim) => claim.source.kind),
);
// responder [ 'monitor' ]: one happening, two claims, and the policy says which one counts
// #endregion second-source
