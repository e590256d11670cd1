import * as E from 'fp-ts/lib/Either.js';
import type { IncidentId, Instant, Ledger } from '../index.ts';
import { claims, combine, createLedger, incident, project, showFailure } from '../index.ts';
import { columns, durationText, plain, zonedClock } from '../report/public.ts';
import type { Failure } from './failure.ts';
import { storeFailed } from './failure.ts';
import { incidentIds } from './incidentIds.ts';
import { inert } from './inert.ts';
import type { Io } from './io.ts';
import { isPast, presentOf } from './look.ts';
import type { ListRequest } from './request.ts';
import { withStore } from './withStore.ts';

/** One incident in a list. */
interface Listed {
  readonly incidentId: IncidentId;
  readonly status: string;
  readonly severity: Readonly<Record<string, string>>;
  readonly from: Instant | null;
  readonly ms: number | null;
  readonly title: Readonly<Record<string, string>> | null;
}

const views = combine({ incident, claims });

/** An incident as it is listed; null for one of which nothing was known by the time looked from. */
const listed = async (
  ledger: Ledger,
  incidentId: IncidentId,
  request: ListRequest,
  present: Instant,
): Promise<E.Either<Failure, Listed | null>> => {
  const history = await ledger.history(incidentId, request.asOf)();
  if (E.isLeft(history)) return E.left(storeFailed(showFailure(history.left)));
  if (isPast(request) && history.right.claims.length === 0) return E.right(null);
  const view = project(history.right, views, presentOf(request, present));
  if (E.isLeft(view)) return E.left(storeFailed(showFailure(view.left)));
  const { status, severity, title } = view.right.incident;
  const { from, ms } = view.right.claims.actual;
  return E.right({ incidentId, status, severity, from, ms, title });
};

const row = ({ incidentId, status, severity, from, ms, title }: Listed): readonly string[] => {
  const clock = zonedClock('UTC');
  return [
    plain(incidentId),
    status,
    from === null ? '—' : `${clock.dayOf(from)} ${clock.timeOf(from)}`,
    ms === null ? '—' : durationText(ms),
    plain(Object.values(severity).join(', ')),
    plain(Object.values(title ?? {})[0] ?? ''),
  ];
};

/** Lists the incidents of a ledger: when people began to be hit, for how long, how bad, and what it was. */
export const listCommand = async (
  request: ListRequest,
  io: Io,
  present: Instant,
): Promise<Failure | null> =>
  withStore(io, request.ledger, async (store) => {
    const ledger = createLedger({ store });
    const all: Listed[] = [];
    for await (const incidentId of incidentIds(store)) {
      const one = await listed(ledger, incidentId, request, present);
      if (E.isLeft(one)) return one.left;
      if (one.right === null) continue;
      all.push(one.right);
      io.progress(`${all.length} incidents`);
    }
    const header = ['incident', 'status', 'from (UTC)', 'impact', 'severity', 'title'];
    await io.out(
      request.json
        ? `${inert(JSON.stringify({ incidents: all }, null, 2))}\n`
        : columns([header, ...all.map(row)])
            .map((line) => `${line}\n`)
            .join(''),
    );
    return null;
  });
