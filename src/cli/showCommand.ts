import * as E from 'fp-ts/lib/Either.js';
import type { IncidentId, Instant } from '../index.ts';
import { createLedger, showFailure } from '../index.ts';
import type { IncidentReport } from '../report/public.ts';
import { incidentReport, reportJson, reportText } from '../report/public.ts';
import { paintFor } from './colour.ts';
import type { Failure } from './failure.ts';
import { badInput, storeFailed } from './failure.ts';
import { inert } from './inert.ts';
import type { Inputs } from './inputs.ts';
import { allIncidents } from './incidentIds.ts';
import { incidentInputs } from './incidentInputs.ts';
import type { Io } from './io.ts';
import { listedIncidents } from './listedIncidents.ts';
import { presentOf } from './look.ts';
import type { ShowRequest } from './request.ts';
import { withStore } from './withStore.ts';

const reportOf = async (
  { ledger, warnings }: Shown,
  incidentId: IncidentId,
  request: ShowRequest,
  present: Instant,
): Promise<E.Either<Failure, IncidentReport>> => {
  const history = await ledger.history(incidentId, request.asOf)();
  if (E.isLeft(history)) return E.left(storeFailed(showFailure(history.left)));
  const told = warnings.get(incidentId);
  const report = incidentReport(incidentId, history.right, presentOf(request, present), told);
  return E.isLeft(report) ? E.left(storeFailed(showFailure(report.left))) : report;
};

const chosen = (
  { incidentIds: known }: Pick<Inputs, 'incidentIds'>,
  { incident }: ShowRequest,
): E.Either<Failure, readonly IncidentId[]> => {
  if (incident === null) return E.right(known);
  const found = known.filter((incidentId) => incidentId === incident);
  return found.length > 0
    ? E.right(found)
    : E.left(
        badInput(
          `--incident: expected one of ${listedIncidents(known)}, got ${JSON.stringify(incident)}`,
        ),
      );
};

/** What is shown: a ledger, some of its incidents, and what was not understood of them. */
type Shown = Pick<Inputs, 'ledger' | 'incidentIds' | 'warnings'>;

const showAll = async (
  shown: Shown,
  request: ShowRequest,
  io: Io,
  present: Instant,
): Promise<Failure | null> => {
  const chosenIds = chosen(shown, request);
  if (E.isLeft(chosenIds)) return chosenIds.left;
  const reports: IncidentReport[] = [];
  for (const incidentId of chosenIds.right) {
    const report = await reportOf(shown, incidentId, request, present);
    if (E.isLeft(report)) return report.left;
    reports.push(report.right);
    io.progress(`${reports.length} of ${chosenIds.right.length} incidents`);
  }
  io.progress('');
  const options = {
    paint: paintFor(io.colour),
    asOf: request.asOf,
    ...(request.zone === null ? {} : { zone: request.zone }),
    ...(io.columns === null ? {} : { width: io.columns }),
  };
  await io.out(
    request.json
      ? `${inert(reportJson(reports, 2))}\n`
      : reports.map((report) => reportText(report, options)).join('\n'),
  );
  return null;
};

/** Shows the incidents of files, or of a ledger, as text for people or as one JSON document. */
export const showCommand = async (
  request: ShowRequest,
  io: Io,
  present: Instant,
): Promise<Failure | null> => {
  if (request.files.length === 0) {
    return withStore(io, request.ledger, async (store) => {
      const ledger = createLedger({ store });
      const shown = { ledger, incidentIds: await allIncidents(store), warnings: new Map() };
      return showAll(shown, request, io, present);
    });
  }
  const inputs = await incidentInputs(request.incident, request, { io, present });
  return E.isLeft(inputs) ? inputs.left : showAll(inputs.right, request, io, present);
};
