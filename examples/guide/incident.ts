// The incident that the steps of the guide look at: Ann and Bob were paged, Ann and Cyd came, Ann left.
import {
  core,
  createLedger,
  exactly,
  extend,
  incidentId,
  instant,
  joinResponse,
  leaveResponse,
  memoryStore,
  orThrow,
  report,
  startImpact,
} from 'incident-ledger';
import * as t from 'io-ts';

/** A time of that morning. */
export const at = (time: string) => instant(`2024-12-17T${time}:00Z`);

/** What all that is recorded of it has in common. */
export const by = {
  incidentId: incidentId('INC-1'),
  actor: { id: 'u-17' },
  source: { kind: 'responder', name: 'on-call' },
} as const;

const said = (time: string) => ({ ...by, occurredAt: exactly(at(time)) });

const vocabulary = extend(core, { 'acme.Paged': t.type({ who: t.string }) }); // step 4 says what that is

/** A ledger that has it, and the store under it. */
export const sample = async () => {
  const store = memoryStore();
  const ledger = createLedger({ store, vocabulary });
  await orThrow(ledger.handle(startImpact({ ...said('09:50'), impactId: 'main' })));
  await orThrow(ledger.handle(report('acme.Paged', { ...said('09:53'), data: { who: 'ann' } })));
  await orThrow(ledger.handle(report('acme.Paged', { ...said('09:54'), data: { who: 'bob' } })));
  await orThrow(ledger.handle(joinResponse({ ...said('09:55'), responder: { id: 'ann' } })));
  await orThrow(ledger.handle(joinResponse({ ...said('10:01'), responder: { id: 'cyd' } })));
  await orThrow(ledger.handle(leaveResponse({ ...said('10:20'), responder: { id: 'ann' } })));
  return { ledger, store };
};
