import * as E from 'fp-ts/lib/Either.js';
import type { Instant, ProjectAllOptions, ProjectionFault } from '../index.ts';
import { projectAll, showFailure } from '../index.ts';
import type { Choice } from './choice.ts';
import { choose } from './choice.ts';
import type { Failure } from './failure.ts';
import { badInput } from './failure.ts';
import { inert } from './inert.ts';
import type { Io } from './io.ts';
import { presentOf } from './look.ts';
import type { ReplayInput } from './replayInput.ts';
import { replayInput, replayOfStore } from './replayInput.ts';
import type { ProjectRequest } from './request.ts';
import type { ViewTaking } from './viewTaking.ts';
import { summaryOf, viewsOf } from './viewTaking.ts';
import { withStore } from './withStore.ts';

/** Text is written when there is this much of it, in incidents. */
const AT_ONCE = 200;

/** More incidents than this whose projection failed are only counted. */
const MOST_TOLD = 20;

const named = ({ name, version }: { readonly name: string; readonly version: number }): string =>
  `${name}@${version}`;

const takingOf = (
  { chosen, policy }: Choice,
  { asOf, partition, json }: ProjectRequest,
  at: Instant,
): ViewTaking => {
  const look = { ...asOf, ...(partition && { partition }) };
  if ('of' in chosen) return summaryOf(chosen, { at, policy, ...asOf }, look);
  const about = { projection: named(chosen), policy: named(policy), at, ...look };
  return viewsOf(chosen, json ? about : null);
};

/** Tells of incidents whose projection failed, the first of them by name. */
const faultTeller = (
  io: Io,
): { tell: (id: string, fault: ProjectionFault) => void; count: () => number } => {
  let count = 0;
  return {
    tell: (id, fault) => {
      count += 1;
      if (count <= MOST_TOLD) io.say(`incident ${id}: ${showFailure(fault)}`);
    },
    count: () => count,
  };
};

/** Tells what cannot be read, where the replay goes on without it. */
const quarantine =
  ({ faultLine }: ReplayInput, io: Io): NonNullable<ProjectAllOptions['onQuarantine']> =>
  (what) => {
    const lines = what._tag === 'UnreadableLog' ? what.faults.map(faultLine) : [showFailure(what)];
    for (const line of lines) io.say(`left out: ${line}`);
  };

const replay = async (
  input: ReplayInput,
  choice: Choice,
  request: ProjectRequest,
  { io, present }: { readonly io: Io; readonly present: Instant },
): Promise<Failure | null> => {
  const { vocabulary, policy } = choice;
  const at = presentOf(request, present);
  const taking = takingOf(choice, request, at);
  const faults = faultTeller(io);
  let taken = 0;
  const write = async (text: string): Promise<void> => {
    if (text !== '') await io.out(inert(text));
  };
  const ended = await projectAll(
    input.source,
    taking.of,
    {
      ...request.asOf,
      at,
      vocabulary,
      policy,
      unreadable: request.unreadable,
      ...(request.partition && { partition: request.partition }),
      signal: io.signal,
      onQuarantine: quarantine(input, io),
      onProgress: ({ incidents, events }) => {
        io.progress(`${incidents} incidents, ${events} events`);
      },
    },
    (incident) => {
      const fault = taking.take(incident);
      if (fault) faults.tell(incident.incidentId, fault);
      taken += 1;
      return taken % AT_ONCE === 0 ? write(taking.text()) : undefined;
    },
  )();
  io.progress('');
  await write(taking.text());
  if (E.isLeft(ended)) return input.failure(ended.left);
  const last = taking.end();
  if (E.isLeft(last)) return last.left;
  await write(last.right);
  return faults.count() === 0
    ? null
    : badInput(
        `${faults.count()} of ${ended.right.incidents} incidents have no view, since the projection failed`,
      );
};

/**
 * Runs a projection or a summary over all incidents of a ledger or of files, in memory that does not grow with them.
 * An incident at which the projection fails costs its own view alone, and the exit status.
 */
export const projectCommand = async (
  request: ProjectRequest,
  io: Io,
  present: Instant,
): Promise<Failure | null> => {
  const choice = await choose(request.module, request.projection);
  if (E.isLeft(choice)) return choice.left;
  if (request.files.length === 0) {
    return withStore(io, request.ledger, async (store) =>
      replay(replayOfStore(store), choice.right, request, { io, present }),
    );
  }
  const input = await replayInput(request, io, present);
  return E.isLeft(input) ? input.left : replay(input.right, choice.right, request, { io, present });
};
