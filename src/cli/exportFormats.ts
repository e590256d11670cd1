import * as E from 'fp-ts/lib/Either.js';
import type { StoredEvent } from '../index.ts';
import { logLine } from '../index.ts';
import type { Failure } from './failure.ts';
import { badInput } from './failure.ts';
import { CLOUD_EVENTS, LOG } from './formats.ts';

/** An event as a line of a log, without the line's end. */
export type LineOf = (event: StoredEvent) => string;

const FORMATS: Readonly<Record<string, () => Promise<LineOf>>> = {
  [LOG]: async () => logLine,
  [CLOUD_EVENTS]: async () => {
    const { cloudEventOf } = await import('../import/public.ts');
    return (event) => JSON.stringify(cloudEventOf(event));
  },
};

/** How the events of a ledger are written in a format: as an event log when none is asked for. */
export const exportFormat = async (format: string | null): Promise<E.Either<Failure, LineOf>> => {
  const name = format ?? LOG;
  const found = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  return found
    ? E.right(await found())
    : E.left(
        badInput(
          `--as: expected one of ${Object.keys(FORMATS).join(', ')}, got ${JSON.stringify(format)}`,
        ),
      );
};
