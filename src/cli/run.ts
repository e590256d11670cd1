import * as E from 'fp-ts/lib/Either.js';
import { parseArguments } from './arguments.ts';
import { plain } from '../report/public.ts';
import type { Failure } from './failure.ts';
import { messageOf, storeFailed } from './failure.ts';
import { exportCommand } from './exportCommand.ts';
import { followCommand } from './followCommand.ts';
import { importCommand } from './importCommand.ts';
import type { ExitCode, Io } from './io.ts';
import { listCommand } from './listCommand.ts';
import { projectCommand } from './projectCommand.ts';
import type { Request } from './request.ts';
import { showCommand } from './showCommand.ts';
import { sortCommand } from './sortCommand.ts';
import { stepCommand } from './stepCommand.ts';
import { usage } from './usage.ts';
import { version } from './version.ts';

const carryOut = async (request: Request, io: Io): Promise<Failure | null> => {
  switch (request.command) {
    case 'help':
      await io.out(usage(request.of));
      return null;
    case 'version':
      await io.out(`${version()}\n`);
      return null;
    case 'import':
      return importCommand(request, io, io.now());
    case 'show':
      return showCommand(request, io, io.now());
    case 'list':
      return listCommand(request, io, io.now());
    case 'step':
      return stepCommand(request, io, io.now());
    case 'project':
      return projectCommand(request, io, io.now());
    case 'export':
      return exportCommand(request, io);
    case 'follow':
      return followCommand(request, io);
    case 'sort':
      return sortCommand(request, io);
  }
};

/**
 * Carries out a command line.
 *
 * @returns The exit status: 0 done, 1 found what it looked for, 2 bad usage or input, 3 store failure.
 */
export const run = async (argv: readonly string[], given: Io): Promise<ExitCode> => {
  // A name or a text in a message must not steer the terminal either.
  const io: Io = { ...given, say: (line) => given.say(plain(line)) };
  const request = parseArguments(argv);
  let failure: Failure | null;
  try {
    failure = E.isLeft(request) ? request.left : await carryOut(request.right, io);
  } catch (cause) {
    failure = storeFailed(messageOf(cause));
  }
  if (failure === null) return 0;
  // Whatever it was at then did not come to its end.
  if (io.signal.aborted) failure = storeFailed('stopped');
  for (const line of failure.lines) io.say(line);
  return failure.code;
};
