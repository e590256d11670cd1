import { firstOf } from './failure.ts';
import type { Inputs } from './inputs.ts';
import type { Io } from './io.ts';

/** Says what was not understood of documents, or left out, where nothing else shows it. */
export const sayWarnings = ({ warnings }: Inputs, io: Io): void => {
  // What is said of a file stands with each of its incidents.
  const all = new Set([...warnings.values()].flat());
  const lines = [...all].map(({ place, message }) => `warning: ${place}: ${message}`);
  for (const line of firstOf(lines)) io.say(line);
};
