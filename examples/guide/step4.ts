// Step 4: own events, a milestone and a duration between two of them.
// #region imports
import { durationsWith, orThrow, report, exactly } from 'incident-ledger';
import { attendance, joined, paged, pageToJoin } from './attendance.ts';
import { at, by, sample } from './incident.ts';

const { ledger } = await sample();
// #endregion imports

// #region report
const event = { occurredAt: exactly(at('10:15')), data: { who: 'dee' } };
await orThrow(ledger.handle(report('acme.Paged', { ...by, ...event })));

const { neverCame } = await orThrow(ledger.view(by.incidentId, attendance));
console.log(neverCame); // [ 'bob', 'dee' ]
// #endregion report

// #region own-duration
const durations = durationsWith({ milestones: [paged, joined], durations: [pageToJoin] });

const all = await orThrow(ledger.view(by.incidentId, durations));
const { status, ms } = all.find(({ name }) => name === 'page-to-join') ?? {};
console.log(status, ms); // recorded 120000
// #endregion own-duration
