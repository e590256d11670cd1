// An HTTP service that records and serves incidents, with live updates. It knows the store by its port alone.
import type { FastifyInstance, FastifyReply } from 'fastify';
import fastify from 'fastify';
import type { Command, CommandInput, EventStore, LedgerError, Refusal } from 'incident-ledger';
import {
  Actor,
  AlertRaised,
  createLedger,
  faultsOf,
  FixApplied,
  follow,
  ImpactStarted,
  IncidentId,
  Moment,
  raiseAlert,
  resolve,
  restore,
  Resolved,
  Restored,
  showFailure,
  Source,
  startImpact,
  systemClock,
  applyFix,
} from 'incident-ledger';
import { incidentReport } from 'incident-ledger/report';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

// #region bodies
const Said = t.type({ occurredAt: Moment, actor: Actor, source: Source });

/** What can be posted to an incident, by the last part of the path. */
const posts = {
  alerts: takes(AlertRaised, (by, data) => raiseAlert({ ...by, ...data })),
  impacts: takes(ImpactStarted, (by, data) => startImpact({ ...by, ...data })),
  fixes: takes(FixApplied, (by, data) => applyFix({ ...by, ...data })),
  restoration: takes(Restored, (by, data) => restore({ ...by, ...data })),
  resolution: takes(Resolved, (by, data) => resolve({ ...by, ...data })),
};
// #endregion bodies

type ToCommand = (incidentId: IncidentId, body: unknown) => E.Either<t.Errors, Command>;

/** Reads a body `{ occurredAt, actor, source, data }` and makes the command that it asks for. */
function takes<A>(data: t.Type<A>, command: (by: CommandInput, data: A) => Command): ToCommand {
  const Body = t.intersection([Said, t.type({ data })]);
  return (incidentId, body) => {
    const read = Body.decode(body);
    if (E.isLeft(read)) return read;
    const { occurredAt, actor, source } = read.right;
    return E.right(command({ incidentId, occurredAt, actor, source }, read.right.data));
  };
}

const STATUS: Readonly<Partial<Record<(Refusal | LedgerError)['_tag'], number>>> = {
  InvalidEvents: 400,
  Unavailable: 503,
  UnreadableEvents: 500,
  Corrupt: 500,
  ProjectionFault: 500,
};

/** A refusal is a conflict with what is recorded; the rest says what it is. */
const fail = (reply: FastifyReply, failure: Refusal | LedgerError): FastifyReply =>
  reply.code(STATUS[failure._tag] ?? 409).send({ ...failure, message: showFailure(failure) });

/** The service over a store. */
export const service = (store: EventStore): FastifyInstance => {
  const app = fastify();
  const ledger = createLedger({ store });
  const closing = new AbortController();
  app.addHook('preClose', async () => {
    closing.abort();
  });

  // #region record
  for (const [path, toCommand] of Object.entries(posts)) {
    app.post<{ Params: { id: string } }>(`/incidents/:id/${path}`, async (request, reply) => {
      const { id } = request.params;
      if (!IncidentId.is(id)) return reply.code(400).send({ message: `${id} is no incident id` });
      const command = toCommand(id, request.body);
      if (E.isLeft(command)) return reply.code(400).send({ faults: faultsOf(command.left) });
      const recorded = await ledger.handle(command.right)();
      return E.isLeft(recorded) ? fail(reply, recorded.left) : reply.code(201).send(recorded.right);
    });
  }
  // #endregion record

  app.get('/incidents', async (_, reply) => {
    const page = await store.incidents({ limit: 100 })();
    return E.isLeft(page) ? fail(reply, page.left) : page.right;
  });

  // #region serve
  app.get<{ Params: { id: string } }>('/incidents/:id', async ({ params: { id } }, reply) => {
    if (!IncidentId.is(id)) return reply.code(400).send({ message: `${id} is no incident id` });
    const history = await ledger.history(id)();
    if (E.isLeft(history)) return fail(reply, history.left);
    if (history.right.events.length === 0) return reply.code(404).send({ message: `no ${id}` });
    const report = incidentReport(id, history.right, systemClock());
    return E.isLeft(report) ? fail(reply, report.left) : report.right;
  });
  // #endregion serve

  // #region live
  app.get<{ Querystring: { from?: string } }>('/live', async ({ query, raw }, reply) => {
    const gone = new AbortController();
    raw.socket.once('close', () => {
      gone.abort();
    });
    reply.hijack();
    const stream = reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
    await follow(
      store,
      { from: query.from ?? null },
      (events, position) => {
        stream.write(`id: ${position}\ndata: ${JSON.stringify(events)}\n\n`);
      },
      {
        signal: AbortSignal.any([gone.signal, closing.signal]),
        onCaughtUp: () => {
          stream.write('event: caught-up\ndata: {}\n\n');
        },
      },
    )();
    stream.end();
  });
  // #endregion live

  return app;
};
