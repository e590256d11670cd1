import * as E from 'fp-ts/lib/Either.js';
import type { Instant } from '../index.ts';
import { events, logLine } from '../index.ts';
import type { Request } from './arguments.ts';
import type { Failure } from './failure.ts';
import { readInputs } from './inputs.ts';
import type { Io } from './io.ts';

/** Reads documents and writes their claims as an event log; warnings go to standard error. */
export const importCommand = async (
  request: Extract<Request, { command: 'import' }>,
  io: Io,
  present: Instant,
): Promise<Failure | null> => {
  const inputs = await readInputs(request.files, request, { io, present });
  if (E.isLeft(inputs)) return inputs.left;
  const { store, incidentIds, warnings } = inputs.right;
  for (const { place, message } of new Set([...warnings.values()].flat())) {
    io.say(`warning: ${place}: ${message}`);
  }
  for (const incidentId of incidentIds) {
    for await (const event of events(store, { incidentId })) await io.out(`${logLine(event)}\n`);
  }
  return null;
};
