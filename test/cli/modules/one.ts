// The least that a user's module may hold: one projection.
import { projection } from 'incident-ledger';

export const alerts = projection({
  name: 'alerts',
  version: 1,
  scope: 'incident',
  initial: () => ({ alerts: 0 }),
  on: {
    AlertRaised: (draft) => {
      draft.alerts += 1;
    },
  },
  view: ({ alerts: count }) => count,
});
