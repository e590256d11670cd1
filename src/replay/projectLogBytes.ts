import * as E from 'fp-ts/lib/Either.js';
import { core } from '../events/core.ts';
import type { Projection } from '../history/projection.ts';
import type { IncidentId } from '../primitives/ids.ts';
import { byteLines } from './byteLines.ts';
import { delivery, endedBy, isPromise } from './deliver.ts';
import { groupedLog } from './groupedLog.ts';
import type { LogFault } from './logFault.ts';
import type { ProjectAllOptions, Replayed, ViewTaker } from './projectAllOptions.ts';
import type { ReplayedIncident } from './projectLog.ts';
import type { NotGrouped, ReplayError } from './replayError.ts';
import { notGrouped, unreadableLog } from './replayError.ts';
import { untilAborted } from './untilAborted.ts';
import { messageOf } from '../primitives/messageOf.ts';

const AS_BYTES = 'a log is read as bytes, not as text: open it without an encoding';

/** Streams of Node give texts when they were opened with an encoding, whatever their type says. */
const isString = (chunk: unknown): boolean => typeof chunk === 'string';

/** Replays a log grouped by incident from its bytes. See `projectAll`. */
export const projectLogBytes = async <S, V>(
  chunks: AsyncIterable<Uint8Array>,
  projection: Projection<S, V>,
  options: ProjectAllOptions,
  take: ViewTaker<V>,
): Promise<E.Either<ReplayError, Replayed>> => {
  const { signal, vocabulary = core, partition, onProgress, unreadable = 'fail' } = options;
  const { viewOf, hand, replayed } = delivery(projection, options, take);
  let views: ReplayedIncident<V>[] = [];
  const faults: LogFault[] = [];
  let ungrouped: NotGrouped | null = null;
  let bytes = 0;
  const isOver = (): boolean => ungrouped !== null || (unreadable === 'fail' && faults.length > 0);

  const note = (found: readonly LogFault[]): void => {
    if (found.length === 0) return;
    if (unreadable === 'fail') faults.push(...found);
    else options.onQuarantine?.(unreadableLog(found));
  };

  const log = groupedLog(vocabulary, partition, {
    onGroup: (group) => {
      if (isOver()) return;
      note(group.faults);
      if (isOver()) return;
      // It was decoded with its events, or found in a line as one.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      views.push(viewOf({ ...group, incidentId: group.incidentId as IncidentId }));
    },
    onLost: (fault) => {
      note([fault]);
    },
    onUngrouped: (incidentId, line) => {
      ungrouped ??= notGrouped(line, incidentId);
    },
  });
  const lines = byteLines((text, isText) => {
    if (!isOver()) log.take(text, isText);
  });

  /** Hands over what was made; what ends the replay, if anything does. */
  const settle = async (): Promise<E.Either<ReplayError, never> | null> => {
    const made = views;
    views = [];
    for (const view of made) {
      const ended = endedBy(signal);
      if (ended) return ended;
      const handed = hand(view);
      const fault = isPromise(handed) ? await handed : handed;
      if (fault) return E.left(fault);
    }
    if (ungrouped) return E.left(ungrouped);
    return isOver() ? E.left(unreadableLog(faults)) : null;
  };

  try {
    for await (const chunk of untilAborted(chunks, signal)) {
      const ended = endedBy(signal);
      if (ended) return ended;
      if (isString(chunk)) return E.left({ _tag: 'InvalidRequest', reason: AS_BYTES });
      lines.take(chunk);
      bytes += chunk.length;
      const left = await settle();
      if (left) return left;
      onProgress?.(replayed(bytes));
    }
  } catch (cause) {
    const message = messageOf(cause);
    return E.left({ _tag: 'Unavailable', message });
  }
  const ended = endedBy(signal);
  if (ended) return ended;
  lines.end();
  if (!isOver()) log.end();
  return (await settle()) ?? endedBy(signal) ?? E.right(replayed(bytes));
};
