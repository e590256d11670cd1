// A duration that runs to a milestone that nobody defines.
import { duration } from 'incident-ledger';

export const lost = duration({ name: 'lost', from: 'detected', to: 'never' });
