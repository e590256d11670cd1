import * as E from 'fp-ts/lib/Either.js';
import { IncidentId } from '../../primitives/ids.ts';
import type { EventPage, IncidentPage, PageQuery, ReadAllQuery, ReadQuery } from '../port.ts';
import { placeOf, positionOf } from '../position.ts';
import { noSuchPage } from '../slicePage.ts';
import type { StoreError } from '../storeError.ts';
import type { Connection } from './connection.ts';
import { textIn } from './connection.ts';
import type { Cut } from './cut.ts';
import { cutOf, cutRows } from './cut.ts';
import { allRows, incidentRows, lastPlace, streamRows, typedRows } from './readEvents.ts';
import { eventsIn } from './storedIn.ts';

type Result<A> = E.Either<StoreError, A>;

/** The cut of a query whose cursor is the text of a number. */
const cutAfterText = (query: PageQuery<string>): Cut | null => {
  const { after = null } = query;
  const place = after === null ? null : placeOf(after);
  return after !== null && place === null ? null : cutOf(query, place);
};

/** The page of a stream that a query asks for; `ledger` is null while nothing was written. */
export const streamPage = (
  db: Connection,
  ledger: number | null,
  query: ReadQuery,
): Result<EventPage<number>> => {
  const after = query.after ?? null;
  const cut = cutOf(query, after);
  if (!cut) return noSuchPage;
  const read = ledger === null ? [] : streamRows(db, ledger, query.incidentId, cut);
  const { rows, last, end } = cutRows(read, cut);
  const events = eventsIn(rows);
  return E.isLeft(events) ? events : E.right({ events: events.right, next: last ?? after, end });
};

/** The page of all events that a query asks for. */
export const allPage = (
  db: Connection,
  ledger: number | null,
  query: ReadAllQuery,
): Result<EventPage<string>> => {
  const { after = null, types } = query;
  const cut = cutAfterText(query);
  if (!cut) return noSuchPage;
  if (ledger === null) return E.right({ events: [], next: after, end: true });
  const upTo = types ? lastPlace(db, ledger) : 0;
  const read = types ? typedRows(db, ledger, new Set(types), cut, upTo) : allRows(db, ledger, cut);
  const { rows, last, end } = cutRows(read, cut);
  const events = eventsIn(rows);
  if (E.isLeft(events)) return events;
  // At the end, what is of other types was passed as well, and need not be looked at again.
  const passed = types && end && cut.sign === '>' ? Math.max(upTo, cut.from, 0) : (last ?? 0);
  return E.right({ events: events.right, next: passed > 0 ? positionOf(passed) : after, end });
};

/** The page of incidents that a query asks for. */
export const incidentPage = (
  db: Connection,
  ledger: number | null,
  query: PageQuery<string>,
): Result<IncidentPage> => {
  const { after = null } = query;
  const cut = cutAfterText(query);
  if (!cut) return noSuchPage;
  const { rows, last, end } = cutRows(ledger === null ? [] : incidentRows(db, ledger, cut), cut);
  const incidentIds = rows.map((row) => textIn(row, 'incident_id')).filter(IncidentId.is);
  return E.right({ incidentIds, next: last === null ? after : positionOf(last), end });
};
