import * as E from 'fp-ts/lib/Either.js';
import type { Instant } from '../index.ts';
import { writeIncident } from './exportCommand.ts';
import type { Failure } from './failure.ts';
import type { Taken } from './gathered.ts';
import { inert } from './inert.ts';
import type { Inputs } from './inputs.ts';
import { readInputs } from './inputs.ts';
import type { Io } from './io.ts';
import type { ImportRequest } from './request.ts';
import { withStore } from './withStore.ts';

const warningsOf = ({ warnings }: Inputs): readonly string[] => [
  ...new Set([...warnings.values()].flat().map(({ place, message }) => `${place}: ${message}`)),
];

const takenLine = ({ file, incidentId, ...counts }: Taken): string => {
  const told = Object.entries(counts).filter(([what, count]) => count > 0 || what === 'appended');
  return `${file}: ${incidentId}: ${told.map(([what, count]) => `${count} ${what}`).join(', ')}`;
};

/** Writes the claims of documents as an event log; warnings go to standard error. */
const toLog = async (inputs: Inputs, io: Io): Promise<null> => {
  for (const warning of warningsOf(inputs)) io.say(`warning: ${warning}`);
  for (const incidentId of inputs.incidentIds) await writeIncident(io, inputs.store, incidentId);
  return null;
};

/** Says what recording in a ledger came to. */
const told = async (inputs: Inputs, io: Io, json: boolean): Promise<null> => {
  const { taken } = inputs;
  const warnings = warningsOf(inputs);
  if (json) await io.out(`${inert(JSON.stringify({ imported: taken, warnings }, null, 2))}\n`);
  else {
    for (const warning of warnings) io.say(`warning: ${warning}`);
    await io.out(inert(taken.map((each) => `${takenLine(each)}\n`).join('')));
  }
  return null;
};

/** Reads documents and logs, and records them in a ledger or writes them as an event log. */
export const importCommand = async (
  request: ImportRequest,
  io: Io,
  present: Instant,
): Promise<Failure | null> => {
  const { files, ledger, json } = request;
  if (ledger === null) {
    const inputs = await readInputs(files, request, { io, present });
    return E.isLeft(inputs) ? inputs.left : toLog(inputs.right, io);
  }
  return withStore(
    io,
    ledger,
    async (store) => {
      const inputs = await readInputs(files, request, { io, present, store });
      return E.isLeft(inputs) ? inputs.left : told(inputs.right, io, json);
    },
    { create: true },
  );
};
