import * as E from 'fp-ts/lib/Either.js';
import { plain } from '../report/public.ts';
import { parseArguments } from './arguments.ts';
import type { Failure } from './failure.ts';
import { messageOf, storeFailed } from './failure.ts';
import type { ExitCode, Io } from './io.ts';
import type { Request } from './request.ts';

/** Carries it out, with what that command needs and no other: what is not loaded takes no time and no memory. */
const carryOut = async (request: Request, io: Io): Promise<Failure | null> => {
  switch (request.command) {
    case 'help': {
      const { usage } = await import('./usage.ts');
      await io.out(usage(request.of));
      return null;
    }
    case 'version': {
      const { version } = await import('./version.ts');
      await io.out(`${version()}\n`);
      return null;
    }
    case 'import': {
      const { importCommand } = await import('./importCommand.ts');
      return importCommand(request, io, io.now());
    }
    case 'show': {
      const { showCommand } = await import('./showCommand.ts');
      return showCommand(request, io, io.now());
    }
    case 'list': {
      const { listCommand } = await import('./listCommand.ts');
      return listCommand(request, io, io.now());
    }
    case 'step': {
      const { stepCommand } = await import('./stepCommand.ts');
      return stepCommand(request, io, io.now());
    }
    case 'project': {
      const { projectCommand } = await import('./projectCommand.ts');
      return projectCommand(request, io, io.now());
    }
    case 'export': {
      const { exportCommand } = await import('./exportCommand.ts');
      return exportCommand(request, io);
    }
    case 'follow': {
      const { followCommand } = await import('./followCommand.ts');
      return followCommand(request, io);
    }
    case 'sort': {
      const { sortCommand } = await import('./sortCommand.ts');
      return sortCommand(request, io);
    }
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
