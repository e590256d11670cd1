import * as E from 'fp-ts/lib/Either.js';
import type { IncidentId, Instant } from '../index.ts';
import { showFailure } from '../index.ts';
import type { IncidentReport } from '../report/public.ts';
import { incidentReport, reportJson, reportText } from '../report/public.ts';
import type { Request } from './arguments.ts';
import { paintFor } from './colour.ts';
import type { Failure } from './failure.ts';
import { badInput, storeFailed } from './failure.ts';
import { inert } from './inert.ts';
import type { Inputs } from './inputs.ts';
import { readInputs } from './inputs.ts';
import type { Io } from './io.ts';

type ShowRequest = Extract<Request, { command: 'show' }>;

const reportOf = async (
  { ledger, warnings }: Inputs,
  incidentId: IncidentId,
  { asOf, at }: ShowRequest,
  present: Instant,
): Promise<E.Either<Failure, IncidentReport>> => {
  const history = await ledger.history(incidentId, asOf)();
  if (E.isLeft(history)) return E.left(storeFailed(showFailure(history.left)));
  const told = warnings.get(incidentId);
  const report = incidentReport(incidentId, history.right, at ?? present, told);
  return E.isLeft(report) ? E.left(storeFailed(showFailure(report.left))) : report;
};

const MOST_LISTED = 10;

/** The first of the incidents, and how many there are beside. */
const listed = (incidentIds: readonly IncidentId[]): string => {
  const more = incidentIds.length - MOST_LISTED;
  const first = incidentIds.slice(0, MOST_LISTED).join(', ');
  return more > 0 ? `${first} and ${more} more` : first;
};

const chosen = (
  { incidentIds }: Inputs,
  { incident }: ShowRequest,
): E.Either<Failure, readonly IncidentId[]> => {
  if (incident === null) return E.right(incidentIds);
  const found = incidentIds.filter((incidentId) => incidentId === incident);
  return found.length > 0
    ? E.right(found)
    : E.left(
        badInput(
          `--incident: expected one of ${listed(incidentIds)}, got ${JSON.stringify(incident)}`,
        ),
      );
};

/** Shows the incidents of the files, as text for people or as one JSON document. */
export const showCommand = async (
  request: ShowRequest,
  io: Io,
  present: Instant,
): Promise<Failure | null> => {
  const inputs = await readInputs(request.files, request, { io, present });
  if (E.isLeft(inputs)) return inputs.left;
  const incidentIds = chosen(inputs.right, request);
  if (E.isLeft(incidentIds)) return incidentIds.left;
  const reports: IncidentReport[] = [];
  for (const incidentId of incidentIds.right) {
    const report = await reportOf(inputs.right, incidentId, request, present);
    if (E.isLeft(report)) return report.left;
    reports.push(report.right);
  }
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
