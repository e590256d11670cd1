import { actions, memoryStore, resolve } from 'incident-ledger';
import {
  incidentArbitrary,
  projectionLaws,
  scenario,
  storeContract,
} from 'incident-ledger/testing';
import * as fc from 'fast-check';

const contract = storeContract({ make: async () => memoryStore(), makeTwo: null });
for (const { run } of [...projectionLaws(actions, null, { runs: 10 }), ...contract]) await run();

const { given, by, at } = scenario();
given({ type: 'Detected', occurredAt: '09:53' })
  .when(resolve({ ...by, occurredAt: at('10:02') }))
  .gives({ type: 'Resolved', occurredAt: '10:02' });

fc.assert(
  fc.property(incidentArbitrary({ types: ['Detected'], without: ['corrections'] }), (events) =>
    events.every(({ type }) => type === 'Detected' || type === 'Retracted'),
  ),
);
