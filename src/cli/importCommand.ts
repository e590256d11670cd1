import * as E from 'fp-ts/lib/Either.js';
import type { Instant } from '../index.ts';
import { events, logLine } from '../index.ts';
import type { Request } from './arguments.ts';
import type { Failure } from './failure.ts';
import { inert } from './inert.ts';
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
  const told = [...warnings.values()].flat().map(({ place, message }) => `${place}: ${message}`);
  for (const warning of new Set(told)) io.say(`warning: ${warning}`);
  for (const incidentId of incidentIds) {
    const lines: string[] = [];
    for await (const event of events(store, { incidentId })) lines.push(`${logLine(event)}\n`);
    await io.out(inert(lines.join('')));
  }
  return null;
};
