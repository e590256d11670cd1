import * as E from 'fp-ts/lib/Either.js';
import type { EventStore, IncidentId, StoredEvent } from '../index.ts';
import { events, logLine } from '../index.ts';
import type { LineOf } from './exportFormats.ts';
import { exportFormat } from './exportFormats.ts';
import type { Failure } from './failure.ts';
import { badInput, storeFailed } from './failure.ts';
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
  isWanted: (event: StoredEvent) => boolean = () => true,
  lineOf: LineOf = logLine,
): Promise<number> => {
  let count = 0;
  let lines: string[] = [];
  for await (const event of events(store, { incidentId })) {
    if (!isWanted(event)) continue;
    lines.push(`${lineOf(event)}\n`);
    count += 1;
    if (lines.length === 500) {
      await io.out(inert(lines.join('')));
      lines = [];
    }
  }
  await io.out(inert(lines.join('')));
  return count;
};

/**
 * Writes a ledger as an event log, grouped by incident: read into an empty ledger, it is the same. Of the three times
 * only that of recording can cut it: what was recorded before an instant is the beginning of every stream.
 */
export const exportCommand = async (
  { ledger, incident, recordedBefore, format }: ExportRequest,
  io: Io,
): Promise<Failure | null> => {
  const lineOf = await exportFormat(format);
  if (E.isLeft(lineOf)) return lineOf.left;
  return withStore(io, ledger, async (store) => {
    let incidents = 0;
    let written = 0;
    let isFound = false;
    for await (const incidentId of incidentIds(store)) {
      if (incident !== null && incidentId !== incident) continue;
      isFound = true;
      let left: number | null = null;
      let after: number | null = null;
      const isWanted = ({ recordedAt, revision }: StoredEvent): boolean => {
        const isHeld = recordedBefore === null || recordedAt < recordedBefore;
        if (!isHeld) left ??= revision;
        else if (left !== null) after ??= revision;
        return isHeld;
      };
      const count = await writeIncident(io, store, incidentId, isWanted, lineOf.right);
      if (after !== null) {
        return storeFailed(
          `incident ${incidentId}: revision ${String(after)} was recorded before ${recordedBefore}, and ${String(left)}, which comes before it, was not: a clock went back, and the log would have a gap`,
        );
      }
      written += count;
      if (count > 0) incidents += 1;
      io.progress(`${incidents} incidents, ${written} events`);
    }
    return incident !== null && !isFound
      ? badInput(`--incident: no ${JSON.stringify(incident)} in ${ledger}`)
      : null;
  });
};
