// The incident of the guide as an event log, one event a line, for the command line.
// #region log
import { events, logLine } from 'incident-ledger';
import { sample } from './incident.ts';

const { store } = await sample();
for await (const event of events(store)) console.log(logLine(event));
// #endregion log
