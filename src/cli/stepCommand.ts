import * as E from 'fp-ts/lib/Either.js';
import type { EventStore, History, IncidentId, Instant, ProjectionFault } from '../index.ts';
import { createLedger, project, showFailure, step } from '../index.ts';
import type { AnyProjection } from './builtIn.ts';
import type { Choice } from './choice.ts';
import { choose } from './choice.ts';
import { paintFor } from './colour.ts';
import type { Failure } from './failure.ts';
import { badInput, storeFailed } from './failure.ts';
import { allIncidents } from './incidentIds.ts';
import { incidentInputs } from './incidentInputs.ts';
import { inert } from './inert.ts';
import type { Io } from './io.ts';
import { jsonOf } from './jsonOf.ts';
import { listedIncidents } from './listedIncidents.ts';
import { presentOf } from './look.ts';
import type { StepRequest } from './request.ts';
import { sayWarnings } from './sayWarnings.ts';
import { stepText } from './stepText.ts';
import { withStore } from './withStore.ts';

/** A projection whose steps are to be shown, and what they are steps of. */
interface Stepped {
  readonly projection: AnyProjection;
  readonly history: History<unknown>;
  readonly incidentId: IncidentId;
  readonly at: Instant;
}

/** A view is shown up to this many lines; `--json` has all of it. */
const MOST_LINES = 40;

const WIDTH = 100;

const named = ({ name, version }: { readonly name: string; readonly version: number }): string =>
  `${name}@${version}`;

const viewText = (json: string): readonly string[] => {
  const lines = inert(json).split('\n');
  const more = lines.length - MOST_LINES;
  return more > 1 ? [...lines.slice(0, MOST_LINES), `… ${more} lines more; --json has all`] : lines;
};

/** The steps; none of a projection that throws before the first. */
const stepsOf = ({ history, projection }: Stepped): ReturnType<typeof step> => {
  try {
    return step(history, projection);
  } catch {
    // The view says what was thrown.
    return [];
  }
};

/** The view as JSON; or why there is none. */
const viewOf = ({ history, projection, at }: Stepped): E.Either<ProjectionFault, string> => {
  const view = project(history, projection, at);
  if (E.isLeft(view)) return view;
  const text = jsonOf(view.right, 2);
  if (E.isRight(text)) return text;
  const message = `the view: ${text.left}`;
  return E.left({ _tag: 'ProjectionFault', projection: projection.name, eventId: null, message });
};

/** The steps for people, or as one document; what the projection stopped at, when it did. */
const shown = (
  stepped: Stepped,
  request: StepRequest,
  io: Io,
): { readonly text: E.Either<string, string>; readonly failure: Failure | null } => {
  const { projection, history, incidentId, at } = stepped;
  const steps = stepsOf(stepped);
  const view = viewOf(stepped);
  const failure = E.isLeft(view)
    ? badInput(`incident ${incidentId}: ${showFailure(view.left)}`)
    : null;
  const head = { incidentId, projection: named(projection), policy: named(history.policy), at };
  if (request.json) {
    const end = E.isLeft(view) ? { fault: view.left } : { view: JSON.parse(view.right) as unknown };
    return { text: jsonOf({ ...head, ...request.asOf, steps, ...end }, 2), failure };
  }
  const zone = request.zone ?? 'UTC';
  const paint = paintFor(io.colour);
  const withScope = projection.scopes.length > 1;
  const options = { zone, paint, width: io.columns ?? WIDTH, withScope };
  const lines = [
    `${paint('heading', incidentId)} · ${head.projection} · ${steps.length} events · times in ${zone}`,
    ...steps.map((each, index) => stepText(each, index + 1, options)),
    ...(E.isLeft(view) ? [] : [`View at ${at}`, ...viewText(view.right)]),
  ];
  return { text: E.right(lines.join('\n')), failure };
};

const showSteps = async (
  store: EventStore,
  { chosen, vocabulary, policy }: Choice,
  request: StepRequest,
  { io, present }: { readonly io: Io; readonly present: Instant },
): Promise<Failure | null> => {
  // A summary is of many incidents; what it takes of each is a projection.
  const projection = 'of' in chosen ? chosen.of : chosen;
  const known = await allIncidents(store);
  const incidentId = known.find((each) => each === request.incident);
  if (incidentId === undefined) {
    return badInput(
      `expected an incident (${listedIncidents(known)}), got ${JSON.stringify(request.incident)}`,
    );
  }
  const ledger = createLedger({ store, vocabulary, policy });
  const history = await ledger.history(incidentId, request.asOf)();
  if (E.isLeft(history)) {
    const isOurs = request.files.length > 0;
    return (isOurs ? badInput : storeFailed)(showFailure(history.left));
  }
  const at = presentOf(request, present);
  const { text, failure } = shown(
    { projection, history: history.right, incidentId, at },
    request,
    io,
  );
  if (E.isLeft(text)) return badInput(`incident ${incidentId}, ${projection.name}: ${text.left}`);
  await io.out(`${request.json ? inert(text.right) : text.right}\n`);
  return failure;
};

/** Shows how a projection comes to its view of an incident: each event with what it changes in the state. */
export const stepCommand = async (
  request: StepRequest,
  io: Io,
  present: Instant,
): Promise<Failure | null> => {
  const choice = await choose(request.module, request.projection);
  if (E.isLeft(choice)) return choice.left;
  const told = { io, present };
  if (request.files.length === 0) {
    return withStore(io, request.ledger, async (store) =>
      showSteps(store, choice.right, request, told),
    );
  }
  const inputs = await incidentInputs(request.incident, request, { io, present });
  if (E.isLeft(inputs)) return inputs.left;
  sayWarnings(inputs.right, io);
  return showSteps(inputs.right.store, choice.right, request, told);
};
