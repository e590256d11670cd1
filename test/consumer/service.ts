import { core, decode, history, instant, project, projection } from 'incident-ledger';
import * as importing from 'incident-ledger/import';
import * as reporting from 'incident-ledger/report';
import * as E from 'fp-ts/lib/Either.js';

const alerts = projection({
  name: 'alerts',
  version: 1,
  scope: 'incident',
  initial: () => ({ ids: [] as string[] }),
  on: {
    AlertRaised: (draft, event) => {
      draft.ids.push(event.data.alertId);
    },
  },
  view: (state) => state.ids.length,
});

const stored = {
  eventId: '7e2f3b1c-0cac-5ac4-b71d-4c29a76efb89',
  incidentId: 'TSR-1023',
  revision: 0,
  type: 'AlertRaised',
  version: 1,
  occurredAt: { earliest: '2024-12-17T09:53:00.000Z', latest: '2024-12-17T09:53:59.999Z' },
  recordedAt: '2024-12-18T09:00:00.000Z',
  actor: { id: 'consumer' },
  source: { kind: 'monitor' },
  data: { alertId: 'latency' },
};

const event = decode(core)(stored);
if (E.isLeft(event)) throw new Error(event.left._tag);
const told = history([event.right], { vocabulary: core });
const seen: E.Either<unknown, number> = project(told, alerts, instant('2024-12-18T10:00:00Z'));
if (E.isLeft(seen) || seen.right !== 1) throw new Error('expected one alert');
if (Object.keys(importing).length === 0 || Object.keys(reporting).length === 0) {
  throw new Error('expected the other entry points to have something');
}
