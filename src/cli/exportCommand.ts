import type { EventStore, IncidentId } from '../index.ts';
import { events, logLine } from '../index.ts';
import type { Failure } from './failure.ts';
import { badInput } from './failure.ts';
import { incidentIds } from './incidentIds.ts';
import { inert } from './inert.ts';
import type { Io } from './io.ts';
import type { ExportRequest } from './request.ts';
import { withStore } from './withStore.ts';

/** The log of one incident, written; gives how many events that were. */
export const writeIncident = async (
  io: Io,
  store: EventStore,
  incidentId: IncidentId,
): Promise<number> => {
  let count = 0;
  let lines: string[] = [];
  for await (const event of events(store, { incidentId })) {
    lines.push(`${logLine(event)}\n`);
    count += 1;
    if (lines.length === 500) {
      await io.out(inert(lines.join('')));
      lines = [];
    }
  }
  await io.out(inert(lines.join('')));
  return count;
};

/** Writes a ledger as an event log, grouped by incident: read into an empty ledger, it is the same. */
export const exportCommand = async (
  { ledger, incident }: ExportRequest,
  io: Io,
): Promise<Failure | null> =>
  withStore(io, ledger, async (store) => {
    let incidents = 0;
    let written = 0;
    for await (const incidentId of incidentIds(store)) {
      if (incident !== null && incidentId !== incident) continue;
      written += await writeIncident(io, store, incidentId);
      incidents += 1;
      io.progress(`${incidents} incidents, ${written} events`);
    }
    return incident !== null && incidents === 0
      ? badInput(`--incident: no ${JSON.stringify(incident)} in ${ledger}`)
      : null;
  });
